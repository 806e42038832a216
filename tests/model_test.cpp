// From a description to a circular: what names mean, and which mistakes are told. The wording and
// the places of mistakes are in tests/cases/mistakes.
#define BOOST_TEST_MODULE model
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "model/placeholders.hpp"
#include "model/read.hpp"

namespace chiwat::model {
namespace {

// The rest of a description, after a head without mistakes on its first four lines, with its CSV.
struct Input {
  std::string rest;
  std::string csv = "d,n\nก,345\nข,450\n";
  std::string date = "1 มกราคม 2564";
  std::string registry = "";
};

std::optional<Circular> read(const Input& input, Diagnostics& diagnostics) {
  std::string description = "province: ก\nfiscal_year: 2564\nletter: {date: " + input.date +
                            ", subject: ก}\nindicator: {name: ก}\n" + input.rest;
  const auto add_unless_there = [&](const std::string& key, const std::string& value) {
    const bool there = description.find("\n" + key + ":") != std::string::npos;
    if (!there) description += key + ": " + value + "\n";
  };
  add_unless_there("rounds", "[{number: 1, months: ตุลาคม 2563 - มีนาคม 2564}]");
  add_unless_there("baseline", "{file: b.csv, district: d, columns: {n: n}}");
  add_unless_there("attachments", "[]");
  const source::MemoryFiles files(
      {{"c.yaml", description}, {"b.csv", input.csv}, {"r.csv", input.registry}});
  source::Texts texts;
  return read_circular(
      "c.yaml", files, texts, [](const auto&, const auto&) { return LayoutKind::table; },
      diagnostics);
}

// What is wrong with a description, one line for each mistake; empty when nothing is.
std::string mistakes(const Input& input) {
  Diagnostics diagnostics;
  const auto circular = read(input, diagnostics);
  BOOST_TEST(circular.has_value() == !diagnostics.has_errors());
  std::string result;
  for (const Diagnostic& d : diagnostics.all()) {
    result += d.origin.path() + ":" + std::to_string(d.origin.line) + " " + d.message.id + "\n";
  }
  return result;
}

// The names of the columns, in the order in which they are computed.
std::string columns(const Input& input) {
  Diagnostics diagnostics;
  const auto circular = read(input, diagnostics);
  BOOST_REQUIRE(circular);
  std::string result;
  for (const Column& column : circular->columns) {
    result += (result.empty() ? "" : " ") + column.name.value;
  }
  return result;
}

std::string attachment(const std::string& table) {
  return "attachments: [{number: 1, title: ก, tables: [{sheet: ก, columns: [{heading: ก, show: "
         "district}], " +
         table + "}]}]\n";
}

std::string times(int count, const std::string& text) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

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

BOOST_AUTO_TEST_SUITE(registries)

// A description with the lists and a registry of these rows, in which every column is used.
Input registry(const std::string& rows) {
  return {.rest =
              "lists:\n"
              "  operator_types: {group: กลุ่ม, sme: [วิสาหกิจ, SMEs]}\n"
              "  categories: {food: อาหาร, drink: เครื่องดื่ม}\n"
              "registry:\n"
              "  file: r.csv\n"
              "  district: d\n"
              "  columns: {operator_code: c, operator: o, operator_type: t, product: p,\n"
              "    category: k, house: h, village: v, subdistrict: s, telephone: tel,\n"
              "    online_sales: sales, online_before: online}\n",
          .registry = "d,c,o,t,p,k,h,v,s,tel,sales,online\n" + rows};
}

std::string or_dash(const std::string& text) {
  return text.empty() ? "-" : text;
}

// The operators of each district, each with its products; what is blank is a dash.
std::string listed(const Input& input) {
  Diagnostics diagnostics;
  const auto circular = read(input, diagnostics);
  BOOST_REQUIRE(circular);
  const Registry& registry = circular->registry.value();
  const auto index = [](const auto& item) { return item ? std::to_string(*item) : "-"; };
  std::string result;
  for (std::size_t d = 0; d < circular->districts.size(); ++d) {
    result += circular->districts[d].value + "\n";
    for (const Operator& maker : registry.operators_of(d)) {
      result += " " + maker.code.value + " " + maker.name.value + " " + index(maker.type) + " " +
                or_dash(maker.house) + " " + or_dash(maker.village) + " " +
                or_dash(maker.subdistrict) + " " + or_dash(maker.telephone) +
                (maker.online_before ? " online\n" : "\n");
      const auto number = static_cast<std::size_t>(&maker - registry.operators.data());
      for (const Product& product : registry.products_of(number)) {
        result += "  " + product.name.value + " " + index(product.category) + " " +
                  (product.online_sales ? product.online_sales->to_string() : "-") +
                  (product.online_before ? " online\n" : "\n");
      }
    }
  }
  return result;
}

BOOST_AUTO_TEST_CASE(operators_stand_by_district_and_products_by_operator) {
  BOOST_TEST(listed(registry("ข,3,สาม,,น้ำ,drink,,,,,,\n"
                             "ก,1,หนึ่ง,SMEs,ข้าว,อาหาร,9/1,๓,ตำบล,๐๘-๐๐๐๐-๐๐๐๑,\"1,234.50\",\n"
                             "ก,๒,สอง,group,ไข่,,,,,,-,1\n"
                             ",1,,,น้ำ,,,,,,0.07,๑\n")) ==
             "ก\n"
             " 1 หนึ่ง 1 9/1 ๓ ตำบล 08-0000-0001 online\n"
             "  ข้าว 0 1234.5\n"
             "  น้ำ - 0.07 online\n"
             " 2 สอง 0 - - - - online\n"
             "  ไข่ - 0 online\n"
             "ข\n"
             " 3 สาม - - - - -\n"
             "  น้ำ 1 -\n");
}

BOOST_AUTO_TEST_CASE(texts_that_look_like_formulas_or_placeholders_stay_what_they_are) {
  BOOST_TEST(listed(registry("ก,001,=SUM(A1),,+{สูตร},,@,-,,,,\n")) ==
             "ก\n"
             " 001 =SUM(A1) - @ - - -\n"
             "  +{สูตร} - -\n"
             "ข\n");
}

BOOST_AUTO_TEST_CASE(two_words_for_one_item_are_no_difference) {
  BOOST_TEST(mistakes(registry("ก,1,หนึ่ง,sme,ข้าว,,,,,,,\nก,1,หนึ่ง,SMEs,น้ำ,,,,,,,\n"
                               "ก,1,หนึ่ง, วิสาหกิจ,ไข่,,,,,,,\n")) == "");
}

BOOST_AUTO_TEST_CASE(telephone_numbers_have_the_lengths_of_thai_ones) {
  const auto with = [](const std::string& telephone) {
    return mistakes(registry("ก,1,หนึ่ง,,ข้าว,,,,,\"" + telephone + "\",,\n"));
  };
  for (const char* number :
       {"", "-", "02-000-0000", "(045) 000000", "0600000000", "08-0000-0000", "09 0000 0000",
        "๐๘๐๐๐๐๐๐๐๐", "+66 80 000 0000", "+66 (0)2 000 0000", "045000000, 0800000000/0900000000",
        "045-000000 ต่อ 12", "0800000000,"}) {
    BOOST_TEST_CONTEXT(number) BOOST_TEST(with(number) == "");
  }
  for (const char* number : {"800000000", "45000000", "0800000000, 90-000-0000"}) {
    BOOST_TEST_CONTEXT(number) BOOST_TEST(with(number) == "r.csv:2 registry_telephone_zero\n");
  }
  for (const char* number : {"080000000", "0200000000", "0100000000", "08000000000", "0", "1150",
                             "700000000", "โทร 0800000000", "0800000000 0900000000"}) {
    BOOST_TEST_CONTEXT(number) BOOST_TEST(with(number) == "r.csv:2 registry_telephone\n");
  }
}

BOOST_AUTO_TEST_CASE(a_code_is_a_text_but_not_a_number_shortened_by_excel) {
  const auto with = [](const std::string& code) {
    return mistakes(registry("ก,\"" + code + "\",หนึ่ง,,ข้าว,,,,,,,\n"));
  };
  for (const char* code : {"E+11", "1E11", "12E-3", "อบ-1.2E+3ก", "0001"}) {
    BOOST_TEST_CONTEXT(code) BOOST_TEST(with(code) == "");
  }
  for (const char* code : {"1.23E+11", "๑.๒๓E+๑๑", "1E+12", "3,4e+15"}) {
    BOOST_TEST_CONTEXT(code) BOOST_TEST(with(code) == "r.csv:2 registry_code_rounded\n");
  }
}

BOOST_AUTO_TEST_CASE(a_cell_has_at_most_250_characters) {
  const auto with = [](int length) {
    return mistakes(registry("ก,1,หนึ่ง,," + times(length, "ก") + ",,,,,,,\n"));
  };
  BOOST_TEST(with(250) == "");
  BOOST_TEST(with(251) == "r.csv:2 plain_text_too_long\n");
}

BOOST_AUTO_TEST_CASE(a_list_has_at_most_200_items_of_20_labels) {
  const auto with = [](int items, int labels) {
    std::string rest = "lists:\n  l:\n";
    for (int i = 1; i <= items; ++i) {
      rest += "    c" + std::to_string(i) + ": [";
      for (int j = 1; j <= labels; ++j) rest += std::to_string(i * 100 + j) + ",";
      rest += "]\n";
    }
    return mistakes({rest});
  };
  BOOST_TEST(with(200, 20) == "");
  BOOST_TEST(with(201, 1) == "c.yaml:207 list_too_long\n");
  BOOST_TEST(with(1, 21) == "c.yaml:7 list_item_too_long\n");
}

BOOST_AUTO_TEST_CASE(an_unknown_word_is_told_once_and_a_thousand_mistakes_are_enough) {
  std::string rows;
  for (int i = 0; i < 2'000; ++i) rows += "ค," + std::to_string(i) + ",ก,x,ข้าว,y,,,,,,\n";
  BOOST_TEST(mistakes(registry(rows)) ==
             "r.csv:2 registry_district_unknown\n"
             "r.csv:2 registry_word_unknown\n"
             "r.csv:2 registry_word_unknown\n");
  rows.clear();
  for (int i = 0; i < 2'000; ++i) rows += "ก," + std::to_string(i) + ",ก,,ข้าว,,,,,,x,\n";
  BOOST_TEST(mistakes(registry(rows))
                 .ends_with("r.csv:1001 registry_amount\n"
                            "r.csv:1002 registry_too_many_mistakes\n"));
}

BOOST_AUTO_TEST_CASE(no_number_of_warnings_is_an_error) {
  std::string rows;
  std::string differing = "ก,1,หนึ่ง,,ข้าว,,1,,,,,\n";
  for (int i = 0; i < 2'000; ++i) {
    const std::string n = std::to_string(i);
    rows += "ก," + n + ",ก,,ข้าว,,,,,800000000,,\n";
    differing += "ก,1,,,ไข่" + n + ",,x" + n + ",,,,,\n";
  }
  BOOST_TEST(mistakes(registry(rows)) == "r.csv:2 registry_telephone_zero\n");
  const std::string said = mistakes(registry(differing));
  BOOST_TEST(std::count(said.begin(), said.end(), '\n') == 1'000);
  BOOST_TEST(said.ends_with("r.csv:1002 registry_operator_differs\n"));
}

BOOST_AUTO_TEST_CASE(an_operator_needs_what_no_row_says) {
  BOOST_TEST(mistakes(registry(",1,,,ข้าว,,,,,,,\n,1,,,ไข่,,,,,,,\nก,2,,,ข้าว,,,,,,,\n")) ==
             "r.csv:2 registry_operator_incomplete\n"
             "r.csv:2 registry_operator_incomplete\n"
             "r.csv:4 registry_operator_incomplete\n");
}

BOOST_AUTO_TEST_CASE(counts_are_of_baseline_columns_that_could_be_read) {
  const auto with = [](const std::string& column, const std::string& csv) {
    Input input = registry("ก,1,หนึ่ง,,ข้าว,,,,,,,\n");
    input.rest += "  counts: {operators: " + column + "}\nvalues: {k: 5}\ncolumns: {m: n * 2}\n";
    input.csv = csv;
    return mistakes(input);
  };
  BOOST_TEST(with("n", "d,n\nก,1\nข,0\n") == "");
  BOOST_TEST(with("n", "d,n\nก,1\nข,1\n") == "c.yaml:14 registry_counts_differ\n");
  BOOST_TEST(with("k", "d,n\nก,1\nข,0\n") == "c.yaml:14 column_unknown\n");
  BOOST_TEST(with("m", "d,n\nก,1\nข,0\n") == "c.yaml:14 column_unknown\n");
  BOOST_TEST(with("n", "d,x\nก,1\nข,0\n") == "c.yaml:18 table_column_missing\n");
}

BOOST_AUTO_TEST_CASE(a_baseline_set_by_hand_may_differ_from_the_registry) {
  Input input = registry("ก,1,หนึ่ง,,ข้าว,,,,,,,\n");
  input.rest +=
      "  counts: {operators: n}\nbaseline:\n  {file: b.csv, district: d, columns: {n: n}, "
      "overrides: "
      "[{column: n, district: ข, value: 1, reason: ก}]}\n";
  input.csv = "d,n\nก,1\nข,0\n";
  BOOST_TEST(mistakes(input) == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace chiwat::model
