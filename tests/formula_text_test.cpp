// Formulas as people read them.
#include <boost/test/unit_test.hpp>
#include <map>
#include <tuple>

#include "formula/evaluate.hpp"
#include "formula/to_text.hpp"

namespace chiwat::formula {
namespace {

Operand parsed(const std::string& text) {
  Diagnostics diagnostics;
  const auto expression = parse(text, {"f", 1, 1}, diagnostics);
  BOOST_TEST_REQUIRE(expression.has_value(), text);
  return *expression;
}

std::string written(const std::string& text) {
  return to_text(*parsed(text), [](const std::string& name) { return name; });
}

BOOST_AUTO_TEST_CASE(a_formula_is_written_as_a_description_would) {
  for (const char* text : {"round(products * 10%)",
                           "round(n * 6%, 1)",
                           "round(n * 5%, half_even)",
                           "round(n / 3, 2, half_down)",
                           "ceil(target / 2)",
                           "floor(n, -2)",
                           "0.926",
                           "92.6%",
                           "a - b - c",
                           "a - (b - c)",
                           "a / (b * c)",
                           "a * b / c",
                           "(a + b) * c",
                           "a + b * c",
                           "-a + b",
                           "-(a + b)",
                           "min(a, b + 1, 2)",
                           "if(a >= 10% and not b < 2, a, b)",
                           "(a < 1 or b < 2) and c <> 3",
                           "a < 1 or b < 2 and c = 3",
                           "not (a < 1 and b < 2)"}) {
    BOOST_TEST(written(text) == text);
  }
}

BOOST_AUTO_TEST_CASE(parentheses_that_change_nothing_and_other_signs_are_left_out) {
  BOOST_TEST(written("(a + b) + (c)") == "a + b + c");
  BOOST_TEST(written("a+(b+c)") == "a + b + c");
  BOOST_TEST(written("a × ๒ ÷ b") == "a * 2 / b");
  BOOST_TEST(written("round(n, 0, half_up)") == "round(n)");
  BOOST_TEST(written("a ≥ 1") == "a >= 1");
}

BOOST_AUTO_TEST_CASE(values_stand_in_place_of_names) {
  const std::map<std::string, std::string> values = {
      {"n", "345"}, {"sales", "1,584,146,585"}, {"loss", "-2.5"}};
  const auto filled = [&](const std::string& text) {
    return to_text(*parsed(text), [&](const std::string& name) { return values.at(name); });
  };
  BOOST_TEST(filled("round(n * 10%)") == "round(345 * 10%)");
  BOOST_TEST(filled("max(sales, n)") == "max(1,584,146,585, 345)");
  BOOST_TEST(filled("n - loss") == "345 - (-2.5)");
  BOOST_TEST(filled("loss * n") == "-2.5 * 345");
  BOOST_TEST(filled("-loss") == "-(-2.5)");
}

BOOST_AUTO_TEST_CASE(a_formula_begins_at_its_first_part) {
  BOOST_TEST(beginning(*parsed("  a + b * c >= 2")).column == 3);
  BOOST_TEST(beginning(*parsed("round(n)")).column == 1);
}

// Each parenthesis doubled the time.
BOOST_AUTO_TEST_CASE(parentheses_deep_inside_each_other_are_written_at_once) {
  std::string text = "b - c";
  for (int i = 0; i < 50; ++i) text = "a - (" + text + ")";
  BOOST_TEST(written(text) == text);
}

// What is written is read as the same again.
BOOST_AUTO_TEST_CASE(what_is_written_says_the_same) {
  for (const char* text : {"a-(b+c)*-2", "a/b/c-a*(b/c)", "round((a-b)*10%,1)/2",
                           "if(not (a<1 or b>2),-(a-b),min(a,-b))", "-(-a)", "a-(-3)"}) {
    const std::string once = written(text);
    BOOST_TEST(written(once) == once);
    for (const auto& [a, b, c] : {std::tuple(1, 2, 3), std::tuple(-7, 5, 4)}) {
      const auto value = [&](const std::string& name) -> Number {
        return name == "a" ? a : name == "b" ? b : c;
      };
      const auto of = [&](const std::string& formula) {
        return std::get<Number>(std::get<Value>(evaluate(
            *parsed(formula), [&](const std::string& name) -> Value { return value(name); })));
      };
      BOOST_TEST((of(once) == of(text)), once);
    }
  }
}

}  // namespace
}  // namespace chiwat::formula
