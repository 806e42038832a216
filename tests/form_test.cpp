// The parts of laying out a table: heading grids, the looks of numbers, pages. Whole sheets are in
// tests/cases/.
#define BOOST_TEST_MODULE form
#include <boost/test/unit_test.hpp>

#include "form/column_widths.hpp"
#include "form/document_rows.hpp"
#include "form/heading_grid.hpp"
#include "form/number_format.hpp"
#include "form/paper.hpp"

namespace chiwat::form {
namespace {

model::Heading leaf(const std::string& text) {
  return {{text, {}}, {}, model::EmptyCells{}, {}};
}
model::Heading group(const std::string& text, std::vector<model::Heading> parts) {
  return {{text, {}}, std::move(parts), {}, {}};
}

BOOST_AUTO_TEST_CASE(a_heading_without_parts_reaches_down) {
  const std::vector<model::Heading> headings{
      leaf("ที่"), group("ฐาน", {leaf("ก"), group("ข", {leaf("ค"), leaf("ง")})}), leaf("จ")};
  const HeadingTree<model::Heading> tree(headings);
  const HeadingGrid& grid = tree.grid();
  std::string text;
  for (const HeadingCell& cell : grid.cells) {
    text += cell.text->value + " at " + std::to_string(cell.row) + "," +
            std::to_string(cell.column) + " spans " + std::to_string(cell.rows) + "x" +
            std::to_string(cell.columns) + "\n";
  }
  BOOST_TEST(text ==
             "ที่ at 0,0 spans 3x1\n"
             "ฐาน at 0,1 spans 1x3\n"
             "ก at 1,1 spans 2x1\n"
             "ข at 1,2 spans 1x2\n"
             "ค at 2,2 spans 1x1\n"
             "ง at 2,3 spans 1x1\n"
             "จ at 0,4 spans 3x1\n");
  BOOST_TEST(grid.rows == 3);
  BOOST_TEST(tree.leaves().size() == 5U);
}

// The only codes that keep separators and work in every locale: conventions.md.
BOOST_AUTO_TEST_CASE(numbers_look_as_their_code_says) {
  const Number n = Number::parse("1467249697.2").value();
  using thai::Digits;
  struct Case {
    NumberLook look;
    const char *code, *text;
  };
  const Case cases[] = {
      {{0, true, Digits::arabic, ""}, "#,##0", "1,467,249,697"},
      {{2, true, Digits::arabic, ""}, "#,##0.00", "1,467,249,697.20"},
      {{0, false, Digits::arabic, ""}, "0", "1467249697"},
      {{1, true, Digits::thai, ""}, "[$-D00041E]#,##0.0", "๑,๔๖๗,๒๔๙,๖๙๗.๒"},
      {{0, true, Digits::thai, "*"}, "[$-D00041E]\"* \"#,##0", "* ๑,๔๖๗,๒๔๙,๖๙๗"},
  };
  for (const Case& c : cases) {
    BOOST_TEST(format_code(c.look) == c.code);
    BOOST_TEST(shown(n, c.look) == c.text);
  }
  BOOST_TEST(shown(Number(-1234), {0, true, Digits::arabic, ""}) == "-1,234");
  BOOST_TEST(shown(Number(-123), {0, true, Digits::arabic, ""}) == "-123");
}

BOOST_AUTO_TEST_CASE(a4_inside_its_margins) {
  const Paper portrait = a4(false, {15, 15, 15, 18});
  BOOST_TEST(portrait.width == 510'236);   // 180 mm
  BOOST_TEST(portrait.height == 748'346);  // 264 mm
  BOOST_TEST(a4(true, {15, 15, 15, 18}).width == 756'850);
}

// Rows of 20 points on a page of 200: the label and title, a heading of one row, then districts.
Pages pages(int rows, int kept_from, int kept_until, Millipoints width = 100'000,
            int kept_at_least = 0) {
  const Paper paper{false, 200'000, 200'000};
  const Rows all{std::vector<Millipoints>(static_cast<std::size_t>(rows), 20'000),
                 2,
                 2,
                 kept_from,
                 kept_at_least,
                 kept_until};
  return paginate(paper, width, all);
}

BOOST_AUTO_TEST_CASE(what_nearly_fits_one_page_is_made_to_fit) {
  BOOST_TEST(pages(9, 7, 9).scale == 100);
  BOOST_TEST(pages(9, 7, 9).breaks.empty());
  BOOST_TEST(pages(12, 9, 12).scale == 80);
  BOOST_TEST(pages(12, 9, 12).breaks.empty());
}

BOOST_AUTO_TEST_CASE(a_longer_table_is_cut_and_its_end_kept_together) {
  const Pages two = pages(16, 13, 16);
  BOOST_TEST(two.scale == 100);
  BOOST_TEST(two.breaks == std::vector<int>{9}, boost::test_tools::per_element());
  // The last four rows would begin on the first page and end on the second.
  const Pages kept = pages(13, 7, 13);
  BOOST_TEST(kept.breaks == std::vector<int>{7}, boost::test_tools::per_element());
}

// Twenty rows from the second to last district to the signature: more than a page.
BOOST_AUTO_TEST_CASE(where_the_end_is_longer_than_a_page_the_signature_keeps_a_note) {
  const Pages cut = pages(30, 10, 30, 100'000, 26);
  BOOST_TEST(cut.breaks == (std::vector<int>{9, 17, 25}), boost::test_tools::per_element());
}

// Its rows together are higher than 32 bits can say, in millipoints.
BOOST_AUTO_TEST_CASE(of_a_table_of_too_many_pages_the_last_are_cut) {
  const Pages last = pages(200'000, 199'997, 200'000);
  BOOST_TEST(last.scale == 100);
  BOOST_TEST(last.breaks.size() == 1023u);
  BOOST_TEST(last.breaks.back() > 199'985);
}

// Rows of 20 points on a page of 200, of which 97 % count; "+": keeps the next, "|": begins a page.
std::string text_pages(const std::string& rows) {
  std::vector<TextRow> all;
  for (const char c : rows) all.push_back({20'000, c == '+', c == '|'});
  const Pages pages = paginate_text({false, 200'000, 200'000}, all);
  std::string result = std::to_string(pages.scale);
  for (const int row : pages.breaks) result += " " + std::to_string(row);
  return result;
}

BOOST_AUTO_TEST_CASE(a_text_is_cut_between_rows_that_may_part) {
  BOOST_TEST(text_pages("---------") == "100");
  BOOST_TEST(text_pages("------------------") == "100 9");
  BOOST_TEST(text_pages("-------++------") == "100 7");  // a heading goes with what follows
  BOOST_TEST(text_pages("--|---") == "100 2");
  BOOST_TEST(text_pages("+|") == "100 1");
  // Higher than a page: what keeps together is cut all the same.
  BOOST_TEST(text_pages("++++++++++++++") == "100 9");
}

BOOST_AUTO_TEST_CASE(a_text_is_drawn_a_little_smaller_to_take_fewer_pages) {
  BOOST_TEST(text_pages("----------") == "97");
  BOOST_TEST(text_pages("-------------------") == "97 10");
  BOOST_TEST(text_pages("-----|---------") == "97 5");
}

std::string heights(const std::vector<DocumentRow>& rows) {
  std::string result;
  for (const DocumentRow& row : rows) {
    result += (result.empty() ? "" : " ") + std::to_string(row.height) +
              (row.keeps_next ? "+" : "") + (row.begins_page ? "|" : "");
  }
  return result;
}

BOOST_AUTO_TEST_CASE(a_text_higher_than_a_row_is_cut_between_lines) {
  std::string text = "1";
  for (int line = 2; line <= 20; ++line) text += "\n" + std::to_string(line);
  DocumentRows rows(20);
  rows.add_line(text, text_style(document::Horizontal::left, false));
  const auto cut = rows.take();
  BOOST_TEST(heights(cut) == "406500 46500");
  BOOST_TEST(cut.at(1).texts.at(0).text == "19\n20");
}

BOOST_AUTO_TEST_CASE(a_table_keeps_its_heading_and_a_small_one_all_its_rows) {
  PrintedTable table{{{"ก", std::nullopt, Align::left}}, {}};
  for (int row = 0; row < 3; ++row) table.rows.push_back({{"ข", std::nullopt, std::nullopt}});
  DocumentRows few(20), many(20);
  add_table(table, thai::Digits::thai, few);
  BOOST_TEST(heights(few.take()) == "24000+ 24000+ 24000+ 24000");
  for (int row = 0; row < 10; ++row) table.rows.push_back(table.rows.front());
  add_table(table, thai::Digits::thai, many);
  BOOST_TEST(heights(many.take()).substr(0, 20) == "24000+ 24000 24000 2");
}

// The columns of the grid that each column of a table takes.
std::string shares(std::vector<PrintedColumn> columns, const std::vector<std::string>& texts) {
  PrintedTable table{std::move(columns), {{}}};
  for (const std::string& text : texts) table.rows[0].push_back({text, std::nullopt, std::nullopt});
  DocumentRows rows(50);
  add_table(table, thai::Digits::thai, rows);
  std::string result;
  const std::vector<DocumentRow> placed_rows = rows.take();
  for (const PlacedText& placed : placed_rows.at(1).texts) {
    result += (result.empty() ? "" : " ") + std::to_string(placed.last - placed.first + 1);
  }
  return result;
}

BOOST_AUTO_TEST_CASE(columns_of_a_document_share_the_page_by_their_texts) {
  const PrintedColumn plain{"ก", std::nullopt, Align::left};
  const PrintedColumn wide{"ก", 90, Align::left};  // 255 points are 28 columns
  const std::string text = "ข้อความยาวที่ต้องขึ้นบรรทัดใหม่หลายบรรทัดจึงจะพอกับช่อง";
  BOOST_TEST(shares({plain, plain}, {"ข", "ข"}) == "25 25");
  BOOST_TEST(shares({wide, plain}, {"ข", "ข"}) == "28 22");
  BOOST_TEST(shares({wide, wide}, {"ข", "ข"}) == "25 25");
  BOOST_TEST(shares({plain}, {text}) == "50");
}

BOOST_AUTO_TEST_CASE(letters_on_dark_colours_are_white) {
  BOOST_TEST(is_dark(0x00803E));
  BOOST_TEST(is_dark(0xFF0000));
  BOOST_TEST(!is_dark(0xFFA500));
  BOOST_TEST(!is_dark(0xFFFF00));
}

BOOST_AUTO_TEST_CASE(a_wide_table_is_drawn_smaller) {
  BOOST_TEST(pages(9, 7, 9, 300'000).scale == 64);
  BOOST_TEST(pages(9, 7, 9, 5'000'000).scale == 10);
}

BOOST_AUTO_TEST_CASE(columns_hold_their_words_and_fill_the_paper) {
  const std::vector<model::Heading> headings{leaf("ที่"), leaf("ผลิตภัณฑ์")};
  const HeadingTree<model::Heading> tree(headings);
  const HeadingGrid& grid = tree.grid();
  const std::vector<std::string> texts{"ที่", "ผลิตภัณฑ์"};
  const auto widths = column_widths(grid, texts, {{20'000, false}, {30'000, true}}, 0);
  BOOST_TEST(widths[0] >= cell_width(20'000));
  BOOST_TEST(widths[1] >= cell_width(thai::longest_word("ผลิตภัณฑ์", {16, true})));
  for (const Millipoints width : widths) BOOST_TEST(width % kPixel == 0);
  const auto wide = column_widths(grid, texts, {{20'000, false}, {30'000, true}}, 1'000'000);
  BOOST_TEST(wide[0] == widths[0]);
  BOOST_TEST(wide[1] > widths[1]);
}

}  // namespace
}  // namespace chiwat::form
