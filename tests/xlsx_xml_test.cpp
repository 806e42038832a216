// XML is read and refused as a whole parser does it, whatever it comes to.
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>

#include "xml_events.hpp"

namespace chiwat::xlsx {
namespace {

const std::string kDeclaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";

// What is handed over, however it comes.
std::string found(std::string_view text) {
  const std::string at_once = seen_by_scanner(text, text.size() + 1).lines;
  for (const std::size_t piece : {1u, 2u, 3u, 5u, 8u}) {
    const std::string in_pieces = seen_by_scanner(text, piece).lines;
    if (in_pieces != at_once) return at_once + "\nbut " + in_pieces;
  }
  return at_once;
}

// A part with everything that libxlsxwriter writes.
const std::string kWritten =
    kDeclaration +
    "\n<worksheet xmlns=\"http://a/main\" xmlns:r=\"http://a/rel\"><cols>"
    "<col min=\"1\" max=\"2\"/></cols><sheetData><row r=\"1\" ht=\"24.5\">"
    "<c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B1\">"
    "<f>IF(A1&lt;&gt;0,&quot;ก&#xA;ข&quot;,-1.5)</f><v>ข้อความ &amp; \"😀\"</v></c></row>"
    "</sheetData><v:stroke title=\"๑ &lt; ๒\"  /></worksheet>\n";

// And what nobody writes, but may.
const std::string kUnusual =
    "<?xml version='1.0' encoding = \"utf-8\" ?>\r\n<!-- ก - ข -->\n<?mso-application "
    "progid=\"x\"?>"
    "<a b = 'x\ty\r\nz \"&#x1F600;&#10;' c:d=\"ก]]>'&apos;\"\n>1\r2\r\n3&#13;]]]&#x0E01;"
    "<![CDATA[<b>&amp;]]]\r\nข]]><?p?><b\n/><ก-๑ x=\"\"></ก-๑ ><!----></a >\n<!-- z -->\r";

}  // namespace

BOOST_AUTO_TEST_SUITE(xml)

BOOST_AUTO_TEST_CASE(elements_attributes_and_texts_are_handed_over) {
  BOOST_TEST(found("<a/>") == "<a\n/a");
  BOOST_TEST(found(kDeclaration + "<x:a r:b='1' c=\"ก\">x<b/>y</x:a>") ==
             "<a r:b=\"1\" c=\"ก\"\n=x\n<b\n/b\n=y\n/a");
  BOOST_TEST(found("<a b='&lt;&amp;&gt;&quot;&apos;&#65;&#x0E01;'>&lt;&#x1F600;&amp;</a>") ==
             "<a b=\"<&>\"'Aก\"\n=<😀&\n/a");
  BOOST_TEST(found("<a b='1\t2\r\n3\n4&#10;'>1\t2\r\n3\r4\n&#13;</a>") ==
             "<a b=\"1 2 3 4\n\"\n=1\t2\n3\n4\n\r\n/a");
  BOOST_TEST(found("<!-- < -->\n<a>1<!-- 2 -->3<?four five?><![CDATA[<&]]>]]</a><!-- -->") ==
             "<a\n=13<&]]\n/a");
}

BOOST_AUTO_TEST_CASE(what_is_cut_off_is_known_from_what_is_wrong) {
  const std::string root = kDeclaration + "<a b=\"1\">";
  BOOST_TEST(found("") == "cut off");
  BOOST_TEST(found(kDeclaration) == "cut off");
  BOOST_TEST(found(root) == "cut off");
  BOOST_TEST(found(root + "<c d=\"") == "cut off");
  BOOST_TEST(found(root + "ก</") == "cut off");
  BOOST_TEST(found(root + "</a><!-- ") == "cut off");
  BOOST_TEST(found(root + "</c>") == "not XML");
  BOOST_TEST(found(root + "&nbsp;</a>") == "not XML");
  BOOST_TEST(found(root + "&#0;</a>") == "not XML");
  BOOST_TEST(found(root + "&#xD800;</a>") == "not XML");
  BOOST_TEST(found(root + "&#99999999999;</a>") == "not XML");
  BOOST_TEST(found(root + "]]></a>") == "not XML");
  BOOST_TEST(found(root + "<c d=\"1\" d=\"2\"/></a>") == "not XML");
  BOOST_TEST(found(root + "<c d=\"1\"e=\"2\"/></a>") == "not XML");
  BOOST_TEST(found(root + "<c d=\"<\"/></a>") == "not XML");
  BOOST_TEST(found(root + "<!-- -- --></a>") == "not XML");
  BOOST_TEST(found(root + "<?xml version=\"1.0\"?></a>") == "not XML");
  BOOST_TEST(found(root + "\x01</a>") == "not XML");
  BOOST_TEST(found(root + "\xE0\xB8</a>") == "not XML");      // half a letter
  BOOST_TEST(found(root + "\xEF\xBF\xBF</a>") == "not XML");  // U+FFFF
  BOOST_TEST(found(root + "</a><a/>") == "not XML");
  BOOST_TEST(found(root + "</a>1") == "not XML");
  BOOST_TEST(found("<!DOCTYPE a><a/>") == "not XML");
  BOOST_TEST(found("\n<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>") == "not XML");
}

BOOST_AUTO_TEST_CASE(many_attributes_are_looked_through_for_twins) {
  std::string tag = "<a";
  for (int i = 0; i < 50'000; ++i) tag += " a" + std::to_string(i) + "=''";
  BOOST_TEST(seen_by_scanner(tag + "/>", 1 << 16).lines.ends_with("\n/a"));
  BOOST_TEST(seen_by_scanner(tag + " a25000=''/>", 1 << 16).lines == "not XML");
}

BOOST_AUTO_TEST_CASE(depth_and_length_of_a_tag_are_bounded) {
  const auto nested = [](int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += "<a>";
    for (int i = 0; i < depth; ++i) text += "</a>";
    return seen_by_scanner(text, text.size()).lines;
  };
  BOOST_TEST(nested(64) != "not XML");
  BOOST_TEST(nested(65) == "not XML");
  for (const std::size_t piece : {std::size_t{1} << 16, std::size_t{1} << 24}) {
    const auto tag = [&](std::size_t size) {
      return seen_by_scanner("<a b='" + std::string(size - 9, 'x') + "'/>", piece).lines;
    };
    BOOST_TEST(tag(1 << 20) != "not XML");
    BOOST_TEST(tag((1 << 20) + 1) == "not XML");
    const std::string text = "<a>" + std::string(3 << 20, 'x') + "</a>";
    BOOST_TEST(seen_by_scanner(text, piece).lines.size() == (3u << 20) + 7);
  }
}

BOOST_AUTO_TEST_CASE(a_beginning_of_another_kind_is_left_to_expat) {
  const auto has_begun = [](std::string_view text) {
    return seen_by_scanner(text, text.size()).has_begun;
  };
  BOOST_TEST(has_begun("<a>\x01"));
  BOOST_TEST(!has_begun("\xEF\xBB\xBF<a/>"));
  BOOST_TEST(!has_begun(std::string_view("\xFF\xFE<\0a\0/\0>\0", 10)));
  BOOST_TEST(!has_begun(R"(<?xml version="1.0" encoding="iso-8859-1"?><a/>)"));
  BOOST_TEST(!has_begun(R"(<?xml version="1.1"?><a/>)"));
}

// Every piece of these sizes taken out, every end cut off, every byte made another one.
BOOST_AUTO_TEST_CASE(any_damage_is_read_or_refused_as_by_expat) {
  for (const std::string& whole : {kWritten, kUnusual}) {
    BOOST_TEST(seen_by_expat(whole) != "not XML");
    BOOST_TEST(found(whole) == seen_by_expat(whole));
    for (std::size_t at = 0; at < whole.size(); ++at) {
      BOOST_TEST(disagreement(whole.substr(0, at)) == "");
      for (const std::size_t size : {1u, 2u, 3u, 7u, 16u, 40u, 99u}) {
        BOOST_TEST(disagreement(std::string(whole).erase(at, size)) == "");
      }
      for (const char other : {'<', '>', '"', '\'', '&', ';', '/', ' ',  '\r',   '-',
                               ':', ']', '?', '!',  '#', '1', 'a', '\0', '\x80', '\xE0'}) {
        std::string text = whole;
        text[at] = other;
        BOOST_TEST(disagreement(text) == "");
      }
    }
  }
}

// Pieces of the one put into the other, the same in every run.
BOOST_AUTO_TEST_CASE(any_mixture_is_read_or_refused_as_by_expat) {
  std::mt19937 random(1);
  const auto below = [&](std::size_t most) { return random() % most; };
  std::size_t sound = 0;
  for (int i = 0; i < 50'000; ++i) {
    const std::string& from = i % 2 ? kWritten : kUnusual;
    std::string text = i % 3 ? kWritten : kUnusual;
    text.replace(below(text.size()), below(20), from.substr(below(from.size()), below(30)));
    BOOST_TEST(disagreement(text) == "");
    sound += seen_by_expat(text) != "not XML";
  }
  BOOST_TEST(sound > 1'000u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chiwat::xlsx
