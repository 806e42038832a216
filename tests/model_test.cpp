// From a description to a circular: what names mean, and which mistakes are told. The wording and
// the places of mistakes are in tests/cases/mistakes.
#define BOOST_TEST_MODULE model
#include "model/placeholders.hpp"
#include "model_input.hpp"

namespace chiwat::model {
namespace {

BOOST_AUTO_TEST_SUITE(names)

BOOST_AUTO_TEST_CASE(a_formula_uses_only_columns_before_its_own) {
  BOOST_TEST(columns({"columns:\n  rest: share - first\n  first: share / 2\n  share: n * 5%\n"}) ==
             "n share first rest");
}

BOOST_AUTO_TEST_CASE(sara_am_in_two_parts_is_the_same_name) {
  BOOST_TEST(columns({"columns:\n  จำนวน: n\n  b: จํานวน * 2\n"}) == "n จำนวน b");
  BOOST_TEST(mistakes({"columns:\n  จำนวน: n\n  จํานวน: n\n"}) == "c.yaml:7 name_twice\n");
}

BOOST_AUTO_TEST_CASE(white_space_does_not_move_the_place_of_a_mistake) {
  Diagnostics diagnostics;
  BOOST_TEST(!read({"columns:\n  a: n   +   missing\n"}, diagnostics));
  BOOST_TEST(diagnostics.all().at(0).origin.column == 14);
}

BOOST_AUTO_TEST_CASE(what_only_leads_to_a_name_is_none) {
  for (const char* name : {"=n", "(m)", "2m", "a b", "m%"}) {
    BOOST_TEST(mistakes({"columns:\n  " + std::string(name) + ": 1\n"}) == "c.yaml:6 bad_name\n");
  }
}

BOOST_AUTO_TEST_CASE(a_value_that_is_a_number_shares_the_names) {
  BOOST_TEST(mistakes({"values: {k: 7%}\ncolumns:\n  k: n / 2\n"}) == "c.yaml:7 name_twice\n");
  BOOST_TEST(mistakes({"values: {n: 7}\n"}) == "c.yaml:7 name_twice\n");
  BOOST_TEST(mistakes({"values: {k: ข้อความ}\ncolumns:\n  k: n / 2\n"}) == "");
}

BOOST_AUTO_TEST_CASE(every_cycle_is_told_once) {
  BOOST_TEST(mistakes({"columns:\n  a: b + b\n  b: a\n  e: e\n"}) ==
             "c.yaml:7 formula_cycle\n"
             "c.yaml:8 formula_cycle\n");
}

BOOST_AUTO_TEST_CASE(a_measure_may_be_a_condition) {
  const std::string head = "results: {x: {label: ก}}\nmeasures: {enough: x >= 10%}\n";
  const auto level = [](const std::string& when) {
    return "rounds: [{number: 1, months: ตุลาคม 2563 - มีนาคม 2564, levels: [{points: 5, when: " +
           when + "}]}]\n";
  };
  BOOST_TEST(mistakes({head + level("enough")}) == "");
  BOOST_TEST(mistakes({head + level("enough >= 1")}) == "c.yaml:7 formula_number_expected\n");
}

// The text of a level with this condition.
std::string criterion(const std::string& when, const std::string& text) {
  Diagnostics diagnostics;
  const auto circular = read(
      {"values: {cap: 30%, floor: 1000}\nresults: {x: {label: ก}, y: {label: ก}, done: {label: ก, "
       "type: yes_no}}\nrounds: [{number: 1, months: ตุลาคม 2563 - มีนาคม 2564, "
       "levels: [{points: 5, when: " +
       when + ", text: '" + text + "'}]}]\n"},
      diagnostics);
  if (!circular) return diagnostics.all().at(0).message.id;
  const Round& round = circular->rounds.at(0);
  const Level& level = round.levels.at(0);
  return std::get<std::string>(thai::format(
      level.text->value, level_placeholders(*circular, round, level), thai::Digits::arabic));
}

// So that the words cannot say another number than the condition.
BOOST_AUTO_TEST_CASE(a_criterion_takes_its_numbers_from_the_condition) {
  BOOST_TEST(criterion("x >= 10% and done", "ร้อยละ {x} รอบ {round}") == "ร้อยละ 10 รอบ 1");
  BOOST_TEST(criterion("x >= 0.1 and (y < 12.5% or not done)", "{x} {y}") == "0.1 12.5");
  BOOST_TEST(criterion("cap > x and y >= floor", "{x} {y} {cap}") == "30 1000 30%");
  BOOST_TEST(criterion("x >= 5 and x < 10", "{x}") == "5");
  BOOST_TEST(criterion("x >= y", "{x}") == "message_unknown_placeholder");
  BOOST_TEST(criterion("not (x >= 5)", "{x}") == "message_unknown_placeholder");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(totals)

BOOST_AUTO_TEST_CASE(a_rule_needs_totals_that_are_numbers) {
  const std::string halves = "columns:\n  a: {formula: n / 2, total: blank}\n";
  BOOST_TEST(mistakes({halves + "  b: {formula: a * 2, total: rule}\n"}) ==
             "c.yaml:7 total_rule_needs_total\n");
  const std::string table =
      "attachments: [{number: 1, title: ก, tables: [{sheet: ก,\n"
      "  columns: [{heading: ก, show: b, total: rule}]}]}]\n";
  BOOST_TEST(mistakes({halves + "  b: a * 2\n" + table}) == "c.yaml:9 total_rule_needs_total\n");
  BOOST_TEST(mistakes({"columns:\n  b: n * 2\n" + table}) == "");
  BOOST_TEST(
      mistakes({"columns:\n  a: {formula: n / 2, total: blank, overrides: {total: yes, value: "
                "5, reason: ก}}\n  b: a * 2\n" +
                table}) == "");
}

BOOST_AUTO_TEST_CASE(a_total_is_set_by_hand_once_and_for_no_district) {
  const auto set = [](const std::string& overrides) {
    return "columns:\n  a:\n    formula: n\n    overrides:\n" + overrides;
  };
  const std::string total = "      - {total: yes, value: 5, reason: ก}\n";
  BOOST_TEST(mistakes({set(total)}) == "");
  BOOST_TEST(mistakes({set(total + total)}) == "c.yaml:10 override_twice\n");
  BOOST_TEST(mistakes({set("      - {total: yes, district: ก, value: 5, reason: ก}\n")}) ==
             "c.yaml:9 override_district_or_total\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(limits)

BOOST_AUTO_TEST_CASE(dates_lie_within_a_year_of_the_fiscal_year) {
  for (const char* date : {"1 ตุลาคม 2562", "30 กันยายน 2565", "กันยายน 2565"}) {
    BOOST_TEST(mistakes({.rest = "", .date = date}) == "");
  }
  for (const char* date : {"30 กันยายน 2562", "ตุลาคม 2565", "1 ม.ค. 00", "1 มกราคม 9999"}) {
    BOOST_TEST(mistakes({.rest = "", .date = date}) == "c.yaml:3 date_unlikely\n");
  }
  BOOST_TEST(mistakes({"deadlines: [{name: ก, date: 1 ตุลาคม 2565}]\n"}) ==
             "c.yaml:5 date_unlikely\n");
}

BOOST_AUTO_TEST_CASE(a_deadline_gives_texts_a_date) {
  const auto said = [](const std::string& when) {
    Diagnostics diagnostics;
    const auto circular =
        read({"deadlines: [{name: ก, placeholder: survey_due, " + when + "}]\n"}, diagnostics);
    BOOST_REQUIRE(circular);
    return std::get<std::string>(
        thai::format("{survey_due}", placeholders(*circular), thai::Digits::thai));
  };
  BOOST_TEST(said("date: 31 มีนาคม 2564") == "ภายในวันที่ ๓๑ มีนาคม ๒๕๖๔");
  BOOST_TEST(said("date: วันจันทร์ที่ 22 ก.พ. 64") == "ภายในวันจันทร์ที่ ๒๒ กุมภาพันธ์ ๒๕๖๔");
  BOOST_TEST(said("every: month, day: 25") == "ภายในวันที่ ๒๕ ของทุกเดือน");
  BOOST_TEST(said("every: month, day: 31") == "ภายในวันสิ้นเดือนของทุกเดือน");
  BOOST_TEST(said("every: month") == "ทุกเดือน");
  BOOST_TEST(said("every: quarter") == "ไตรมาสละ ๑ ครั้ง");
  BOOST_TEST(mistakes({"values: {due: ก}\ndeadlines:\n"
                       "  - {name: ก, every: month, placeholder: due}\n"
                       "  - {name: ก, every: month, placeholder: province}\n"
                       "  - {name: ก, every: month, placeholder: report}\n"
                       "  - {name: ก, every: month, placeholder: report}\n"}) ==
             "c.yaml:7 value_name_taken\n"
             "c.yaml:8 value_name_taken\n"
             "c.yaml:10 value_name_taken\n");
}

BOOST_AUTO_TEST_CASE(texts_fit_a_cell) {
  BOOST_TEST(mistakes({attachment("notes: " + times(2'000, "ก"))}) == "");
  BOOST_TEST(mistakes({attachment("notes: " + times(2'001, "ก"))}) == "c.yaml:5 text_too_long\n");
  BOOST_TEST(mistakes({attachment("notes: \"" + times(14, "ก\\n") + "ก\"")}) == "");
  BOOST_TEST(mistakes({attachment("notes: \"" + times(15, "ก\\n") + "ก\"")}) ==
             "c.yaml:5 text_too_many_lines\n");
}

BOOST_AUTO_TEST_CASE(a_placeholder_counts_as_what_it_stands_for) {
  BOOST_TEST(mistakes({"values: {long: " + times(1'500, "ก") + "}\n" +
                       attachment("notes: \"{long}{long}\"")}) == "c.yaml:6 text_too_long\n");
}

BOOST_AUTO_TEST_CASE(a_table_has_at_most_200_columns) {
  const auto table = [](int columns) {
    return "attachments:\n  - number: 1\n    title: ก\n    tables:\n      - sheet: ก\n"
           "        columns:\n" +
           times(columns, "          - {heading: ก, show: blank}\n");
  };
  BOOST_TEST(mistakes({table(200)}) == "");
  BOOST_TEST(mistakes({table(201)}) == "c.yaml:9 too_many_columns\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(baselines)

BOOST_AUTO_TEST_CASE(only_the_names_of_total_rows_are_taken_for_them) {
  for (const char* name :
       {"รวม", "รวมทั้งสิ้น", "รวมทั้งหมด", "รวมทั้งจังหวัด", "ยอดรวม", "ผลรวม", "ทั้งจังหวัด", "รวม 12 อำเภอ"}) {
    BOOST_TEST(mistakes({.rest = "", .csv = "d,n\nก,1\n" + std::string(name) + ",1\n"}) ==
               "b.csv:3 district_is_total\n");
  }
  BOOST_TEST(mistakes({.rest = "", .csv = "d,n\nก,1\nรวมไทยพัฒนา,1\n"}) == "");
}

BOOST_AUTO_TEST_CASE(a_district_stands_in_the_table_once) {
  BOOST_TEST(mistakes({.rest = "", .csv = "d,n\nเขมราฐ,1\nตาลสุม,2\n เขมราฐ,3\n"}) ==
             "b.csv:4 district_twice\n");
}

BOOST_AUTO_TEST_CASE(a_cell_set_by_hand_may_be_blank_in_the_table_and_nothing_else) {
  const auto set = [](const std::string& overrides) {
    return "baseline:\n  {file: b.csv, district: d, columns: {n: n}, overrides: [" + overrides +
           "]}\n";
  };
  const std::string ko = "{column: n, district: ก, value: 5, reason: ก}";
  BOOST_TEST(mistakes({set(ko), "d,n\nก\nข,450\n"}) == "");
  BOOST_TEST(mistakes({set(ko), "d,n\nก,-\nข,450\n"}) == "");
  BOOST_TEST(mistakes({set(ko), "d,n\nก,x\nข,450\n"}) == "b.csv:2 baseline_not_number\n");
  BOOST_TEST(mistakes({set(ko), "d,n\nก,1\nข,\n"}) == "b.csv:3 baseline_missing\n");
}

BOOST_AUTO_TEST_CASE(overrides_of_a_table_that_cannot_be_read_are_still_looked_over) {
  BOOST_TEST(
      mistakes({"baseline:\n  {file: b.csv, district: x, columns: {n: n}, overrides: [{column: "
                "m, district: ก, value: y, reason: ก}]}\n"}) ==
      "c.yaml:6 table_column_missing\n"
      "c.yaml:6 override_unknown_column\n"
      "c.yaml:6 not_a_number\n");
}

BOOST_AUTO_TEST_CASE(a_sum_set_by_hand_is_taken_for_a_total_row_too) {
  const std::string csv = "d,n\nก,1\nข,2\nค,3\nง,4\nจ,";
  const std::string set =
      "baseline:\n  {file: b.csv, district: d, columns: {n: n}, overrides: [{column: n, district: "
      "จ, "
      "value: 10, reason: ก}]}\n";
  BOOST_TEST(mistakes({set, csv + "\n"}) == "b.csv:6 district_looks_like_total\n");
  BOOST_TEST(mistakes({.rest = "", .csv = csv + "9\n"}) == "");
}

BOOST_AUTO_TEST_CASE(there_are_at_most_10000_districts) {
  std::string csv = "d,n\n";
  for (int i = 1; i <= 10'000; ++i) csv += "อำเภอ" + std::to_string(i) + ",1\n";
  BOOST_TEST(mistakes({.rest = "", .csv = csv}) == "");
  BOOST_TEST(mistakes({.rest = "", .csv = csv + "ก,1\nข,x\n"}) ==
             "b.csv:10002 too_many_districts\n");
}

BOOST_AUTO_TEST_CASE(names_of_districts_are_short) {
  BOOST_TEST(mistakes({.rest = "", .csv = "d,n\n" + times(100, "ก") + ",1\n"}) == "");
  BOOST_TEST(mistakes({.rest = "", .csv = "d,n\n" + times(101, "ก") + ",1\n"}) ==
             "b.csv:2 district_too_long\n");
}

BOOST_AUTO_TEST_CASE(two_columns_of_one_heading_are_told_when_it_is_used) {
  BOOST_TEST(mistakes({.rest = "", .csv = "d,n,n\nก,1,2\n"}) == "b.csv:1 table_column_twice\n");
  BOOST_TEST(mistakes({.rest = "", .csv = "d,n,m,m\nก,1,2,3\n"}) == "");
}

BOOST_AUTO_TEST_CASE(a_row_that_is_too_long_hides_no_other_mistake) {
  BOOST_TEST(mistakes({.rest = "columns: {a: m}\n", .csv = "d,n\nก,1,2\nข,x\n"}) ==
             "b.csv:2 csv_too_long\n"
             "b.csv:3 baseline_not_number\n"
             "c.yaml:5 formula_unknown_name\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace chiwat::model
