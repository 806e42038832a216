// The parts of laying out a table: heading grids, the looks of numbers, pages. Whole sheets are in
// tests/cases/.
#define BOOST_TEST_MODULE form
#include <boost/test/unit_test.hpp>

#include "form/column_widths.hpp"
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
