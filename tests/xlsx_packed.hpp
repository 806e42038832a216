// Workbooks of parts that a test writes itself, and what is read of them.
#pragma once

#include <boost/test/unit_test.hpp>
#include <map>
#include <string>

#include "document/dump.hpp"
#include "packed_parts.hpp"
#include "test_folder.hpp"
#include "xlsx/read.hpp"

namespace chiwat::xlsx {

namespace fs = std::filesystem;
using document::Blank;
using document::Cell;
using document::Formula;
using document::Range;
using document::Sheet;
using document::Style;
using document::Workbook;
using namespace std::chrono_literals;

// A file of the test's own, removed with its folder.
class Scratch {
 public:
  const fs::path& folder() const { return folder_.path(); }
  fs::path file() const { return folder_ / "เขมราฐ.xlsx"; }

 private:
  Folder folder_;
};

inline void put_bytes(const fs::path& file, const std::string& content) {
  std::ofstream(file, std::ios::binary) << content;
}

constexpr const char* kRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

inline std::string relation(const std::string& id, const std::string& kind,
                            const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + kRelations + kind + "\" Target=\"" + target +
         "\"/>";
}

inline std::string relations(const std::string& entries) {
  return "<?xml version=\"1.0\"?><Relationships xmlns=\"http://x\">" + entries + "</Relationships>";
}

// A workbook of one sheet, ก, with these rows; the other parts may be added or replaced.
inline Parts parts_of(const std::string& rows, const Parts& more = {}) {
  Parts parts = more;
  parts.insert(
      {{"_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml"))},
       {"xl/workbook.xml",
        "<workbook xmlns:r=\"http://r\"><sheets><sheet name=\"ก\" sheetId=\"1\" r:id=\"rId1\"/>"
        "</sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        relations(relation("rId1", "worksheet", "worksheets/sheet1.xml") +
                  relation("rId2", "sharedStrings", "sharedStrings.xml") +
                  relation("rId3", "styles", "styles.xml"))},
       {"xl/sharedStrings.xml", "<sst/>"},
       {"xl/styles.xml", "<styleSheet/>"},
       {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}});
  return parts;
}

// The dump of what was read, or the ids and arguments of what is wrong.
inline std::string outcome_of(const fs::path& file, const Limits& limits = {}) {
  Diagnostics diagnostics;
  const auto workbook = read(file, diagnostics, limits);
  std::string words;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    BOOST_TEST((diagnostic.origin == Origin(file.string(), 0, 0)));
    words += diagnostic.message.id;
    for (const auto& [name, value] : diagnostic.message.arguments) {
      words += " " + name + "=" + std::get<std::string>(value);
    }
  }
  BOOST_TEST(workbook.has_value() == words.empty());
  return workbook ? document::dump(*workbook) : words;
}

inline std::string outcome(const Parts& parts, const Limits& limits = {}) {
  const Scratch scratch;
  put_package(scratch.file(), parts);
  return outcome_of(scratch.file(), limits);
}

// The lines of the cells of a workbook that must be readable.
inline std::string cells(const Parts& parts) {
  const std::string dump = outcome(parts);
  const std::size_t first = dump.find("\nก!");
  return first == std::string::npos ? dump : dump.substr(first + 1);
}

// Everything that write() and read() both know.
inline Workbook everything_that_is_written() {
  Style date;
  date.number_format = "[$-D07041E]d mmmm yyyy";
  Sheet sheet;
  sheet.name = "ก'ข รอบที่ 1";
  sheet.cells[{0, 0}].value = std::string("  เว้นวรรค\nสอง\tบรรทัด <&> \"'  ");
  sheet.cells[{0, 1}].value = std::string("=1+1");
  sheet.cells[{0, 2}].value = std::string("0812345678");
  sheet.cells[{1, 0}].value = *Number::parse("1467249697.2");
  sheet.cells[{1, 1}].value = *Number::parse("-0.07");
  sheet.cells[{1, 2}].value = Number(std::int64_t{1234567890123});
  sheet.cells[{1, 3}].value = Number(0);
  sheet.cells[{2, 0}] = {Date(2021y / 2 / 23), date, ""};
  sheet.cells[{2, 1}] = {Formula{"TODAY()", Date(2021y / 2 / 24)}, date, ""};
  sheet.cells[{2, 2}].value = Formula{"ROUND(A2*7/100,0)&\"\"", "102707479"};
  sheet.cells[{2, 3}].value = Formula{"A2/2", *Number::parse("733624848.6")};
  sheet.cells[{3, 0}].value = true;
  sheet.cells[{3, 1}].value = Blank();
  sheet.cells[{1'048'575, 16'383}].value = Number(1);
  sheet.merges = {{{5, 0}, {6, 1}}, {{5, 3}, {5, 4}}};
  sheet.page.print_area = Range{{0, 0}, {6, 3}};
  Sheet lists;
  lists.name = "รายการ";
  lists.hidden = true;
  return {.file_name = "เขมราฐ.xlsx",
          .properties = {.title = "แบบสำรวจ <1>",
                         .subject = "ปี 2564",
                         .author = "สพจ.",
                         .company = "กรมการพัฒนาชุมชน",
                         .keywords = "chiwat 1",
                         .created = 2021y / 2 / 3,
                         .modified = {}},
          .sheets = {sheet, lists},
          .defined_names = {{"อำเภอ", "'รายการ'!$A$1:$A$25"}, {"'รายการ'!ชื่อ", "'รายการ'!$B$1"}}};
}

}  // namespace chiwat::xlsx
