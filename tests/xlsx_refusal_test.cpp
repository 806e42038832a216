// What no program would open, or would show as something else, is not written at all.
#include <functional>

#include "xlsx_written.hpp"

namespace chiwat::xlsx {
namespace {

// What is thrown for a good workbook that was spoiled; nothing may be left in the folder then.
std::string refusal(const std::function<void(Workbook&)>& spoil) {
  Workbook workbook = workbook_of(sheet_of({}));
  spoil(workbook);
  const Folder folder;
  try {
    write(workbook, folder);
  } catch (const WriteError& error) {
    BOOST_TEST(folder.names().empty());
    return error.what();
  }
  return "written";
}

std::string refusal_of_sheet(const std::function<void(Sheet&)>& spoil) {
  return refusal([&](Workbook& workbook) { spoil(workbook.sheets[0]); });
}

std::string refusal_of_text(const std::string& text) {
  return refusal_of_sheet([&](Sheet& sheet) { sheet.cells[{6, 2}].value = text; });
}

BOOST_AUTO_TEST_CASE(what_excel_would_not_open_is_not_written) {
  BOOST_TEST(refusal_of_sheet([](Sheet& s) { s.name = "รอบที่ 1/2"; }) ==
             "sheet รอบที่ 1/2: Worksheet name cannot contain invalid characters: '[ ] : * ? / \\'");
  BOOST_TEST(refusal_of_sheet([](Sheet& s) { s.name = "'ก"; }) ==
             "sheet 'ก: Worksheet name cannot start or end with an apostrophe.");
  BOOST_TEST(refusal_of_sheet([](Sheet& s) { s.name = ""; }) == "sheet: no name");
  BOOST_TEST(
      refusal_of_sheet([](Sheet& s) { s.name = "เป้าหมายตัวชี้วัดประจำปีงบประมาณ"; }) ==
      "sheet เป้าหมายตัวชี้วัดประจำปีงบประมาณ: Worksheet name exceeds Excel's limit of 31 characters.");

  BOOST_TEST(refusal_of_text(std::string(32767, 'a')) == "written");
  BOOST_TEST(refusal_of_text(std::string(32768, 'a')) ==
             "รอบที่ 1!C7: String exceeds Excel's limit of 32,767 characters.");
  BOOST_TEST(refusal_of_text("\xE0\xB8") == "xl/sharedStrings.xml: not XML");

  BOOST_TEST(refusal_of_sheet([](Sheet& s) {
               s.merges = {{{0, 0}, {0, 2}}, {{0, 2}, {1, 2}}};
             }) == "รอบที่ 1!C1: two merged ranges overlap");
  BOOST_TEST(refusal_of_sheet([](Sheet& s) {
               s.merges = {{{0, 0}, {0, 0}}};
             }) == "รอบที่ 1!A1: Function parameter validation error.");
}

BOOST_AUTO_TEST_CASE(what_the_library_would_leave_out_in_silence_is_not_written) {
  BOOST_TEST(refusal_of_sheet([](Sheet& s) { s.page.scale = 5; }) ==
             "รอบที่ 1: no scale that Excel knows");
  BOOST_TEST(refusal_of_sheet([](Sheet& s) {
               s.page.breaks = {3, 0};
             }) == "รอบที่ 1: a page break above the first row");
  BOOST_TEST(refusal_of_sheet([](Sheet& s) { s.page.breaks.assign(1024, 1); }) ==
             "รอบที่ 1: more page breaks than Excel can hold");
  BOOST_TEST(refusal_of_sheet([](Sheet& s) { s.page.header = "&L&G"; }) ==
             "รอบที่ 1: a header or footer with a picture");
  BOOST_TEST(refusal_of_sheet([](Sheet& s) { s.page.header.assign(256, 'a'); }) ==
             "รอบที่ 1: Parameter exceeds Excel's limit of 255 characters.");
  BOOST_TEST(refusal_of_sheet([](Sheet& s) { s.cells[{0, 70000}] = {}; }) == "70000: out of range");
  BOOST_TEST(refusal_of_sheet([](Sheet& s) {
               s.cells[{0, 16384}] = {};
             }) == "รอบที่ 1!XFE1: Worksheet row or column index out of range.");
  BOOST_TEST(refusal([](Workbook& w) { w.defined_names["อำเภอ"].assign(128, '1'); }) ==
             "defined name อำเภอ: it or its formula is too long");
}

std::string refusal_of_rule(const document::Validation& validation) {
  return refusal_of_sheet([&](Sheet& sheet) { sheet.validations = {validation}; });
}

std::string refusal_of_box(const std::string& title, const std::string& text) {
  return refusal_of_rule({kRows, document::Validation::WholeNumber{0}, {}, {title, text}, false});
}

std::string letters(int count, const std::string& letter = "ก") {
  std::string text;
  for (int i = 0; i < count; ++i) text += letter;
  return text;
}

BOOST_AUTO_TEST_CASE(a_box_holds_no_more_than_excel_shows) {
  const std::string title = "รอบที่ 1!A2: validation: no title for a box of Excel";
  const std::string text = "รอบที่ 1!A2: validation: no text for a box of Excel";
  BOOST_TEST(refusal_of_box(letters(32), letters(255)) == "written");
  BOOST_TEST(refusal_of_box(letters(33), "x") == title);
  BOOST_TEST(refusal_of_box(letters(16, "😀"), "x") == "written");
  BOOST_TEST(refusal_of_box(letters(17, "😀"), "x") == title);
  BOOST_TEST(refusal_of_box("", letters(256)) == text);
  BOOST_TEST(refusal_of_box("", "=1") == text);
  BOOST_TEST(refusal_of_box("a\tb", "x") == title);
  BOOST_TEST(refusal_of_box("หัวเรื่อง", "") ==
             "รอบที่ 1!A2: validation: a box with a title and no text");
}

BOOST_AUTO_TEST_CASE(a_rule_that_excel_would_not_take_is_not_written) {
  using document::Validation;
  const std::string length = "รอบที่ 1!A2: validation: no formula, or one over 255 characters";
  BOOST_TEST(refusal_of_rule({kRows, Validation::List{letters(255)}, {}, {}, false}) == "written");
  BOOST_TEST(refusal_of_rule({kRows, Validation::List{letters(256)}, {}, {}, false}) == length);
  BOOST_TEST(refusal_of_rule({kRows, Validation::Custom{""}, {}, {}, false}) == length);
  BOOST_TEST(refusal_of_rule({kRows, Validation::List{"\"ก,ข\""}, {}, {}, false}) ==
             "รอบที่ 1!A2: validation: a list that is not a range or a name");
  BOOST_TEST(refusal_of_rule({kRows, Validation::Decimal{Number(1) / 3}, {}, {}, false}) ==
             "รอบที่ 1!A2: validation: a limit without a finite decimal form");
  BOOST_TEST(refusal_of_rule(
                 {kRows, Validation::DateBetween{2021y / 9 / 30, 2020y / 10 / 1}, {}, {}, false}) ==
             "รอบที่ 1!A2: validation: no such days");
  BOOST_TEST(refusal_of_rule({{{5, 0}, {4, 0}}, Validation::WholeNumber{0}, {}, {}, false}) ==
             "รอบที่ 1!A6: validation: no range");
  BOOST_TEST(refusal_of_rule({{{0, 0}, {1048576, 0}}, Validation::WholeNumber{0}, {}, {}, false}) ==
             "รอบที่ 1!A1: validation: Worksheet row or column index out of range.");
  BOOST_TEST(refusal_of_sheet([](Sheet& sheet) {
               const Validation rule = {kRows, Validation::WholeNumber{0}, {}, {}, false};
               sheet.validations = {rule, rule};
               sheet.validations[1].range = {{30, 0}, {31, 2}};
             }) == "รอบที่ 1!A2: validation: another holds for the same cells");
}

BOOST_AUTO_TEST_CASE(a_conditional_format_needs_a_formula_and_a_look) {
  const auto refused = [](const document::ConditionalFormat& format) {
    return refusal_of_sheet([&](Sheet& sheet) { sheet.conditional_formats = {format}; });
  };
  BOOST_TEST(refused({kRows, letters(8192), 0, {}, false}) == "written");
  BOOST_TEST(refused({kRows, letters(8193), 0, {}, false}) ==
             "รอบที่ 1!A2: conditional format: no formula, or one over 8,192 characters");
  BOOST_TEST(refused({kRows, "", 0, {}, false}) ==
             "รอบที่ 1!A2: conditional format: no formula, or one over 8,192 characters");
  BOOST_TEST(refused({kRows, "A2", {}, {}, false}) ==
             "รอบที่ 1!A2: conditional format: nothing to be seen");
}

BOOST_AUTO_TEST_CASE(a_chart_that_excel_would_not_draw_is_not_written) {
  const auto refused = [](auto spoil) {
    Sheet sheet = sheet_with_chart(document::Chart::Kind::bar);
    spoil(sheet.charts[0]);
    return refusal([&](Workbook& workbook) { workbook.sheets = {sheet}; });
  };
  using document::Chart;
  BOOST_TEST(refused([](Chart&) {}) == "written");
  BOOST_TEST(refused([](Chart& c) { c.series.clear(); }) == "รอบที่ 1!C4: chart: nothing to be seen");
  BOOST_TEST(refused([](Chart& c) { c.width = 0; }) == "รอบที่ 1!C4: chart: no size");
  BOOST_TEST(refused([](Chart& c) { c.series[0].values.sheet = "รอบที่ 2"; }) ==
             "รอบที่ 1!C4: chart: over cells of a sheet that is not there");
  BOOST_TEST(refused([](Chart& c) {
               c.series[0].values.range.last = {1, 2};
             }) == "รอบที่ 1!C4: chart: not over a row or a column of cells");
  BOOST_TEST(refused([](Chart& c) {
               c.series[0].values.range.last = {2, 1};
             }) == "รอบที่ 1!C4: chart: more names than values");
  BOOST_TEST(refused([](Chart& c) { c.series[0].bar_colors = {1}; }) ==
             "รอบที่ 1!C4: chart: not a color for each bar");
  BOOST_TEST(refused([](Chart& c) { c.title = "=A1"; }) ==
             "รอบที่ 1!C4: chart: a title or a name that Excel would not take");
}

BOOST_AUTO_TEST_CASE(what_the_library_cannot_write_is_not_written_as_something_else) {
  const auto refused = [](document::Value value) {
    return refusal_of_sheet([&](Sheet& sheet) { sheet.cells[{6, 2}].value = value; });
  };
  const std::string unknown =
      "รอบที่ 1!C7: Feature is not currently supported in this configuration.";
  BOOST_TEST(refused(document::ErrorValue{"#N/A"}) == unknown);
  BOOST_TEST(refused(Formula{"A1>1", true}) == unknown);
  BOOST_TEST(refused(Formula{"1/0", document::ErrorValue{"#DIV/0!"}}) == unknown);
  BOOST_TEST(refused(Formula{"A1", Blank()}) == unknown);
  BOOST_TEST(refusal([](Workbook& w) { w.defined_names["ไม่มี!ชื่อ"] = "1"; }) != "written");
}

BOOST_AUTO_TEST_CASE(a_workbook_needs_a_date_and_sheets_that_can_be_seen_and_told_apart) {
  BOOST_TEST(refusal([](Workbook& w) { w.properties.created = Date(); }) ==
             "properties: no date of creation");
  BOOST_TEST(refusal([](Workbook& w) { w.sheets.clear(); }) == "เป้าหมาย.xlsx: no sheet to be seen");
  BOOST_TEST(refusal([](Workbook& w) { w.sheets[0].hidden = true; }) ==
             "เป้าหมาย.xlsx: no sheet to be seen");
  BOOST_TEST(refusal([](Workbook& w) { w.sheets.push_back(w.sheets[0]); }) ==
             "sheet รอบที่ 1: Worksheet name is already in use.");
}

}  // namespace
}  // namespace chiwat::xlsx
