// The exact values of a circular's columns: districts, totals, what is set by hand.
#define BOOST_TEST_MODULE plan
#include "plan/plan.hpp"

#include <boost/test/unit_test.hpp>

#include "model/read.hpp"

namespace chiwat::plan {
namespace {

// The plan of a circular with these computed columns, one line for each column: the districts'
// values, the total; or what is wrong.
std::string planned(const std::string& columns,
                    const std::string& csv = "d,n\nก,345\nข,450\nค,90\n",
                    const std::string& baseline_by_hand = "[]") {
  const std::string description =
      "province: ก\nfiscal_year: 2564\nletter: {date: 1 มกราคม 2564, subject: ก}\n"
      "indicator: {name: ก}\nrounds: [{number: 1, months: ตุลาคม 2563 - มีนาคม 2564}]\n"
      "attachments: []\nbaseline: {file: b.csv, district: d, columns: {n: n}, overrides: " +
      baseline_by_hand + "}\ncolumns:\n" + columns;
  const source::MemoryFiles files({{"c.yaml", description}, {"b.csv", csv}});
  source::Texts texts;
  Diagnostics diagnostics;
  const auto read = model::read_description(
      "c.yaml", files, texts, [](const auto&, const auto&) { return model::LayoutKind::table; },
      diagnostics);
  const auto* circular = std::get_if<model::Circular>(&read);
  const auto plan = circular ? evaluate(*circular, diagnostics) : std::nullopt;
  if (!circular) report_divisions(std::get<model::IntactColumns>(read), diagnostics);
  std::string result;
  for (const Diagnostic& d : diagnostics.all()) {
    result += std::to_string(d.origin.line) + ":" + std::to_string(d.origin.column) + " " +
              d.message.id + "\n";
    for (const Note& note : d.notes) {
      result += "  " + note.origin.path() + ":" + std::to_string(note.origin.line) + " " +
                note.message.id + "\n";
    }
  }
  if (!plan) return result;
  for (std::size_t i = 0; i < plan->columns.size(); ++i) {
    const ColumnValues& values = plan->columns[i];
    result += circular->columns[i].name.value + ":";
    for (const Number& value : values.districts) result += " " + value.to_string();
    result += " | " + (values.total ? values.total->to_string() : "-");
    result += " (" + std::to_string(values.decimals) + ")\n";
  }
  return result;
}

// 10 % of 345 and 7 % of 450 are ties: rules.md.
BOOST_AUTO_TEST_CASE(totals_are_sums_or_follow_the_rule) {
  BOOST_TEST(planned("  sum: round(n * 10%)\n"
                     "  rule: {formula: round(n * 10%), total: rule}\n"
                     "  none: {formula: round(n * 7%), total: blank}\n"
                     "  words: {formula: n * 7%, total: {text: ก}}\n") ==
             "n: 345 450 90 | 885 (0)\n"
             "sum: 35 45 9 | 89 (0)\n"
             "rule: 35 45 9 | 89 (0)\n"
             "none: 24 32 6 | - (0)\n"
             "words: 24.15 31.5 6.3 | - (2)\n");
}

BOOST_AUTO_TEST_CASE(columns_may_be_written_in_any_order) {
  BOOST_TEST(planned("  rest: share - first\n"
                     "  first: ceil(share / 2)\n"
                     "  share: \"round(n * 5%, half_even)\"\n") ==
             "n: 345 450 90 | 885 (0)\n"
             "share: 17 22 4 | 43 (0)\n"
             "first: 9 11 2 | 22 (0)\n"
             "rest: 8 11 2 | 21 (0)\n");
}

BOOST_AUTO_TEST_CASE(what_is_set_by_hand_is_followed) {
  BOOST_TEST(planned("  a:\n    formula: n * 92.6%\n    decimals: 0\n    overrides:\n"
                     "      - {district: ข, value: 400.20, reason: ก}\n"
                     "      - {total: yes, value: 1000, reason: ก}\n"
                     "  b: {formula: a / 2, total: rule}\n") ==
             "n: 345 450 90 | 885 (0)\n"
             "a: 319.47 400.2 83.34 | 1000 (0)\n"
             "b: 159.735 200.1 41.67 | 500 (2)\n");
}

BOOST_AUTO_TEST_CASE(a_baseline_set_by_hand_is_followed) {
  BOOST_TEST(planned("  a: round(n * 10%)\n"
                     "  b: {formula: n / 2, total: rule}\n",
                     "d,n\nก,345\nข,\nค,90\n",
                     "[{column: n, district: ข, value: 45.5, reason: ก},"
                     " {column: n, total: yes, value: 1000, reason: ก}]") ==
             "n: 345 45.5 90 | 1000 (1)\n"
             "a: 35 5 9 | 49 (0)\n"
             "b: 172.5 22.75 45 | 500 (2)\n");
}

BOOST_AUTO_TEST_CASE(a_division_by_zero_is_told_for_each_district) {
  BOOST_TEST(planned("  q: n / (n - 90)\n", "d,n\nก,90\nข,91\nค,90\n") ==
             "9:8 division_by_zero\n  b.csv:2 district_here\n"
             "9:8 division_by_zero\n  b.csv:4 district_here\n");
  BOOST_TEST(planned("  q: {formula: 1 / (n - 3), total: rule}\n", "d,n\nก,1\nข,2\n") ==
             "9:3 total_division_by_zero\n");
}

BOOST_AUTO_TEST_CASE(a_division_by_zero_is_told_beside_other_mistakes) {
  BOOST_TEST(planned("  q: 1 / (n - 90)\n  p: m\n", "d,n\nก,90\nข,91\n") ==
             "10:6 formula_unknown_name\n"
             "9:8 division_by_zero\n  b.csv:2 district_here\n");
  BOOST_TEST(planned("  q: 1 / n\n", "d,n\nก,x\nข,0\n") == "2:3 baseline_not_number\n");
}

// What is checked without a word can be written.
BOOST_AUTO_TEST_CASE(a_value_that_no_cell_holds_is_told) {
  std::string power;
  for (int i = 0; i < 20; ++i) power += " * 999999999999999";
  BOOST_TEST(planned("  q: n * n" + power + "\n", "d,n\nก,1\nข,-9\nค,9\n") ==
             "9:3 value_too_large\n  b.csv:3 district_here\n");
  BOOST_TEST(planned("  q: {formula: (n - 1)" + power + ", total: rule}\n",
                     "d,n\nก,1\nข,1\nค,1\n") == "9:3 total_too_large\n");
}

// Each value has twice the digits of the one before; the last would fill the memory.
BOOST_AUTO_TEST_CASE(formulas_that_are_too_long_are_not_evaluated) {
  std::string columns = "  c100: n * n\n";
  for (int i = 101; i <= 160; ++i) {
    const std::string before = "c" + std::to_string(i - 1);
    columns += "  c" + std::to_string(i) + ": " + before + " * " + before + "\n";
  }
  std::string told;
  for (int line = 16; line <= 64; line += 8) told += std::to_string(line) + ":9 formula_too_long\n";
  BOOST_TEST(planned(columns + "  q: 1 / (c160 - c160)\n  p: 1 / (n - 90)\n") ==
             told + "15:3 value_too_large\n  b.csv:2 district_here\n" +
                 "71:8 division_by_zero\n  b.csv:4 district_here\n");
}

BOOST_AUTO_TEST_CASE(baselines_of_satang_show_them) {
  BOOST_TEST(planned("  half: n / 2\n  third: n / 3\n", "d,n\nก,10.50\nข,\"1,000\"\n") ==
             "n: 10.5 1000 | 1010.5 (1)\n"
             "half: 5.25 500 | 505.25 (2)\n"
             "third: 3.5 1000/3 | 2021/6 (2)\n");
}

}  // namespace
}  // namespace chiwat::plan
