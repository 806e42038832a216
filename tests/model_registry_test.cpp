// The registry of operators and products, and the lists that its words are in.
#include "model_input.hpp"

namespace chiwat::model {
namespace {

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
