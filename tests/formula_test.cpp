// The expression language: what parses, what it is worth, and the Excel formula it becomes.
#define BOOST_TEST_MODULE formula
#include <boost/test/unit_test.hpp>
#include <map>

#include "formula/check.hpp"
#include "formula/denominator.hpp"
#include "formula/evaluate.hpp"
#include "formula/excel.hpp"
#include "formula/expression.hpp"
#include "formula/extent.hpp"

namespace chiwat::formula {
namespace {

// The diagnostics of parsing and checking `text`, one "column id" per line.
std::string problems(const std::string& text) {
  Diagnostics diagnostics;
  if (const auto expression = parse(text, {"f", 1, 1}, diagnostics)) {
    check(
        **expression,
        [](const std::string& name) { return name == "handed_in" ? Type::truth : Type::number; },
        diagnostics);
  }
  std::string result;
  for (const Diagnostic& d : diagnostics.all()) {
    result += std::to_string(d.origin.column) + " " + d.message.id + "\n";
  }
  return result;
}

std::string repeated(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

Operand read(const std::string& text) {
  Diagnostics diagnostics;
  const auto expression = parse(text, {"f", 1, 1}, diagnostics);
  BOOST_TEST_REQUIRE(expression.has_value(), text);
  return *expression;
}

std::string value(const std::string& text,
                  const std::map<std::string, Number>& names = {{"n", 345}}) {
  const auto result = evaluate(*read(text), [&](const std::string& name) -> Value {
    if (name == "handed_in") return true;
    return names.at(name);
  });
  if (const auto* stop = std::get_if<DivisionByZero>(&result)) {
    return "divides by zero at " + std::to_string(stop->origin.column);
  }
  const Value& v = std::get<Value>(result);
  if (const bool* truth = std::get_if<bool>(&v)) return *truth ? "yes" : "no";
  return std::get<Number>(v).to_string();
}

// n in D5, whole; s in C5, with satang; q in E5, a quotient s / n; hidden, not shown, n * 5%.
std::string excel(const std::string& text) {
  return to_excel(*read(text), [](const std::string& name) -> Cell {
    if (name == "n") return {"D5", Number(1), nullptr};
    if (name == "m") return {"F5", Number(1), nullptr};
    if (name == "s") return {"C5", Number(100), nullptr};
    if (name == "t") return {"B5", Number(100), nullptr};
    if (name == "q") return {"E5", std::nullopt, read("s / n")};
    if (name == "hidden") return {"", Number(1), read("round(n * 5%)")};
    if (name == "nothing") return {"", Number(1), read("0")};
    if (name == "handed_in") return {"G5", Number(1), nullptr};
    return {"?", Number(1), nullptr};
  });
}

BOOST_AUTO_TEST_CASE(evaluates_exactly) {
  BOOST_TEST(value("round(n * 10%)") == "35");  // 34.5
  BOOST_TEST(value("round(n * 10%, half_even)") == "34");
  BOOST_TEST(value("round(n * 10%, 0, half_down)") == "34");
  BOOST_TEST(value("round(n, -1)") == "350");
  BOOST_TEST(value("round(n, -1, half_down)") == "340");
  BOOST_TEST(value("=ROUND(n * 10%, 0)") == "35");
  BOOST_TEST(value("if(n => 345, 1, 0)") == "1");
  BOOST_TEST(value("ceil(n / 2)") == "173");
  BOOST_TEST(value("floor(n / 2)") == "172");
  BOOST_TEST(value("round(n * 7.25%, 1)") == "25");
  BOOST_TEST(value("1 + 2 * 3 - 4 / 2") == "5");
  BOOST_TEST(value("-(1 + 2) * -2") == "6");
  BOOST_TEST(value("10 - 3 - 2") == "5");
  BOOST_TEST(value("n * ๗% × ๒ ÷ ๒") == "24.15");
  BOOST_TEST(value("(n + 5)%") == "3.5");
  BOOST_TEST(value("1 / 3") == "1/3");
  BOOST_TEST(value("ผลิตภัณฑ์ * 2", {{"ผลิตภัณฑ์", 21}}) == "42");
  BOOST_TEST(value("min(n, 3, 7) + max(1, 2)") == "5");
  BOOST_TEST(value("if(n >= 345 and handed_in, 1, 0)") == "1");
  BOOST_TEST(value("n < 345 or not handed_in") == "no");
  BOOST_TEST(value("n ≥ 345") == "yes");
  BOOST_TEST(value("1 + n / (n - 345)") == "divides by zero at 7");
  BOOST_TEST(value("if(n = 0, 0, 5 / n)", {{"n", 0}}) == "0");
}

// Each choice inside another doubled the time.
BOOST_AUTO_TEST_CASE(choices_deep_inside_each_other_are_evaluated_at_once) {
  BOOST_TEST(value(repeated("min(", 50) + "n" + repeated(", 400)", 50)) == "345");
  BOOST_TEST(value(repeated("max(", 50) + "n" + repeated(", 400)", 50)) == "400");
}

BOOST_AUTO_TEST_CASE(says_what_is_wrong_and_where) {
  BOOST_TEST(problems("") == "1 formula_empty\n");
  BOOST_TEST(problems("n *") == "4 formula_ends_early\n");
  BOOST_TEST(problems("n n") == "3 formula_unexpected\n");
  BOOST_TEST(problems("ผลิต ; 2") == "6 formula_unexpected\n");
  BOOST_TEST(problems("(n + 1") == "1 formula_parenthesis_open\n");
  BOOST_TEST(problems("round(n * (1 + 2%)") == "6 formula_parenthesis_open\n");
  BOOST_TEST(problems("min(n * 15%, 500,000)") == "14 formula_thousands\n");
  BOOST_TEST(problems("n >= 1,234,567.50") == "6 formula_thousands\n");
  BOOST_TEST(problems("min(5, 100)") == "");
  BOOST_TEST(problems("rond(n)") == "1 formula_unknown_function\n");
  BOOST_TEST(problems("round()") == "7 formula_unexpected\n");
  BOOST_TEST(problems("round(n, 1, half_even, 3)") == "1 formula_argument_count\n");
  BOOST_TEST(problems("ceil(n, 1, 2)") == "1 formula_argument_count\n");
  BOOST_TEST(problems("round(n, half_odd)") == "10 formula_rounding_mode\n");
  BOOST_TEST(problems("round(n, -10)") == "10 formula_decimals\n");
  BOOST_TEST(problems("round(n, 1.5)") == "10 formula_decimals\n");
  BOOST_TEST(problems("round(n, half_even, 1)") == "21 formula_decimals\n");
  BOOST_TEST(problems("1.2.3") == "1 formula_number\n");
  BOOST_TEST(problems("1 < n < 3") == "7 formula_unexpected\n");
  BOOST_TEST(problems("n + handed_in") == "5 formula_number_expected\n");
  BOOST_TEST(problems("n and handed_in") == "1 formula_truth_expected\n");
  BOOST_TEST(problems("if(n, 1, handed_in)") ==
             "4 formula_truth_expected\n10 formula_number_expected\n");
  BOOST_TEST(problems("n / 0") == "5 formula_divides_by_zero\n");
  BOOST_TEST(problems("n / -0") == "5 formula_divides_by_zero\n");
  BOOST_TEST(problems("if(n > 9, n / (5 - 5), 0)") == "18 formula_divides_by_zero\n");
  BOOST_TEST(problems("n / round(40%)") == "5 formula_divides_by_zero\n");
  BOOST_TEST(problems("1 / (1 / 0)") == "10 formula_divides_by_zero\n");
  BOOST_TEST(problems("n / (5 > 3)") == "8 formula_number_expected\n");
  BOOST_TEST(problems(std::string(500, '(')) == "61 formula_too_deep\n");
  BOOST_TEST(problems(std::string(500, '-') + "1") == "62 formula_too_deep\n");
  BOOST_TEST(problems("n" + repeated("+n", 4095)) == "");
  BOOST_TEST(problems("n" + repeated("+n", 4096)) == "1 formula_too_long\n");
}

BOOST_AUTO_TEST_CASE(a_constant_is_its_number) {
  Diagnostics diagnostics;
  const auto expression =
      parse("min(n, cap)", {"f", 1, 1}, diagnostics, {{"cap", {Number(500'000), 0}}});
  BOOST_TEST(to_excel(**expression, [](const std::string&) {
               return Cell{"D5", Number(1), nullptr};
             }) == "MIN(D5,500000)");
}

BOOST_AUTO_TEST_CASE(names_are_listed_with_their_places) {
  std::string listed;
  for (const auto& name : names(*read("round(a * 5%) - min(b, a)"))) {
    listed += name.value + "@" + std::to_string(name.origin.column) + " ";
  }
  BOOST_TEST(listed == "a@7 b@21 a@24 ");
}

// A difference of amounts in cells: C5-C5' would lose the digits that both have.
BOOST_AUTO_TEST_CASE(sums_of_amounts_are_emitted_in_integers) {
  BOOST_TEST(excel("s - t") == "(ROUND(C5*100,0)-ROUND(B5*100,0))/100");
  BOOST_TEST(excel("n - s") == "(D5*100-ROUND(C5*100,0))/100");
  BOOST_TEST(excel("(s - t) * 100") == "(ROUND(C5*100,0)-ROUND(B5*100,0))*100/100");
  BOOST_TEST(excel("s + t - n") == "(ROUND(C5*100,0)+ROUND(B5*100,0)-D5*100)/100");
  BOOST_TEST(excel("s - q") == "C5-E5");  // a quotient in a cell has no exact form
  BOOST_TEST(excel("s * 2") == "C5*2");
}

// The forms that design.md measured to agree with the exact value.
BOOST_AUTO_TEST_CASE(roundings_are_emitted_over_one_exact_division) {
  BOOST_TEST(excel("round(n * 7%)") == "ROUND(D5*7/100,0)");
  BOOST_TEST(excel("round(7% * n)") == "ROUND(D5*7/100,0)");
  BOOST_TEST(excel("round(n * 6%, 1)") == "ROUND(D5*6/10,0)/10");
  BOOST_TEST(excel("round(n * 7%, -1)") == "ROUND(D5*7/1000,0)*10");
  BOOST_TEST(excel("ceil(n, -2)") == "-INT(-D5/100)*100");
  BOOST_TEST(excel("round(n * 5%, half_even)") ==
             "IF(D5*5-100*INT(D5*5/100)=50,2*ROUND(D5*5/200,0),ROUND(D5*5/100,0))");
  BOOST_TEST(excel("round(n * 5%, half_down)") ==
             "IF(D5*5-100*INT(D5*5/100)=50,TRUNC(D5*5/100),ROUND(D5*5/100,0))");
  BOOST_TEST(excel("ceil(n * 7% / 2)") == "-INT(-D5*7/200)");
  BOOST_TEST(excel("floor(n / 2)") == "INT(D5/2)");
  BOOST_TEST(excel("round(s * 50%)") == "ROUND(ROUND(C5*100,0)*50/10000,0)");
  BOOST_TEST(excel("round(s / n * 100, 2)") == "ROUND(ROUND(C5*100,0)*100/D5,0)/100");
  BOOST_TEST(excel("round(n / 3, half_even)") == "ROUND(D5/3,0)");  // thirds never tie
  BOOST_TEST(excel("round((n + m) * 7%)") == "ROUND((D5+F5)*7/100,0)");
  BOOST_TEST(excel("round(n * 7% + m * 2.5%)") == "ROUND((D5*70+F5*25)/1000,0)");
  BOOST_TEST(excel("round(n / m, half_even)") ==
             "IF(D5-F5*INT(D5/F5)=F5/2,2*ROUND(D5/(F5*2),0),ROUND(D5/F5,0))");
}

BOOST_AUTO_TEST_CASE(a_quotient_inside_a_rounding_is_written_out) {
  BOOST_TEST(excel("round(q * 5)") == "ROUND(ROUND(C5*100,0)*5/(D5*100),0)");
  BOOST_TEST(excel("q * 5") == "E5*5");
}

BOOST_AUTO_TEST_CASE(unrounded_formulas_stay_as_they_were_said) {
  BOOST_TEST(excel("n - m") == "D5-F5");
  BOOST_TEST(excel("n - (m - n)") == "D5-(F5-D5)");
  BOOST_TEST(excel("n - -m") == "D5+F5");
  BOOST_TEST(excel("-n + m") == "-D5+F5");
  BOOST_TEST(excel("n * 92.6%") == "D5*926/1000");
  BOOST_TEST(excel("n * (1 + 2%)") == "D5*102/100");
  BOOST_TEST(excel("n / 2") == "D5/2");
  BOOST_TEST(excel("n + 0.5") == "D5+0.5");
  BOOST_TEST(excel("(n + m) / (n - m)") == "(D5+F5)/(D5-F5)");
  BOOST_TEST(excel("n / (m * 7%)") == "D5*100/(F5*7)");
  BOOST_TEST(excel("5") == "5");
  BOOST_TEST(excel("n" + repeated("+n", 200)) == "D5" + repeated("+D5", 200));
  BOOST_TEST(value("n" + repeated("+n", 4095)) == "1413120");
  BOOST_TEST(excel("n - hidden") == "D5-ROUND(D5*5/100,0)");
  BOOST_TEST(excel("min(n * 5%, 10)") == "MIN(D5*5/100,10)");
  BOOST_TEST(excel("round(min(n * 5%, m / 2))") == "MIN(ROUND(D5*5/100,0),ROUND(F5/2,0))");
  BOOST_TEST(excel("if(n >= 100 and handed_in, 1, 0)") == "IF(AND(D5>=100,G5),1,0)");
  BOOST_TEST(excel("n / m >= 7%") == "D5/F5>=0.07");
  BOOST_TEST(excel("if(n > 9, 1 / nothing + n, 0)") == "IF(D5>9,1/0+D5,0)");
}

// `text` where every name is a cell, and after it, `times` over, `next` where the name `last` is
// the formula before, written out.
Extent extent_of_chain(const std::string& text, const std::string& next = "", int times = 0) {
  Extent last = extent(*read(text), [](const std::string&) { return extent_of_cell(); });
  for (int i = 0; i < times; ++i) {
    last = extent(*read(next), [&](const std::string& name) {
      return name == "last" ? last : extent_of_cell();
    });
  }
  return last;
}

BOOST_AUTO_TEST_CASE(formulas_that_excel_refuses_are_known_before_they_are_written) {
  const auto fits = [](const std::string& text, const std::string& next = "", int times = 0) {
    return extent_of_chain(text, next, times).fits_excel();
  };
  BOOST_TEST(fits("n" + repeated(" + n", 150)));
  BOOST_TEST(!fits("n" + repeated(" + n", 2000)));
  BOOST_TEST(fits("n * 7%" + repeated(" + n * 7.5%", 30)));
  BOOST_TEST(fits("n" + repeated(" * n", 100)));
  BOOST_TEST(fits("min(n" + repeated(", n * 5%", 90) + ")"));
  BOOST_TEST(fits("if(n > 1, 1, " + std::string("if(n > 2, 2, if(n > 3, 3, n / 4)))")));
  BOOST_TEST(fits("n", "ceil(last / 2) + n", 30));
  BOOST_TEST(!fits("n", "ceil(last / 2) + n", 40));  // levels
  BOOST_TEST(fits("n", "round(last * 102%, half_even)", 3));
  BOOST_TEST(!fits("n", "round(last / 2, half_even)", 9));
  BOOST_TEST(!fits("n / m", "(last + last) / 2", 30));
  BOOST_TEST(!fits("n / m", "last * last / last", 10'000));  // sizes stop growing
}

BOOST_AUTO_TEST_CASE(an_extent_is_not_less_than_the_formula) {
  for (const char* text :
       {"n", "s", "s - q", "round(n * 7%)", "round(q * 7% + s / 3, 2)", "n / (m * 7%)",
        "round(s / n * 100, 2, half_even)", "round(n / m + s / m - n / s, 1, half_down)",
        "if(n >= 100 and not (s < q), min(n * 5%, q / 7), max(s, -m))",
        "round(min(n * 5%, m / 2, s * 0.123456), half_even)", "-(n + m) * -(s - 5.25) / 1.75",
        "ceil(round(floor(s * 3.3333, 2) / 7, half_even) / 3, -2)"}) {
    const auto extent_of_name = [](const std::string& name) {
      return name == "q" ? extent_of_chain("s / n") : extent_of_cell();
    };
    BOOST_TEST(extent(*read(text), extent_of_name).length() >=
                   static_cast<std::int64_t>(excel(text).size()),
               text);
  }
}

BOOST_AUTO_TEST_CASE(denominators_are_known_where_they_can_be) {
  const auto of = [](const std::string& text) -> std::string {
    const auto result = common_denominator(*read(text), [](const std::string& name) {
      return name == "s" ? std::optional<Number>(100)
                         : (name == "q" ? std::nullopt : std::optional<Number>(1));
    });
    return result ? result->to_string() : "unknown";
  };
  BOOST_TEST(of("n") == "1");
  BOOST_TEST(of("n * 7%") == "100");
  BOOST_TEST(of("n * 0.926 / 2") == "2000");
  BOOST_TEST(of("n / 1.5") == "3");
  BOOST_TEST(of("n / (1 + 3)") == "4");
  BOOST_TEST(of("n * 7% + s / 3") == "300");
  BOOST_TEST(of("round(q, 2)") == "100");
  BOOST_TEST(of("q + 1") == "unknown");
  BOOST_TEST(of("n / s") == "unknown");
  BOOST_TEST(of("n * 0.0000001") == "unknown");
}

}  // namespace
}  // namespace chiwat::formula
