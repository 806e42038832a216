// Scores: the level that each row has reached, and how much of which result would reach another.
#include <boost/test/unit_test.hpp>

#include "model/read.hpp"
#include "model/results.hpp"
#include "plan/plan.hpp"
#include "plan/score.hpp"

namespace chiwat::plan {
namespace {

// One line for each row of each round: level, results, and what the highest level still needs; then
// the warnings.
std::string scored(const std::string& levels, const std::string& results,
                   const std::string& round_2 = "",
                   const std::string& districts = "ก,100\nข,1000\n") {
  const std::string description =
      "province: จ\nfiscal_year: 2564\nletter: {date: 1 มกราคม 2564, subject: ก}\n"
      "indicator: {name: ก}\nrounds:\n  - {number: 1, months: ตุลาคม 2563 - มีนาคม 2564, levels: [" +
      levels + "]}\n" + round_2 +
      "attachments: []\nbaseline: {file: b.csv, district: d, columns: {n: n}}\n"
      "results: {x: {}, y: {together: largest}, e: {type: yes_no}, p: {unit: ราย}, b: {unit: "
      "บาท}}\n"
      "measures: {share: x / n, part: y / (x - 7)}\n";
  const source::MemoryFiles files(
      {{"c.yaml", description}, {"b.csv", "d,n\n" + districts}, {"r.csv", results}});
  source::Texts texts;
  Diagnostics diagnostics;
  const auto circular = model::read_circular(
      "c.yaml", files, texts, [](const auto&, const auto&) { return model::LayoutKind::table; },
      diagnostics);
  const auto plan = circular ? evaluate(*circular, diagnostics) : std::nullopt;
  const auto read =
      plan ? model::read_results("r.csv", files, texts, *circular, {}, diagnostics) : std::nullopt;
  std::string text;
  const auto add = [&](const std::string& name, const RoundScore& round, const RowScore& row) {
    text += name + ": " +
            (row.is_missing ? "missing"
             : row.level    ? round.levels[*row.level].label
                            : "none");
    if (row.gaps.empty()) return void(text += "\n");
    for (const Gap& gap : row.gaps.front()) {
      text += gap.is_met ? " met" : " +" + gap.amount.to_string();
    }
    text += "\n";
  };
  if (read) {
    for (const RoundScore& round : score(*circular, *plan, *read, diagnostics).rounds) {
      for (std::size_t i = 0; i < round.districts.size(); ++i) {
        add(circular->districts[i].value, round, round.districts[i]);
      }
      add(circular->province.value, round, round.province);
    }
  }
  for (const Diagnostic& d : diagnostics.all()) {
    text += d.origin.path() + ":" + std::to_string(d.origin.line) + " " + d.message.id + "\n";
  }
  return text;
}

BOOST_AUTO_TEST_CASE(a_bound_is_reached_exactly_or_not_at_all) {
  const char* levels = "{points: 2, when: share >= 7%}, {points: 1, when: share < 7%}";
  BOOST_TEST(scored(levels, "d,x\n", "") ==
             "r.csv:0 table_no_rows\nr.csv:1 results_column_missing\n");
  BOOST_TEST(scored(levels, "district,x\nก,7\nข,69\n") ==
             "ก: ระดับ 2 met\nข: ระดับ 1 +1\nจ: ระดับ 1 +1\n");
  BOOST_TEST(scored(levels, "district,x\nก,6\nข,69999999999\n", "", "ก,100\nข,1000000000000\n") ==
             "ก: ระดับ 1 +1\nข: ระดับ 1 +1\nจ: ระดับ 1 +2\n");
}

BOOST_AUTO_TEST_CASE(all_conditions_must_hold_and_what_is_between_levels_is_told) {
  BOOST_TEST(scored("{points: 2, when: share >= 10% and y >= 3 and e}, {points: 1, when: y < 1}",
                    "อำเภอ,x,y,e\nก,10,3,มี\nข,150,2,\n") ==
             "ก: ระดับ 2 met met met\nข: none met +1 +0\nจ: none met met +0\n"
             "r.csv:3 score_no_level\nr.csv:0 score_no_level\n");
}

BOOST_AUTO_TEST_CASE(half_a_person_is_pointed_out) {
  BOOST_TEST(scored("{points: 2, when: p >= 2 and b >= 1}, {points: 0, otherwise: yes}",
                    "อำเภอ,p,b\nก,2.5,1.25\nข,3,0\n") ==
             "ก: ระดับ 2 met met\nข: ระดับ 0 met +1\nจ: ระดับ 2 met met\nr.csv:2 results_fraction\n");
}

BOOST_AUTO_TEST_CASE(a_district_that_sent_nothing_has_no_level) {
  BOOST_TEST(
      scored("{points: 2, when: share >= 1%}, {points: 0, otherwise: yes}", "อำเภอ,x\nก,0\nข,\n") ==
      "ก: ระดับ 0 +1\nข: missing\nจ: ระดับ 0 +11\nr.csv:0 score_missing\n");
}

// ubon-2564: round 2 counts from October on (rules.md).
BOOST_AUTO_TEST_CASE(a_cumulative_round_counts_the_months_before_it) {
  const std::string levels = "{points: 2, when: share >= 8%}, {points: 1, otherwise: yes}";
  BOOST_TEST(
      scored(levels, "อำเภอ,เดือน,x\nก,ตุลาคม 2563,5\nก,เมษายน 2564,3\nข,มีนาคม 2564,80\n",
             "  - {number: 2, months: เมษายน - กันยายน 2564, counts: ตุลาคม 2563 - กันยายน 2564,"
             " levels: [" +
                 levels + "]}\n") ==
      "ก: ระดับ 1 +3\nข: ระดับ 2 met\nจ: ระดับ 1 +3\n"
      "ก: ระดับ 2 met\nข: ระดับ 2 met\nจ: ระดับ 2 met\n"
      "r.csv:2 results_months_missing\nr.csv:4 results_months_missing\n"
      "r.csv:2 results_months_missing\nr.csv:4 results_months_missing\n");
}

// --- What is still needed ---

// What district ก, where n is 100, still needs for a level with this condition: "ระดับ 1 +8"; of a
// condition for which no amount of one result can be told, "+0".
std::string needed(const std::string& condition, const std::string& x, const std::string& y = "0") {
  const std::string text =
      scored("{points: 2, when: \"" + condition + "\"}, {points: 1, otherwise: yes}",
             "อำเภอ,x,y\nก," + x + "," + y + "\n", "", "ก,100\n");
  return text.substr(text.find(": ") + 2, text.find('\n') - text.find(": ") - 2);
}

BOOST_AUTO_TEST_CASE(an_amount_is_told_wherever_a_result_stands) {
  BOOST_TEST(needed("y >= 0 and x + 5 >= 20", "7") == "ระดับ 1 met +8");
  BOOST_TEST(needed("y >= 0 and 5 + x >= 20", "15") == "ระดับ 2 met met");
  BOOST_TEST(needed("y >= 0 and x * 2 > 9", "1") == "ระดับ 1 met +4");
  BOOST_TEST(needed("y >= 0 and 2 * x > 10", "1") == "ระดับ 1 met +5");
  BOOST_TEST(needed("y >= 0 and x - 3 >= 10", "1") == "ระดับ 1 met +12");
  BOOST_TEST(needed("y >= 0 and x / 4 >= 2.6", "1") == "ระดับ 1 met +10");
  BOOST_TEST(needed("y >= 0 and share >= 9.5%", "7") == "ระดับ 1 met +3");
  BOOST_TEST(needed("y >= 0 and n / 4 <= x", "7") == "ระดับ 1 met +18");
  BOOST_TEST(needed("y >= 0 and n / 4 < x", "7") == "ระดับ 1 met +19");
}

BOOST_AUTO_TEST_CASE(no_amount_is_told_where_more_of_one_result_is_not_the_answer) {
  for (const char* condition :
       {"20 - x >= 18", "10 >= 20 - x", "200 / (x + 1) >= 150", "x = y + 9", "x != 7", "x < 5",
        "x >= y + 7", "x + y >= 10", "share + y >= 10", "max(x, 3) >= 9", "not x < 9",
        "x >= 9 or y >= 9", "round(x / 3) >= 5", "x * (0 - 2) >= 0 - 4", "x * (n - 100) >= 1"}) {
    BOOST_TEST(needed(std::string("y >= 0 and (") + condition + ")", "7", "1") == "ระดับ 1 met +0",
               condition);
  }
}

BOOST_AUTO_TEST_CASE(a_condition_that_divides_by_zero_is_told) {
  const std::string levels = "{points: 2, when: y / (x - 7) > 2}, {points: 1, otherwise: yes}";
  BOOST_TEST(scored(levels, "อำเภอ,x,y\nก,7,1\nข,8,3\n") ==
             "ก: none\nข: ระดับ 2 met\nจ: ระดับ 1 +0\nr.csv:2 score_undefined\n");
  BOOST_TEST(scored("{points: 2, when: part > 2}, {points: 1, otherwise: yes}",
                    "อำเภอ,x,y\nก,7,1\nข,8,3\n") ==
             "ก: none\nข: ระดับ 2 met\nจ: ระดับ 1 +0\nr.csv:2 score_undefined\n");
}

BOOST_AUTO_TEST_CASE(levels_of_one_name_are_told_apart) {
  BOOST_TEST(scored("{points: 3, name: ดี, when: x >= 9}, {points: 2, name: ดี, when: x >= 5},"
                    " {points: 1, otherwise: yes}, {points: 0, otherwise: yes}",
                    "อำเภอ,x\nก,9\nข,5\n") == "ก: ดี met\nข: ดี* +4\nจ: ดี met\n");
}

}  // namespace
}  // namespace chiwat::plan
