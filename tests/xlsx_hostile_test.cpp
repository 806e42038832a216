// Files from people who want to do harm, and from disks that are broken: refused in few words, or
// read.
#include <cctype>
#include <random>

#include "xlsx/package.hpp"
#include "xlsx/write.hpp"
#include "xlsx_packed.hpp"

namespace chiwat::xlsx {
namespace {

std::string outcome_of_bytes(const std::string& content) {
  const Scratch scratch;
  put_bytes(scratch.file(), content);
  return outcome_of(scratch.file());
}

BOOST_AUTO_TEST_CASE(what_is_no_workbook_is_said_in_its_own_words) {
  const Scratch scratch;
  BOOST_TEST(outcome_of(scratch.file()) == "file_unreadable file=" + scratch.file().string());
  BOOST_TEST(outcome_of(scratch.folder()) == "file_unreadable file=" + scratch.folder().string());
  BOOST_TEST(outcome_of_bytes("") == "xlsx_not_a_workbook");
  BOOST_TEST(outcome_of_bytes("อำเภอ,จำนวน\n") == "xlsx_not_a_workbook");
  BOOST_TEST(outcome_of_bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more") ==
             "xlsx_encrypted_or_old");
  BOOST_TEST(outcome_of_bytes("PK\x03\x04 cut off") == "xlsx_cut_off");
  BOOST_TEST(outcome({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}) ==
             "xlsx_not_a_workbook");
  const Parts word = {
      {"_rels/.rels", relations(relation("1", "officeDocument", "word/document.xml"))},
      {"word/document.xml", "<document/>"}};
  BOOST_TEST(outcome(word) == "xlsx_not_a_workbook");
  const Parts binary = {
      {"_rels/.rels", relations(relation("1", "officeDocument", "xl/workbook.bin"))},
      {"xl/workbook.bin", "\x83\x01"}};
  BOOST_TEST(outcome(binary) == "xlsx_not_a_workbook");
}

BOOST_AUTO_TEST_CASE(a_part_that_is_missing_or_broken_is_named) {
  Parts parts = parts_of("<row/>");
  parts.erase("xl/worksheets/sheet1.xml");
  BOOST_TEST(outcome(parts) == "xlsx_part_missing part=xl/worksheets/sheet1.xml");
  BOOST_TEST(outcome(parts_of("<row>")) == "xlsx_damaged part=xl/worksheets/sheet1.xml");
  BOOST_TEST(outcome(parts_of("\xE0\xB8")) == "xlsx_damaged part=xl/worksheets/sheet1.xml");
  BOOST_TEST(outcome(parts_of("", {{"xl/styles.xml", ""}})) == "xlsx_damaged part=xl/styles.xml");
  BOOST_TEST(outcome(parts_of("", {{"xl/_rels/workbook.xml.rels", relations("")}})) ==
             "xlsx_damaged part=xl/workbook.xml");
  parts = parts_of("", {{"xl/sharedStrings.xml", "<sst/>"}});
  parts.erase("xl/styles.xml");
  BOOST_TEST(outcome(parts) == "xlsx_part_missing part=xl/styles.xml");
}

BOOST_AUTO_TEST_CASE(a_cell_that_no_sheet_has_is_named) {
  const auto refusal = [](const std::string& rows) { return outcome(parts_of(rows)); };
  BOOST_TEST(refusal(R"(<row><c r="XFE1"><v>1</v></c></row>)") ==
             "xlsx_bad_cell cell=XFE1 sheet=ก text=");
  BOOST_TEST(refusal(R"(<row><c r="A1048577"/></row>)") ==
             "xlsx_bad_cell cell=A1048577 sheet=ก text=");
  BOOST_TEST(refusal(R"(<row><c r="A99999999999999"/></row>)") ==
             "xlsx_bad_cell cell=A99999999999999 sheet=ก text=");
  BOOST_TEST(refusal(R"(<row><c r="A0"/></row>)") == "xlsx_bad_cell cell=A0 sheet=ก text=");
  BOOST_TEST(refusal(R"(<row><c r="7"/></row>)") == "xlsx_bad_cell cell=7 sheet=ก text=");
  BOOST_TEST(refusal(R"(<row r="1048577"/>)") == "xlsx_bad_cell cell=1048577 sheet=ก text=");
  BOOST_TEST(refusal(R"(<row r="-1"/>)") == "xlsx_bad_cell cell=-1 sheet=ก text=");
  BOOST_TEST(refusal(R"(<row r="1048576"/><row/>)") == "xlsx_bad_cell cell= sheet=ก text=");
  BOOST_TEST(refusal(R"(<row><c r="XFD1"/><c/></row>)") == "xlsx_bad_cell cell= sheet=ก text=");
  BOOST_TEST(refusal(R"(<c><v>1</v></c>)") == "xlsx_bad_cell cell= sheet=ก text=");
  BOOST_TEST(refusal(R"(<row><c><v>๑๒</v></c></row>)") == "xlsx_bad_cell cell=A1 sheet=ก text=๑๒");
  BOOST_TEST(refusal(R"(<row><c t="s"><v>0</v></c></row>)") ==
             "xlsx_bad_cell cell=A1 sheet=ก text=0");
  BOOST_TEST(refusal(R"(<row><c t="s"><v>-1</v></c></row>)") ==
             "xlsx_bad_cell cell=A1 sheet=ก text=-1");
  BOOST_TEST(refusal(R"(<row><c t="d"><v>2021-02-30</v></c></row>)") ==
             "xlsx_bad_cell cell=A1 sheet=ก text=2021-02-30");
  BOOST_TEST(
      refusal(R"(</sheetData><mergeCells><mergeCell ref="B1:A1"/></mergeCells><sheetData>)") ==
      "xlsx_bad_cell cell=B1:A1 sheet=ก text=");
}

BOOST_AUTO_TEST_CASE(a_long_wrong_text_is_shown_by_its_beginning_in_whole_letters) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "ก";
  const std::string found = outcome(parts_of("<row><c><v>x" + text + "</v></c></row>"));
  BOOST_TEST(found == "xlsx_bad_cell cell=A1 sheet=ก text=x" + text.substr(0, 19 * 3));
}

BOOST_AUTO_TEST_CASE(entities_depth_and_endless_tags_are_refused) {
  const std::string sheet = "xl/worksheets/sheet1.xml";
  const std::string damaged = "xlsx_damaged part=" + sheet;
  BOOST_TEST(
      outcome(parts_of(
          "", {{sheet, R"(<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>)"}})) ==
      damaged);
  BOOST_TEST(
      outcome(parts_of("", {{sheet, R"(<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>)"}})) ==
      damaged);
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<a>";
  BOOST_TEST(outcome(parts_of(deep)) == damaged);
  BOOST_TEST(outcome(parts_of("<a b=\"" + std::string(3 << 20, 'x') + "\"/>")) == damaged);
}

BOOST_AUTO_TEST_CASE(a_file_may_not_be_larger_than_its_limits) {
  const Parts parts =
      parts_of(R"(<row><c><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>)",
               {{"xl/sharedStrings.xml", "<sst><si><t>12345</t></si></sst>"}});
  const auto with = [&](auto change) {
    Limits limits;
    change(limits);
    return outcome(parts, limits);
  };
  BOOST_TEST(with([](Limits& limits) { limits.cells = 3; }) == outcome(parts));
  BOOST_TEST(with([](Limits& limits) { limits.cells = 2; }) == "xlsx_too_many_cells");
  BOOST_TEST(with([](Limits& limits) { limits.shared_text = 9; }) == "xlsx_too_large");
  BOOST_TEST(with([](Limits& limits) { limits.sheets = 0; }) == "xlsx_too_many_sheets");
  BOOST_TEST(with([](Limits& limits) { limits.unpacked = 500; }) == "xlsx_too_large");
  const std::string head = "<workbook>" + std::string(65 << 20, ' ') + "</workbook>";
  BOOST_TEST(outcome(parts_of("", {{"xl/workbook.xml", head}})) == "xlsx_too_large");
  Parts many = parts;
  for (int i = 0; i < 10'001; ++i) many["a" + std::to_string(i)] = "";
  BOOST_TEST(outcome(many) == "xlsx_too_large");
}

// Damage of every kind, the same in every run.
class Damage {
 public:
  void spoil(std::string& content) {
    for (std::size_t times = 1 + below(3); times > 0 && !content.empty(); --times) {
      const std::size_t at = below(content.size());
      switch (below(5)) {
        case 0:
          content[at] = static_cast<char>(content[at] ^ (1 << below(8)));
          break;
        case 1:
          content[at] = static_cast<char>(below(256));
          break;
        case 2:
          content.resize(at);
          break;
        case 3:
          content.erase(at, below(40));
          break;
        case 4:
          content.insert(at, content.substr(below(content.size()), below(40)));
          break;
      }
    }
  }

  // A mistake that is still XML: a number for another, a name for another.
  void confuse(std::string& content) {
    static const std::vector<std::string> words = {
        "-1",        "0",    "1",  "99999999999999999999",
        "1048577",   "XFE1", "A1", "1e308",
        "",          "s",    "is", "str",
        "inlineStr", "row",  "c",  "v",
        "t",         "true"};
    const auto is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
    for (std::size_t times = 1 + below(3); times > 0; --times) {
      std::size_t first = below(content.size());
      while (first < content.size() && !is_word(content[first])) ++first;
      std::size_t last = first;
      while (last < content.size() && is_word(content[last])) ++last;
      content.replace(first, last - first, words[below(words.size())]);
    }
  }

  std::size_t below(std::size_t end) { return random_() % end; }

 private:
  std::mt19937 random_{2564};
};

// How many files were read, of all that were tried; the rest had exactly one error each.
struct Survivors {
  int read = 0;
  int refused = 0;

  void count(const fs::path& file) {
    Diagnostics diagnostics;
    const bool whole = xlsx::read(file, diagnostics).has_value();
    BOOST_TEST(diagnostics.error_count() == (whole ? 0 : 1));
    ++(whole ? read : refused);
  }
};

BOOST_AUTO_TEST_CASE(a_damaged_zip_is_read_or_refused) {
  const Scratch scratch;
  write(everything_that_is_written(), scratch.folder());
  const std::string sound = bytes(scratch.file());
  Damage damage;
  Survivors survivors;
  for (int i = 0; i < 2000; ++i) {
    std::string content = sound;
    damage.spoil(content);
    put_bytes(scratch.file(), content);
    survivors.count(scratch.file());
  }
  BOOST_TEST(survivors.read > 50);
  BOOST_TEST(survivors.refused > 1000);
}

Parts unpacked(const fs::path& file) {
  Parts parts;
  Package package(file, Limits().unpacked);
  for (const char* name : {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                           "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml",
                           "xl/worksheets/sheet2.xml", "docProps/core.xml", "docProps/app.xml"}) {
    package.unpack(name, [&](std::string_view piece) { parts[name] += piece; });
  }
  return parts;
}

BOOST_AUTO_TEST_CASE(parts_that_are_damaged_or_wrong_are_read_or_refused) {
  const Scratch scratch;
  write(everything_that_is_written(), scratch.folder());
  const Parts sound = unpacked(scratch.file());
  Damage damage;
  Survivors spoiled, confused;
  for (int i = 0; i < 3000; ++i) {
    Parts parts = sound;
    std::string& content =
        std::next(parts.begin(), static_cast<long>(damage.below(parts.size())))->second;
    i % 2 == 0 ? damage.spoil(content) : damage.confuse(content);
    put_package(scratch.file(), parts);
    (i % 2 == 0 ? spoiled : confused).count(scratch.file());
  }
  BOOST_TEST(spoiled.read > 100);
  BOOST_TEST(spoiled.refused > 500);
  BOOST_TEST(confused.read > 500);
  BOOST_TEST(confused.refused > 100);
}

}  // namespace
}  // namespace chiwat::xlsx
