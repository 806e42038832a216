// The look at a finished part must find what a whole XML parser finds.
#include <expat.h>

#include <boost/test/unit_test.hpp>
#include <string>

#include "xlsx/well_formed.hpp"

namespace chiwat::xlsx {
namespace {

const std::string kDeclaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";

// "whole", "cut off" or "not XML", of a text that comes in pieces of this size.
std::string found(const std::string& text, std::size_t piece) {
  WellFormed part;
  for (std::size_t at = 0; at < text.size(); at += piece) {
    if (!part.take(std::string_view(text).substr(at, piece))) return "not XML";
  }
  return part.is_whole() ? "whole" : "cut off";
}

// The same, however it comes.
std::string found(const std::string& text) {
  const std::string at_once = found(text, text.size() + 1);
  const std::string in_bytes = found(text, 1);
  return at_once == in_bytes ? at_once : at_once + " but " + in_bytes;
}

bool is_xml_to_expat(const std::string& text) {
  const XML_Parser parser = XML_ParserCreate(nullptr);
  const auto status = XML_Parse(parser, text.data(), static_cast<int>(text.size()), true);
  XML_ParserFree(parser);
  return status == XML_STATUS_OK;
}

// A part with everything that the library writes.
const std::string kPart =
    kDeclaration +
    "\n<worksheet xmlns=\"http://a/main\" xmlns:r=\"http://a/rel\"><cols>"
    "<col min=\"1\" max=\"2\"/></cols><sheetData><row r=\"1\" ht=\"24.5\">"
    "<c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B1\">"
    "<f>IF(A1&lt;&gt;0,&quot;ก&#xA;ข&quot;,-1.5)</f><v>ข้อความ &amp; \"😀\"</v></c></row>"
    "</sheetData><v:stroke title=\"๑ &lt; ๒\"  /></worksheet>\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(well_formed)

BOOST_AUTO_TEST_CASE(what_the_library_writes_is_whole) {
  BOOST_TEST(found(kPart) == "whole");
  BOOST_TEST(found("<a/>") == "whole");
}

BOOST_AUTO_TEST_CASE(what_is_cut_off_is_known_from_what_is_wrong) {
  const std::string root = kDeclaration + "<a b=\"1\">";
  BOOST_TEST(found("") == "cut off");
  BOOST_TEST(found(kDeclaration) == "cut off");
  BOOST_TEST(found(root) == "cut off");
  BOOST_TEST(found(root + "<c d=\"") == "cut off");
  BOOST_TEST(found(root + "ก</") == "cut off");
  BOOST_TEST(found(root + "</c>") == "not XML");
  BOOST_TEST(found(root + "&nbsp;</a>") == "not XML");
  BOOST_TEST(found(root + "<c d=\"1\" d=\"2\"/></a>") == "not XML");
  BOOST_TEST(found(root + "\x01</a>") == "not XML");
  BOOST_TEST(found(root + "\xE0\xB8</a>") == "not XML");      // half a letter
  BOOST_TEST(found(root + "\xEF\xBF\xBF</a>") == "not XML");  // U+FFFF
  BOOST_TEST(found(root + "</a><a/>") == "not XML");
}

// Every piece of these sizes taken out, every end cut off, every byte made another one.
BOOST_AUTO_TEST_CASE(no_damage_is_whole_that_a_parser_calls_damage) {
  std::size_t damaged = 0;
  const auto look_at = [&](const std::string& text) {
    if (is_xml_to_expat(text)) return;
    ++damaged;
    BOOST_TEST(found(text, text.size() + 1) != "whole", text);
  };
  for (std::size_t at = 0; at < kPart.size(); ++at) {
    look_at(kPart.substr(0, at));
    for (const std::size_t size : {1u, 2u, 3u, 7u, 16u, 40u, 99u}) {
      look_at(std::string(kPart).erase(at, size));
    }
    for (const char other : {'<', '>', '"', '&', '/', ' ', '1', '\0', '\x80', '\xE0'}) {
      std::string text = kPart;
      text[at] = other;
      look_at(text);
    }
  }
  BOOST_TEST(damaged > 5'000u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chiwat::xlsx
