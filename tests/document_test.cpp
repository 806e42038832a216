// A workbook as text.
#define BOOST_TEST_MODULE document
#include <boost/test/unit_test.hpp>

#include "document/area.hpp"
#include "document/dump.hpp"
#include "document/workbook.hpp"

namespace chiwat::document {
namespace {

using std::chrono::February;
using namespace std::chrono_literals;

Number decimal(const char* text) {
  return *Number::parse(text);
}

Style heading() {
  Style style;
  style.bold = true;
  style.horizontal = Horizontal::centre;
  style.wrap = true;
  return style;
}

Style amount() {
  Style style;
  style.number_format = "#,##0";
  style.border = true;
  style.horizontal = Horizontal::right;
  return style;
}

Style every_field_unusual() {
  Style style;
  style.font_size = 12;
  style.italic = true;
  style.vertical = Vertical::top;
  style.fill = 0xFFF2CC;
  style.font_color = 0x7F7F7F;
  style.locked = false;
  return style;
}

Sheet targets() {
  Sheet sheet;
  sheet.name = "รอบที่ 1";
  sheet.cells[{0, 0}] = {std::string("เป้าหมาย\n\"รอบที่ 1\""), heading(), ""};
  sheet.cells[{6, 2}] = {decimal("12.5"), amount(), ""};
  sheet.cells[{6, 3}] = {Formula{"ROUND(C7*7/100,0)", Number(1)}, amount(), "ร้อยละ 7"};
  sheet.cells[{6, 4}] = {Date(2021y / February / 23), {}, ""};
  sheet.cells[{6, 5}] = {Number(1) / 3, {}, ""};
  sheet.cells[{6, 26}] = {Blank(), every_field_unusual(), ""};
  sheet.merges = {{{0, 0}, {0, 5}}, {{1, 0}, {2, 0}}};
  sheet.column_pixels = {40, 96, 96, 96, 120};
  sheet.row_heights = {48000, 21750, 21750};
  sheet.freeze = Position{3, 2};
  sheet.page = {.landscape = true,
                .scale = 85,
                .left = 787,
                .right = 394,
                .top = 750,
                .bottom = 500,
                .repeat_rows = std::pair(0, 2),
                .print_area = Range{{0, 0}, {40, 7}},
                .breaks = {20, 31},
                .header = "&Rสิ่งที่ส่งมาด้วย 3",
                .footer = "&C&P"};
  return sheet;
}

// "A1 A", one for each cell.
std::string words(const Cells& cells) {
  std::string result;
  for (const auto& [at, cell] : cells) {
    result +=
        (result.empty() ? "" : ", ") + cell_name(at) + " " + std::get<std::string>(cell.value);
  }
  return result;
}

Cell text(const char* words) {
  return {std::string(words), {}, ""};
}

BOOST_AUTO_TEST_CASE(cells_are_in_reading_order_whatever_the_order_they_come_in) {
  const Cells given({{{1, 0}, text("c")}, {{0, 1}, text("b")}, {{0, 0}, text("a")}});
  BOOST_TEST(words(given) == "A1 a, B1 b, A2 c");
  const Cells twice({{{1, 0}, text("first")}, {{0, 0}, text("a")}, {{1, 0}, text("later")}});
  BOOST_TEST(words(twice) == "A1 a, A2 later");
  Cells put;
  for (const auto& [at, cell] : twice) put.put({1 - at.row, at.column}, cell);
  put.put({0, 1}, text("between"));
  put.put({1, 0}, text("anew"));
  BOOST_TEST(words(put) == "A1 later, B1 between, A2 anew");
}

BOOST_AUTO_TEST_CASE(cells_are_found_by_place) {
  Cells cells({{{0, 0}, text("a")}, {{2, 3}, text("b")}});
  BOOST_TEST((cells.find({1, 0}) == cells.end()));
  BOOST_TEST(cell_name(cells.lower_bound({1, 0})->first) == "D3");
  BOOST_TEST((cells.lower_bound({2, 4}) == cells.end()));
  cells[{2, 3}] = text("c");
  BOOST_TEST(std::get<std::string>(cells.at({2, 3}).value) == "c");
  BOOST_TEST(cells.size() == 2u);
}

BOOST_AUTO_TEST_CASE(styles_are_equal_whoever_shares_them) {
  const SharedStyle one = heading();
  BOOST_TEST((one == SharedStyle(heading())));
  BOOST_TEST((one != SharedStyle(amount())));
  BOOST_TEST((SharedStyle() == SharedStyle(Style())));
}

BOOST_AUTO_TEST_CASE(cells_are_named_as_in_a_spreadsheet) {
  BOOST_TEST(cell_name({0, 0}) == "A1");
  BOOST_TEST(cell_name({6, 25}) == "Z7");
  BOOST_TEST(cell_name({6, 26}) == "AA7");
  BOOST_TEST(cell_name({0, 701}) == "ZZ1");
  BOOST_TEST(cell_name({1048575, 16383}) == "XFD1048576");
  BOOST_TEST(cell_name({6, 2}, true) == "$C$7");
}

BOOST_AUTO_TEST_CASE(everything_that_is_seen_or_printed_is_in_a_dump) {
  Sheet lists;
  lists.name = "รายการ";
  lists.hidden = true;
  lists.cells[{0, 0}] = {std::string("=1+1"), {}, ""};
  const Workbook workbook = {.file_name = "เป้าหมาย.xlsx",
                             .properties = {.title = "เป้าหมาย",
                                            .subject = "ปี 2564",
                                            .author = "สพจ.",
                                            .company = "กรมการพัฒนาชุมชน",
                                            .keywords = "",
                                            .created = 2021y / February / 3},
                             .sheets = {targets(), lists},
                             .defined_names = {{"อำเภอ", "'รายการ'!$A$1:$A$25"}}};
  BOOST_TEST(dump(workbook) == R"(workbook เป้าหมาย.xlsx
title "เป้าหมาย"
subject "ปี 2564"
author "สพจ."
company "กรมการพัฒนาชุมชน"
keywords ""
created 2021-02-03
name อำเภอ = 'รายการ'!$A$1:$A$25

sheet รอบที่ 1 landscape scale 85 left 0.787 right 0.394 top 0.75 bottom 0.5
repeat rows 1-3
print area A1:H41
breaks above 21 32
header "&Rสิ่งที่ส่งมาด้วย 3"
footer "&C&P"
columns A 40 B-D 96 E 120
rows 1 48 2-3 21.75
freeze C4
merges A1:F1 A2:A3
รอบที่ 1!A1 text "เป้าหมาย\n\"รอบที่ 1\"" bold centre wrap
รอบที่ 1!C7 number 12.5 format "#,##0" border right
รอบที่ 1!D7 formula ROUND(C7*7/100,0) = 1 format "#,##0" border right comment "ร้อยละ 7"
รอบที่ 1!E7 date 2021-02-23
รอบที่ 1!F7 number 1/3
รอบที่ 1!AA7 blank size 12 italic top fill #FFF2CC colour #7F7F7F unlocked

sheet รายการ hidden portrait scale 100 left 0 right 0 top 0 bottom 0
รายการ!A1 text "=1+1"
)");
}

BOOST_AUTO_TEST_CASE(what_a_formula_gave_and_what_is_no_number_or_text_is_told_apart) {
  Sheet sheet;
  sheet.name = "ก";
  sheet.cells[{0, 0}] = {Formula{"A2&\"\"", "1"}, {}, ""};
  sheet.cells[{0, 1}] = {Formula{"TODAY()", Date(2021y / February / 23)}, {}, ""};
  sheet.cells[{0, 2}] = {Formula{"A2>1", true}, {}, ""};
  sheet.cells[{0, 3}] = {Formula{"1/0", ErrorValue{"#DIV/0!"}}, {}, ""};
  sheet.cells[{0, 4}] = {Formula{"A2", Blank()}, {}, ""};
  sheet.cells[{0, 5}] = {false, {}, ""};
  sheet.cells[{0, 6}] = {ErrorValue{"#N/A"}, {}, ""};
  const std::string text =
      dump({.file_name = "ก.xlsx", .properties = {}, .sheets = {sheet}, .defined_names = {}});
  BOOST_TEST(text.substr(text.find("ก!A1")) == R"(ก!A1 formula A2&"" = "1"
ก!B1 formula TODAY() = 2021-02-23
ก!C1 formula A2>1 = TRUE
ก!D1 formula 1/0 = #DIV/0!
ก!E1 formula A2 = ?
ก!F1 FALSE
ก!G1 error #N/A
)");
}

BOOST_AUTO_TEST_CASE(the_rules_for_filling_a_sheet_in_are_in_its_dump) {
  Sheet sheet;
  sheet.name = "แบบสำรวจ";
  sheet.tab_color = 0x70AD47;
  sheet.protection = Protection{.insert_rows = true,
                                .delete_rows = true,
                                .format_columns = true,
                                .format_rows = true,
                                .sort = true,
                                .autofilter = true};
  const Range rows = {{1, 0}, {30, 0}};
  sheet.validations = {
      {rows,
       Validation::List{"'รายการ'!$A$2:$A$6"},
       {"ประเภท", "เลือก"},
       {"ผิด", "เลือกจากรายการ"},
       true},
      {rows, Validation::Custom{"LEN(A2)=10"}, {"", "สิบหลัก"}, {}, false},
      {rows, Validation::WholeNumber{-1}, {}, {}, false},
      {rows, Validation::Decimal{decimal("0.5")}, {}, {}, false},
      {rows, Validation::DateBetween{2020y / 10 / 1, 2021y / 9 / 30}, {}, {}, false}};
  sheet.conditional_formats = {{rows, "$A2=\"\"", 0xFFF2CC, 0xC00000, true},
                               {rows, "$A2>1", {}, {}, false}};
  const std::string text =
      dump({.file_name = "ก.xlsx", .properties = {}, .sheets = {sheet}, .defined_names = {}});
  BOOST_TEST(text.substr(text.find("tab ")) == R"(tab #70AD47
protected insert-rows delete-rows format-columns format-rows sort autofilter
validation A2:A31 list 'รายการ'!$A$2:$A$6 warning prompt "ประเภท" "เลือก" error "ผิด" "เลือกจากรายการ"
validation A2:A31 if LEN(A2)=10 prompt "" "สิบหลัก"
validation A2:A31 whole number from -1
validation A2:A31 number from 0.5
validation A2:A31 date 2020-10-01 to 2021-09-30
conditional format A2:A31 if $A2="" fill #FFF2CC colour #C00000 bold
conditional format A2:A31 if $A2>1
)");
}

BOOST_AUTO_TEST_CASE(charts_are_in_the_dump_of_their_sheet) {
  const SheetRange names = {"รอบที่ 1", {{1, 1}, {2, 1}}};
  const SheetRange shares = {"รอบที่ 1", {{1, 2}, {2, 2}}};
  Sheet sheet;
  sheet.name = "กราฟ";
  sheet.charts = {
      {Chart::Kind::bar,
       "อันดับ",
       {4, 5},
       640,
       480,
       "0.00%",
       true,
       {{"ร้อยละ", names, shares, 0x00803E, {0x00803E, 0xFF0000}}}},
      {Chart::Kind::line, "ความก้าวหน้า", {0, 0}, 1, 2, "", false, {{"สะสม", names, shares, 0, {}}}}};
  const std::string text =
      dump({.file_name = "ก.xlsx", .properties = {}, .sheets = {sheet}, .defined_names = {}});
  BOOST_TEST(text.substr(text.find("chart ")) ==
             R"(chart bar "อันดับ" at F5 640 x 480 format "0.00%" from 0
series "ร้อยละ" 'รอบที่ 1'!C2:C3 over 'รอบที่ 1'!B2:B3 #00803E bars #00803E #FF0000
chart line "ความก้าวหน้า" at A1 1 x 2 format ""
series "สะสม" 'รอบที่ 1'!C2:C3 over 'รอบที่ 1'!B2:B3 #000000
)");
}

BOOST_AUTO_TEST_CASE(a_line_stays_a_line) {
  Sheet sheet;
  sheet.name = "ก";
  sheet.cells[{0, 0}] = {std::string("a\tb\\c\r\x01"), {}, ""};
  const std::string text =
      dump({.file_name = "ก.xlsx", .properties = {}, .sheets = {sheet}, .defined_names = {}});
  BOOST_TEST(text.substr(text.rfind("ก!A1")) == "ก!A1 text \"a\\tb\\\\c\\x0d\\x01\"\n");
}

// A heading, rows that are made, which is counted, and a line below them.
Cells with_made_rows(int& made) {
  Cells cells{{{0, 0}, {std::string("ที่"), {}, ""}}};
  cells.put_below({1, 2, [&made](int row, std::vector<Cell>& row_cells) {
                     ++made;
                     row_cells = {{Number(row), {}, ""}, {std::string("ก"), {}, ""}};
                   }});
  cells.put({3, 0}, {std::string("รวม"), {}, ""});
  return cells;
}

std::string lines_of(const Cells& cells) {
  Sheet sheet;
  sheet.name = "ก";
  sheet.cells = cells;
  const std::string text =
      dump({.file_name = "", .properties = {}, .sheets = {sheet}, .defined_names = {}});
  return text.substr(text.find("ก!"));
}

BOOST_AUTO_TEST_CASE(rows_that_are_made_are_cells_like_others) {
  int made = 0;
  BOOST_TEST(lines_of(with_made_rows(made)) == R"(ก!A1 text "ที่"
ก!A2 number 1
ก!B2 text "ก"
ก!A3 number 2
ก!B3 text "ก"
ก!A4 text "รวม"
)");
  const Cells kept{{{0, 0}, {std::string("ที่"), {}, ""}}, {{1, 0}, {Number(1), {}, ""}},
                   {{1, 1}, {std::string("ก"), {}, ""}}, {{2, 0}, {Number(2), {}, ""}},
                   {{2, 1}, {std::string("ก"), {}, ""}}, {{3, 0}, {std::string("รวม"), {}, ""}}};
  BOOST_TEST((with_made_rows(made) == kept));
  BOOST_TEST(with_made_rows(made).size() == 6u);
  BOOST_TEST((with_made_rows(made).at({2, 0}) == kept.at({2, 0})));
  BOOST_TEST(with_made_rows(made).row_count() == 4);
}

BOOST_AUTO_TEST_CASE(whoever_goes_through_rows_does_not_keep_them) {
  int made = 0;
  const Cells cells = with_made_rows(made);
  for (int time = 1; time <= 2; ++time) {
    std::string names;
    cells.each([&](Position at, const Cell&) { names += cell_name(at) + " "; });
    BOOST_TEST(names == "A1 A2 B2 A3 B3 A4 ");
    BOOST_TEST(made == 2 * time);
  }
  BOOST_TEST(cells.row_count() == 4);
  BOOST_TEST(made == 4);
  BOOST_TEST(cells.size() == 6u);
  BOOST_TEST(cells.size() == 6u);
  BOOST_TEST(made == 6);
}

BOOST_AUTO_TEST_CASE(a_cell_of_a_row_that_is_made_can_be_changed) {
  int made = 0;
  Cells cells = with_made_rows(made);
  cells[{2, 1}].value = std::string("ข");
  cells.put({1, 0}, {Number(7), {}, ""});
  cells.put({4, 0}, {std::string("ลงชื่อ"), {}, ""});
  BOOST_TEST(made == 2);
  BOOST_TEST(lines_of(cells) == R"(ก!A1 text "ที่"
ก!A2 number 7
ก!B2 text "ก"
ก!A3 number 2
ก!B3 text "ข"
ก!A4 text "รวม"
ก!A5 text "ลงชื่อ"
)");
  Cells without_end{{{0, 0}, {Number(1), {}, ""}}};
  without_end.put_below({1, 2, [](int, std::vector<Cell>& row) { row = {{Blank{}, {}, ""}}; }});
  without_end.put({2, 1}, {Number(2), {}, ""});
  BOOST_TEST(lines_of(without_end) == R"(ก!A1 number 1
ก!A2 blank
ก!A3 blank
ก!B3 number 2
)");
}

// As Excel, openpyxl and LibreOffice write them.
BOOST_AUTO_TEST_CASE(areas_that_names_point_to) {
  const auto read = [](const char* formula) {
    const auto area = read_area(formula);
    return area ? area->sheet + "|" + cell_name(area->range.first) + "|" +
                      cell_name(area->range.last)
                : "nothing";
  };
  BOOST_TEST(read("'รต.1'!$A$9:$N$40") == "รต.1|A9|N40");
  BOOST_TEST(read("$รต.1!$A$9:$N$40") == "รต.1|A9|N40");
  BOOST_TEST(read("chiwat!B2") == "chiwat|B2|B2");
  BOOST_TEST(read("'ที่''นี่'!$XFD$1048576") == "ที่'นี่|XFD1048576|XFD1048576");
  BOOST_TEST(read("a!$N$40:$A$9") == "a|A9|N40");
  for (const char* other : {"", "#REF!$A$1:$B", "a!#REF!", "A1", "a!A0", "a!XFE1", "a!A1048577",
                            "a!A1:B2,a!C3", "'a!A1", "a!A99999999999999999999", "SUM(a!A1)"}) {
    BOOST_TEST(read(other) == "nothing", other);
  }
}

}  // namespace
}  // namespace chiwat::document
