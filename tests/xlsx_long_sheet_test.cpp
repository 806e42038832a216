// Sheets that are so long that each row is written before the next is made.
#include "document/dump.hpp"
#include "xlsx/assemble.hpp"
#include "xlsx/read.hpp"
#include "xlsx_written.hpp"

namespace chiwat::xlsx {
namespace {

Style bordered() {
  Style style;
  style.border = true;
  return style;
}

// A survey with a title over three columns, headings over two rows, so many rows that are made, and
// a line below them.
Sheet survey(int rows) {
  const Style style = bordered();
  Sheet sheet = sheet_of({{{0, 0}, cell_of("แบบสำรวจ", style)},
                          {{1, 0}, cell_of("ที่", style)},
                          {{1, 1}, cell_of("ผลิตภัณฑ์", style)},
                          {{2, 1}, cell_of(" ชื่อ ", style, "ตามทะเบียน")},
                          {{2, 2}, cell_of("ยอด", style)}});
  sheet.merges = {{{0, 0}, {0, 2}}, {{1, 0}, {2, 0}}, {{1, 1}, {1, 2}}};
  const document::SharedStyle shared = style;
  sheet.cells.put_below(
      {3, rows, [shared](int row, std::vector<Cell>& cells) {
         const Number number = row - 2;
         cells = {{number, shared, ""},
                  {"ผ้าขาวม้า <" + number.to_string() + ">", shared, ""},
                  {Formula{"A" + std::to_string(row + 1) + "/2", number / 2}, shared, ""}};
       }});
  const int below = 3 + rows;
  sheet.cells.put({below, 0}, cell_of("ลงชื่อ"));
  sheet.cells.put({below, 2}, cell_of(true));
  sheet.merges.push_back({{below, 0}, {below + 1, 1}});
  sheet.row_heights = {30'000, 0, 15'000, 24'000};
  sheet.row_heights.resize(static_cast<std::size_t>(below) + 3, 24'000);
  return sheet;
}

std::string first_rows(const std::string& xml) {
  return in_lines(between(xml, "<sheetData>", "<row r=\"6\""), "row|c");
}

// The long one, written once.
const fs::path& long_file() {
  static const Folder folder;
  static const fs::path file = folder / "เป้าหมาย.xlsx";
  if (!fs::exists(file)) write(workbook_of(survey(kLongSheet)), folder);
  return file;
}

const std::string& long_xml() {
  static const std::string xml = part(long_file(), "xl/worksheets/sheet1.xml");
  return xml;
}

BOOST_AUTO_TEST_CASE(a_short_sheet_has_its_texts_in_a_table_of_texts) {
  BOOST_TEST(first_rows(written_sheet(survey(100))) == R"(<sheetData>
<row r="1" spans="1:3" ht="30" customHeight="1">
<c r="A1" s="1" t="s"><v>102</v></c>
<c r="B1" s="1"/>
<c r="C1" s="1"/></row>
<row r="2" spans="1:3">
<c r="A2" s="1" t="s"><v>103</v></c>
<c r="B2" s="1" t="s"><v>104</v></c>
<c r="C2" s="1"/></row>
<row r="3" spans="1:3" ht="15" customHeight="1">
<c r="A3" s="1"/>
<c r="B3" s="1" t="s"><v>0</v></c>
<c r="C3" s="1" t="s"><v>1</v></c></row>
<row r="4" spans="1:3" ht="24" customHeight="1">
<c r="A4" s="1"><v>1</v></c>
<c r="B4" s="1" t="s"><v>2</v></c>
<c r="C4" s="1"><f>A4/2</f><v>0.5</v></c></row>
<row r="5" spans="1:3" ht="24" customHeight="1">
<c r="A5" s="1"><v>2</v></c>
<c r="B5" s="1" t="s"><v>3</v></c>
<c r="C5" s="1"><f>A5/2</f><v>1</v></c></row>
<row r="6")");
}

BOOST_AUTO_TEST_CASE(a_long_sheet_has_its_texts_in_its_cells) {
  BOOST_TEST(first_rows(long_xml()) == R"(<sheetData>
<row r="1" ht="30" customHeight="1">
<c r="A1" s="1" t="inlineStr"><is><t>แบบสำรวจ</t></is></c>
<c r="B1" s="1"/>
<c r="C1" s="1"/></row>
<row r="2">
<c r="A2" s="1" t="inlineStr"><is><t>ที่</t></is></c>
<c r="B2" s="1" t="inlineStr"><is><t>ผลิตภัณฑ์</t></is></c>
<c r="C2" s="1"/></row>
<row r="3" ht="15" customHeight="1">
<c r="A3" s="1"/>
<c r="B3" s="1" t="inlineStr"><is><t xml:space="preserve"> ชื่อ </t></is></c>
<c r="C3" s="1" t="inlineStr"><is><t>ยอด</t></is></c></row>
<row r="4" ht="24" customHeight="1">
<c r="A4" s="1"><v>1</v></c>
<c r="B4" s="1" t="inlineStr"><is><t>ผ้าขาวม้า &lt;1&gt;</t></is></c>
<c r="C4" s="1"><f>A4/2</f><v>0.5</v></c></row>
<row r="5" ht="24" customHeight="1">
<c r="A5" s="1"><v>2</v></c>
<c r="B5" s="1" t="inlineStr"><is><t>ผ้าขาวม้า &lt;2&gt;</t></is></c>
<c r="C5" s="1"><f>A5/2</f><v>1</v></c></row>
<row r="6")");
}

BOOST_AUTO_TEST_CASE(the_end_of_a_long_sheet) {
  BOOST_TEST(
      in_lines(between(long_xml(), "<row r=\"20004\"", "</mergeCells>"), "row|c|mergeCell") == R"(
<row r="20004" ht="24" customHeight="1">
<c r="A20004" s="2" t="inlineStr"><is><t>ลงชื่อ</t></is></c>
<c r="B20004" s="2"/>
<c r="C20004" s="2" t="b"><v>1</v></c></row>
<row r="20005" ht="24" customHeight="1">
<c r="A20005" s="2"/>
<c r="B20005" s="2"/></row>
<row r="20006" ht="24" customHeight="1"/></sheetData><mergeCells count="4">
<mergeCell ref="A1:C1"/>
<mergeCell ref="B2:C2"/>
<mergeCell ref="A2:A3"/>
<mergeCell ref="A20004:B20005"/></mergeCells>)");
}

BOOST_AUTO_TEST_CASE(a_comment_of_a_long_sheet) {
  const std::string xml = part(long_file(), "xl/comments1.xml");
  BOOST_TEST(between(xml, "<comment ref=", ">") == R"(<comment ref="B3" authorId="0">)");
  BOOST_TEST(between(xml, "<t>", "</t>") == "<t>ตามทะเบียน</t>");
}

// Every cell, however it was written.
BOOST_AUTO_TEST_CASE(a_long_sheet_is_read_again) {
  Diagnostics diagnostics;
  const auto found = read(long_file(), diagnostics);
  BOOST_REQUIRE(found);
  std::vector<document::Cells::value_type> values;
  survey(kLongSheet).cells.each([&](document::Position at, const Cell& cell) {
    values.push_back({at, cell_of(cell.value)});
  });
  BOOST_TEST((found->sheets.front().cells == document::Cells(std::move(values))));
}

BOOST_AUTO_TEST_CASE(what_no_file_can_hold_is_refused_in_a_long_sheet_too) {
  Sheet sheet = sheet_of({});
  sheet.cells.put_below({0, kLongSheet + 1, [](int row, std::vector<Cell>& cells) {
                           cells = {{std::string(row == 5 ? 32'768 : 1, 'a'), {}, ""}};
                         }});
  BOOST_CHECK_EXCEPTION(written_sheet(sheet), WriteError, [](const WriteError& error) {
    return std::string(error.what()).starts_with("รอบที่ 1!A6: ");
  });
}

}  // namespace
}  // namespace chiwat::xlsx
