// What has changed from one sheet or workbook to another, as lines of text.
#define BOOST_TEST_MODULE compare
#include <boost/test/unit_test.hpp>

#include "compare/align.hpp"
#include "compare/compare_sheets.hpp"
#include "compare/comparison.hpp"
#include "compare/mark_changes.hpp"

namespace chiwat::compare {
namespace {

using document::Formula;
using document::Position;
using document::Sheet;
using document::Value;

// --- Lists ---

std::string aligned(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  std::string result;
  for (const auto& [old_index, new_index] : align(before, after)) {
    result += (result.empty() ? "" : " ") + (old_index ? before[*old_index] : "") + ":" +
              (new_index ? after[*new_index] : "");
  }
  return result;
}

BOOST_AUTO_TEST_CASE(things_are_known_by_their_keys) {
  BOOST_TEST(aligned({}, {}) == "");
  BOOST_TEST(aligned({"ก", "ข"}, {"ก", "ข"}) == "ก:ก ข:ข");
  BOOST_TEST(aligned({"ก", "ค"}, {"ก", "ข", "ค"}) == "ก:ก :ข ค:ค");
  BOOST_TEST(aligned({"ก", "ข", "ค"}, {"ก", "ค"}) == "ก:ก ข: ค:ค");
  BOOST_TEST(aligned({}, {"ก"}) == ":ก");
}

BOOST_AUTO_TEST_CASE(as_many_that_have_changed_are_taken_for_the_same) {
  BOOST_TEST(aligned({"ก", "x", "ค"}, {"ก", "y", "ค"}) == "ก:ก x:y ค:ค");
  BOOST_TEST(aligned({"ก", "x", "z", "ค"}, {"ก", "y", "ค"}) == "ก:ก x: z: :y ค:ค");
  BOOST_TEST(aligned({"ก", "ก", "ข"}, {"ก", "ข"}) == "ก:ก ก: ข:ข");
  BOOST_TEST(aligned({"ก", "ข"}, {"ข", "ก"}) == "ก: ข:ข :ก");
}

// --- Sheets ---

// Rows of cells; those before `headings` are repeated on each page.
Sheet sheet(const std::vector<std::vector<Value>>& rows, int headings = 1,
            const std::string& name = "ก") {
  Sheet result;
  result.name = name;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      if (rows[row][column] == Value(document::Blank{})) continue;
      result.cells[{static_cast<int>(row), static_cast<int>(column)}] = {rows[row][column], {}, ""};
    }
  }
  if (headings > 0) result.page.repeat_rows = std::pair(0, headings - 1);
  return result;
}

Value text(const char* words) {
  return std::string(words);
}

Value number(const char* decimal) {
  return *Number::parse(decimal);
}

const Value kBlank = document::Blank{};

std::string place(const std::optional<Position>& at) {
  if (!at) return "-";
  return std::string(1, static_cast<char>('A' + at->column)) + std::to_string(at->row + 1);
}

// "B2>B3 ปง/เป้าหมาย 5>6 (1)", a line each.
std::string listed(const std::vector<CellChange>& changes) {
  std::string result;
  for (const CellChange& change : changes) {
    const auto difference = change.difference();
    result += place(change.old_at) + ">" + place(change.new_at) + " " + change.row + "/" +
              change.column + " " + shown(change.old_value) + ">" + shown(change.new_value) +
              (difference ? " (" + difference->to_string() + ")" : "") + "\n";
  }
  return result;
}

std::string changes(const Sheet& before, const Sheet& after) {
  return listed(compare_sheets(before, after));
}

const std::vector<Value> kHead{text("ที่"), text("อำเภอ"), text("เป้าหมาย")};

BOOST_AUTO_TEST_CASE(a_number_that_has_grown) {
  BOOST_TEST(changes(sheet({kHead, {number("1"), text("จุน"), number("5")}}),
                     sheet({kHead, {number("1"), text("จุน"), number("6.5")}})) ==
             "C2>C2 จุน/เป้าหมาย 5>6.5 (1.5)\n");
}

BOOST_AUTO_TEST_CASE(what_a_formula_gives_counts_and_not_the_formula) {
  const auto with = [](const Value& value) { return sheet({kHead, {kBlank, text("จุน"), value}}); };
  const Value five = Formula{"ROUND(B2*7/100,0)", *Number::parse("5")};
  BOOST_TEST(changes(with(five), with(number("5"))) == "");
  BOOST_TEST(changes(with(five), with(Formula{"B2", *Number::parse("5")})) == "");
  BOOST_TEST(changes(with(five), with(Formula{"ROUND(B2*7/100,0)", *Number::parse("6")})) ==
             "C2>C2 จุน/เป้าหมาย 5>6 (1)\n");
  BOOST_TEST(changes(with(Formula{"\"\"", std::string()}), with(kBlank)) == "");
}

BOOST_AUTO_TEST_CASE(another_type_is_a_change_without_a_difference) {
  const auto with = [](const Value& value) { return sheet({kHead, {kBlank, text("จุน"), value}}); };
  BOOST_TEST(changes(with(number("5")), with(text("5"))) == "C2>C2 จุน/เป้าหมาย 5>5\n");
  BOOST_TEST(changes(with(number("5")), with(kBlank)) == "C2>C2 จุน/เป้าหมาย 5>\n");
  BOOST_TEST(changes(with(kBlank), with(number("0"))) == "C2>C2 จุน/เป้าหมาย >0\n");
  BOOST_TEST(changes(with(true), with(false)) == "C2>C2 จุน/เป้าหมาย TRUE>FALSE\n");
  BOOST_TEST(changes(with(number("1")), with(document::ErrorValue{"#DIV/0!"})) ==
             "C2>C2 จุน/เป้าหมาย 1>#DIV/0!\n");
}

// The serial numbers after it change too, and say nothing.
BOOST_AUTO_TEST_CASE(a_district_in_between_moves_the_others_and_changes_none) {
  const Sheet before = sheet({kHead,
                              {number("1"), text("จุน"), number("5")},
                              {number("2"), text("แม่ใจ"), number("7")},
                              {kBlank, text("รวม"), number("12")}});
  const Sheet after = sheet({kHead,
                             {number("1"), text("จุน"), number("5")},
                             {number("2"), text("ปง"), number("6")},
                             {number("3"), text("แม่ใจ"), number("7")},
                             {kBlank, text("รวม"), number("18")}});
  BOOST_TEST(changes(before, after) ==
             "->B3 /อำเภอ >ปง\n->C3 ปง/เป้าหมาย >6\nC4>C5 รวม/เป้าหมาย 12>18 (6)\n");
  BOOST_TEST(changes(after, before) ==
             "B3>- /อำเภอ ปง>\nC3>- ปง/เป้าหมาย 6>\nC5>C4 รวม/เป้าหมาย 18>12 (-6)\n");
}

BOOST_AUTO_TEST_CASE(columns_are_known_by_their_headings) {
  const Sheet before = sheet({{text("อำเภอ"), text("เป้าหมาย"), kBlank},
                              {kBlank, text("รอบที่ 1"), text("รอบที่ 2")},
                              {text("จุน"), number("5"), number("6")}},
                             2);
  Sheet after = sheet({{text("อำเภอ"), text("ฐาน"), text("เป้าหมาย"), kBlank},
                       {kBlank, kBlank, text("รอบ\nที่ 1"), text("รอบที่ 2")},
                       {text("จุน"), number("70"), number("5"), number("8")}},
                      2);
  Sheet merged = before;
  merged.merges = {{{0, 1}, {0, 2}}, {{0, 0}, {1, 0}}};
  after.merges = {{{0, 2}, {0, 3}}, {{0, 0}, {1, 0}}, {{0, 1}, {1, 1}}};
  BOOST_TEST(changes(merged, after) ==
             "->B1 / >ฐาน\nB2>C2 / รอบที่ 1>รอบ\nที่ 1\n->B3 จุน/ฐาน >70\n"
             "C3>D3 จุน/เป้าหมาย / รอบที่ 2 6>8 (2)\n");
}

// A document is a grid of narrow columns that follow the lengths of texts.
BOOST_AUTO_TEST_CASE(without_headings_the_cells_of_a_row_are_known_by_their_order) {
  const Sheet before = sheet({{text("๑."), kBlank, text("ส่งภายในวันที่ 5")}, {text("ลงชื่อ")}}, 0);
  const Sheet after = sheet({{text("๑."), text("ส่งภายในวันที่ 5")}, {text("ลงชื่อ")}}, 0);
  BOOST_TEST(changes(before, after) == "");
  BOOST_TEST(changes(after, sheet({{text("๑."), text("ส่งภายในวันที่ 7")}, {text("ลงชื่อ")}}, 0)) ==
             "B1>B1 / ส่งภายในวันที่ 5>ส่งภายในวันที่ 7\n");
}

// --- Workbooks ---

document::Workbook workbook(std::vector<Sheet> sheets) {
  document::Workbook result;
  result.sheets = std::move(sheets);
  return result;
}

std::string sheet_changes(const document::Workbook& before, const document::Workbook& after) {
  std::string result;
  for (const SheetChange& change : compare_workbooks(before, after)) {
    result += change.old_sheet + ":" + change.new_sheet + " " +
              std::to_string(change.cells.size()) + "\n";
  }
  return result;
}

BOOST_AUTO_TEST_CASE(sheets_come_go_and_are_renamed) {
  const auto named = [](const std::string& name) { return sheet({{text("x")}}, 0, name); };
  BOOST_TEST(sheet_changes(workbook({named("ก")}), workbook({named("ก")})) == "");
  BOOST_TEST(sheet_changes(workbook({named("ก")}), workbook({named("ข")})) == "ก:ข 0\n");
  BOOST_TEST(sheet_changes(workbook({named("ก")}), workbook({named("ก"), named("ข")})) == ":ข 0\n");
  BOOST_TEST(sheet_changes(workbook({named("ก"), named("ข")}), workbook({named("ข")})) == "ก: 0\n");
  Sheet hidden = named("ซ่อน");
  hidden.hidden = true;
  BOOST_TEST(sheet_changes(workbook({named("ก")}), workbook({named("ก"), hidden})) == "");
}

std::string paired(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  std::string result;
  for (const FileChange& pair : pair_files(before, after)) {
    result += (result.empty() ? "" : " ") + pair.old_file + ":" + pair.new_file;
  }
  return result;
}

BOOST_AUTO_TEST_CASE(files_are_known_by_name_then_without_their_number) {
  BOOST_TEST(paired({"01-ก"}, {"01-ก", "02-ข"}) == "01-ก:01-ก :02-ข");
  BOOST_TEST(paired({"ง/01-จุน", "ง/02-แม่ใจ"}, {"ง/01-จุน", "ง/02-ปง", "ง/03-แม่ใจ"}) ==
             "ง/01-จุน:ง/01-จุน :ง/02-ปง ง/02-แม่ใจ:ง/03-แม่ใจ");
  BOOST_TEST(paired({"ก/01-x"}, {"ข/01-x"}) == ":ข/01-x ก/01-x:");
  BOOST_TEST(paired({"2564"}, {"2565"}) == ":2565 2564:");
}

BOOST_AUTO_TEST_CASE(a_changed_cell_is_filled_and_says_what_stood_there) {
  const Sheet before = sheet({kHead, {kBlank, text("จุน"), number("1234.5"), number("7")}});
  document::Workbook after =
      workbook({sheet({kHead, {kBlank, text("จุน"), number("9"), kBlank, text("ใหม่")}})});
  after.sheets[0].cells[{1, 2}].comment = "ตามมติที่ประชุม";
  mark_changes(compare_workbooks(workbook({before}), after), after);
  const auto& cells = after.sheets[0].cells;
  BOOST_TEST(cells.at({1, 2}).comment == "ตามมติที่ประชุม\nเดิม 1,234.5");
  BOOST_TEST(cells.at({1, 2}).style->fill.value() == kChangedFill);
  BOOST_TEST(cells.at({1, 4}).comment == "เดิมไม่มี");
  BOOST_TEST(cells.at({1, 1}).comment == "");
  BOOST_TEST(!cells.at({1, 1}).style->fill);
}

}  // namespace
}  // namespace chiwat::compare
