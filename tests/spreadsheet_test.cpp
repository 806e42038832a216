// The promise of formula/excel.hpp, tried out: whatever spreadsheet computes the formulas, each
// cell comes to the double nearest to the exact value. For every baseline from 0 to 100,000, over
// the percentages, roundings and chains of the circulars. The exact side is integer arithmetic of
// this file's own, the spreadsheets are the models of spreadsheet/arithmetic.hpp.
#define BOOST_TEST_MODULE formula_property
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstdint>
#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/number.hpp"
#include "formula/denominator.hpp"
#include "formula/excel.hpp"
#include "formula/expression.hpp"
#include "spreadsheet/arithmetic.hpp"
#include "spreadsheet/formula.hpp"

namespace chiwat {
namespace {

using spreadsheet::Arithmetic;

constexpr std::int64_t kLast = 100'000;
constexpr std::int64_t kLastMixed = 1'000;  // for each of the many mixtures of the programs' parts

// Exact values of one row in the columns' own units: hundredths where a column has two decimals.
using Units = std::vector<std::int64_t>;

// A column of a sheet in which each row stands for one n: a baseline, which has no formula, or a
// formula over the columns before it.
struct Column {
  std::string name;
  std::string formula;
  int decimals = 0;
  std::function<std::int64_t(std::int64_t n, const Units& row)> units;
  // An unrounded column has no nearest double to come to: it agrees to 15 significant digits.
  bool is_rounded = true;
};
using Sheet = std::vector<Column>;

std::int64_t power_of_ten(int exponent) {
  return exponent == 0 ? 1 : 10 * power_of_ten(exponent - 1);
}

std::int64_t floor_of(std::int64_t p, std::int64_t q) {
  return p / q - (p % q < 0 ? 1 : 0);
}

// p / q to an integer; q is positive.
std::int64_t rounded(std::int64_t p, std::int64_t q, Rounding mode) {
  const std::int64_t below = floor_of(p, q);
  const std::int64_t twice_rest = 2 * (p - below * q);
  if (mode == Rounding::floor || twice_rest == 0) return below;
  if (mode == Rounding::ceiling || twice_rest > q) return below + 1;
  if (twice_rest < q) return below;
  if (mode == Rounding::half_even) return below + below % 2 * (below < 0 ? -1 : 1);
  const bool away = mode == Rounding::half_up;
  return (p < 0) == away ? below : below + 1;
}

double nearest(std::int64_t units, int decimals) {
  return static_cast<double>(units) / static_cast<double>(power_of_ten(decimals));
}

bool agrees(const Column& column, double value, std::int64_t units) {
  const double exact = nearest(units, column.decimals);
  if (column.is_rounded) return value == exact;
  return std::fabs(value - exact) <= 1e-15 * std::fabs(exact);
}

std::string reference(std::size_t column) {
  return std::string(1, static_cast<char>('A' + column)) + "5";
}

formula::Operand parsed(const std::string& formula) {
  Diagnostics diagnostics;
  const auto expression = formula::parse(formula, {"f", 1, 1}, diagnostics);
  BOOST_TEST_REQUIRE(expression.has_value(), formula);
  return *expression;
}

// The formulas as a table of the sheet's columns shows them; empty for the baselines.
std::vector<std::string> emitted(const Sheet& sheet) {
  std::map<std::string, formula::Cell> cells;
  const auto denominator_of = [&](const std::string& name) { return cells.at(name).denominator; };
  const auto cell_of = [&](const std::string& name) { return cells.at(name); };
  std::vector<std::string> texts;
  for (const Column& column : sheet) {
    formula::Cell cell{reference(texts.size()), Number::power_of_ten(column.decimals), nullptr};
    std::string text;
    if (!column.formula.empty()) {
      cell.definition = parsed(column.formula);
      cell.denominator = formula::common_denominator(*cell.definition, denominator_of);
      text = formula::to_excel(*cell.definition, cell_of);
    }
    cells.emplace(column.name, cell);
    texts.push_back(text);
  }
  return texts;
}

// How often cells were compared, how often they were wrong, and the first that was.
struct Outcome {
  std::int64_t compared = 0;
  std::int64_t wrong = 0;
  std::string first;
};

// Computes the formulas of `texts` in the sheet's columns for every n, as each program would.
class Computer {
 public:
  Computer(const Sheet& sheet, const std::vector<std::string>& texts)
      : sheet_(sheet), texts_(texts) {
    for (const std::string& text : texts) formulas_.emplace_back(text.empty() ? "0" : text);
  }

  Outcome outcome(const std::vector<Arithmetic>& programs, std::int64_t last) {
    for (std::int64_t n = 0; n <= last; ++n) {
      Units row;
      for (const Column& column : sheet_) row.push_back(column.units(n, row));
      for (const Arithmetic& program : programs) compute(n, row, program);
    }
    return outcome_;
  }

 private:
  void compute(std::int64_t n, const Units& row, const Arithmetic& program) {
    cells_.clear();
    for (std::size_t i = 0; i < sheet_.size(); ++i) {
      if (texts_[i].empty()) {
        cells_.push_back(nearest(row[i], sheet_[i].decimals));
        continue;
      }
      cells_.push_back(formulas_[i].value(program, cells_));
      ++outcome_.compared;
      if (!agrees(sheet_[i], cells_[i], row[i])) report(i, n, row, program);
    }
  }

  void report(std::size_t i, std::int64_t n, const Units& row, const Arithmetic& program) {
    if (++outcome_.wrong > 1) return;
    std::ostringstream text;
    text.precision(17);
    text << sheet_[i].name << " = " << sheet_[i].formula << " as " << texts_[i] << " for n = " << n
         << " is " << cells_[i] << " in " << program.name << ", should be "
         << nearest(row[i], sheet_[i].decimals);
    outcome_.first = text.str();
  }

  const Sheet& sheet_;
  const std::vector<std::string>& texts_;
  std::vector<spreadsheet::Formula> formulas_;
  std::vector<double> cells_;
  Outcome outcome_;
};

void check(const Sheet& sheet) {
  const auto texts = emitted(sheet);
  const Outcome whole = Computer(sheet, texts).outcome(spreadsheet::programs(), kLast);
  BOOST_TEST(whole.wrong == 0, whole.wrong << " wrong; " << whole.first);
  BOOST_TEST(whole.compared > kLast);
  const Outcome mixed = Computer(sheet, texts).outcome(spreadsheet::mixtures(), kLastMixed);
  BOOST_TEST(mixed.wrong == 0, mixed.wrong << " wrong; " << mixed.first);
}

// A percentage of the circulars, in thousandths.
struct Percentage {
  std::string text;
  std::int64_t thousandths;
};
const std::vector<Percentage> kPercentages{
    {"5%", 50},   {"6%", 60},     {"7%", 70},     {"8%", 80},     {"9%", 90},     {"10%", 100},
    {"11%", 110}, {"92.6%", 926}, {"102%", 1020}, {"103%", 1030}, {"104%", 1040},
};

struct Way {
  Rounding mode;
  std::string before, after;  // what stands around the value and its decimals
};
const std::vector<Way> kWays{
    {Rounding::half_up, "round(", ")"},
    {Rounding::half_even, "round(", ", half_even)"},
    {Rounding::half_down, "round(", ", half_down)"},
    {Rounding::ceiling, "ceil(", ")"},
    {Rounding::floor, "floor(", ")"},
};

std::string in(const Way& way, const std::string& value, int decimals) {
  return way.before + value + ", " + std::to_string(decimals) + way.after;
}

// `value`, which is p / q, rounded in every way to each of the decimals: one column each.
void add_roundings(Sheet& sheet, const std::string& value, const std::vector<int>& decimals,
                   const std::function<std::int64_t(const Units&)>& p,
                   const std::function<std::int64_t(const Units&)>& q) {
  for (const int places : decimals) {
    for (const Way& way : kWays) {
      sheet.push_back({"column_" + std::to_string(sheet.size()), in(way, value, places), places,
                       [=, mode = way.mode](std::int64_t, const Units& row) {
                         return rounded(p(row) * power_of_ten(places), q(row), mode);
                       }});
    }
  }
}

std::function<std::int64_t(const Units&)> constant(std::int64_t value) {
  return [=](const Units&) { return value; };
}

Column baseline(std::string name, std::function<std::int64_t(std::int64_t)> units,
                int decimals = 0) {
  return {std::move(name), "", decimals, [=](std::int64_t n, const Units&) { return units(n); }};
}

const Column kProducts = baseline("products", [](std::int64_t n) { return n; });

BOOST_AUTO_TEST_CASE(percentages_of_a_baseline) {
  for (const Percentage& percentage : kPercentages) {
    Sheet sheet{kProducts};
    add_roundings(
        sheet, "products * " + percentage.text, {0, 1},
        [&](const Units& row) { return row[0] * percentage.thousandths; }, constant(1000));
    check(sheet);
  }
}

// Decreases are negative: half up is away from zero, ceiling and floor are towards the infinities.
BOOST_AUTO_TEST_CASE(percentages_of_a_difference) {
  Sheet sheet{kProducts, baseline("before", [](std::int64_t n) { return n * 7'919 % 100'003; })};
  add_roundings(
      sheet, "(products - before) * 5%", {0, 1},
      [](const Units& row) { return (row[0] - row[1]) * 5; }, constant(100));
  add_roundings(
      sheet, "-products / 2", {0}, [](const Units& row) { return -row[0]; }, constant(2));
  check(sheet);
}

BOOST_AUTO_TEST_CASE(halves_and_the_rest) {
  Sheet sheet{kProducts};
  add_roundings(
      sheet, "products / 2", {0, 1}, [](const Units& row) { return row[0]; }, constant(2));
  sheet.push_back({"rest", "products - ceil(products / 2)", 0,
                   [](std::int64_t, const Units& row) { return row[0] / 2; }});
  check(sheet);
}

// phayao-2565: half even of what remains, then a half rounded up, then the rest.
BOOST_AUTO_TEST_CASE(a_chain_over_rounded_columns) {
  check({
      baseline("registered", [](std::int64_t n) { return n; }),
      baseline("online", [](std::int64_t n) { return n * 3 / 8; }),
      {"remaining", "registered - online", 0,
       [](std::int64_t, const Units& row) { return row[0] - row[1]; }},
      {"target", "round(remaining * 5%, half_even)", 0,
       [](std::int64_t, const Units& row) {
         return rounded(row[2] * 5, 100, Rounding::half_even);
       }},
      {"round_1", "ceil(target / 2)", 0,
       [](std::int64_t, const Units& row) { return rounded(row[3], 2, Rounding::ceiling); }},
      {"round_2", "target - round_1", 0,
       [](std::int64_t, const Units& row) { return row[3] - row[4]; }},
      {"whole", "round_1 + round_2", 0, [](std::int64_t, const Units& row) { return row[3]; }},
  });
}

// sakaeo-2564 keeps one decimal; what follows from such a column starts at its rounded value.
BOOST_AUTO_TEST_CASE(a_chain_over_columns_with_decimals) {
  Sheet sheet{kProducts, {"goal", "round(products * 6%, 1)", 1, [](std::int64_t, const Units& row) {
                            return rounded(row[0] * 6, 10, Rounding::half_up);
                          }}};
  add_roundings(
      sheet, "goal / 2", {0, 1}, [](const Units& row) { return row[1]; }, constant(20));
  add_roundings(
      sheet, "goal * 7%", {0, 1, 2}, [](const Units& row) { return row[1] * 7; }, constant(1000));
  check(sheet);
}

// As large as the sales of ubon-2568: up to 1,467,249,697.20 baht.
const Column kSales = baseline(
    "sales", [](std::int64_t n) { return n * 1'467'249 + n * n % 31'357; }, 2);

BOOST_AUTO_TEST_CASE(baselines_with_satang) {
  Sheet sheet{kSales};
  add_roundings(
      sheet, "sales * 92.6%", {0, 1, 2}, [](const Units& row) { return row[0] * 926; },
      constant(100'000));
  add_roundings(
      sheet, "sales / 2", {0, 1, 2}, [](const Units& row) { return row[0]; }, constant(200));
  check(sheet);
}

BOOST_AUTO_TEST_CASE(a_chain_in_satang) {
  for (const std::int64_t growth : {102, 103, 104}) {
    Sheet sheet{kSales,
                {"adjusted", "round(sales * 92.6%, 2)", 2,
                 [](std::int64_t, const Units& row) {
                   return rounded(row[0] * 926, 1000, Rounding::half_up);
                 }},
                {"base", "round(adjusted / 2, 2)", 2, [](std::int64_t, const Units& row) {
                   return rounded(row[1], 2, Rounding::half_up);
                 }}};
    add_roundings(
        sheet, "base * " + std::to_string(growth) + "%", {0, 2},
        [=](const Units& row) { return row[2] * growth; }, constant(10'000));
    check(sheet);
  }
}

// ubon-2568 rounds nowhere: only the display shows whole baht.
BOOST_AUTO_TEST_CASE(an_unrounded_chain_agrees_to_15_digits) {
  check({
      kSales,
      {"adjusted", "sales * 92.6%", 5, [](std::int64_t, const Units& row) { return row[0] * 926; },
       false},
      {"base", "adjusted / 2", 6, [](std::int64_t, const Units& row) { return row[1] * 5; }, false},
      {"goal_1", "base * (1 + 2%)", 8, [](std::int64_t, const Units& row) { return row[2] * 102; },
       false},
      {"goal_3", "base * 1.04", 8, [](std::int64_t, const Units& row) { return row[2] * 104; },
       false},
  });
}

// A quotient of two cells, and what is decided by it.
BOOST_AUTO_TEST_CASE(shares_and_levels) {
  Sheet sheet{baseline("online", [](std::int64_t n) { return n; }),
              baseline("products", [](std::int64_t n) { return 10 * (n % 997) + 10; })};
  add_roundings(
      sheet, "online / products * 100", {0, 1, 2}, [](const Units& row) { return row[0] * 100; },
      [](const Units& row) { return row[1]; });
  sheet.push_back({"score",
                   "if(online / products >= 110%, 5, if(online / products > 10%, 4, "
                   "if(online / products = 10%, 3, if(online < products * 9%, 1, 2))))",
                   0, [](std::int64_t, const Units& row) -> std::int64_t {
                     if (row[0] * 100 >= row[1] * 110) return 5;
                     if (row[0] * 10 > row[1]) return 4;
                     if (row[0] * 10 == row[1]) return 3;
                     return row[0] * 100 < row[1] * 9 ? 1 : 2;
                   }});
  check(sheet);
}

BOOST_AUTO_TEST_CASE(choices_inside_a_rounding) {
  const auto half_up = [](std::int64_t p, std::int64_t q) {
    return rounded(p, q, Rounding::half_up);
  };
  check({
      kProducts,
      {"at_least_ten", "round(max(products * 5%, 9.5))", 0,
       [=](std::int64_t, const Units& row) {
         return half_up(std::max<std::int64_t>(row[0] * 5, 950), 100);
       }},
      {"at_most", "round(min(products * 5%, 31.25, products / 8), 1)", 1,
       [=](std::int64_t, const Units& row) {
         return half_up(std::min<std::int64_t>({row[0] * 10, 6250, row[0] * 25}), 20);
       }},
      {"small_ones_more", "round(if(products * 7% <= 31.5, products * 8%, products * 7%))", 0,
       [=](std::int64_t, const Units& row) {
         return half_up(row[0] * (row[0] * 7 <= 3150 ? 8 : 7), 100);
       }},
  });
}

// The test of the test: formulas as people write them go wrong somewhere, and it is seen.
bool is_found_out(const std::string& excel, Column column) {
  column.name = "column";
  const Sheet sheet{kProducts, column};
  return Computer(sheet, {"", excel}).outcome(spreadsheet::programs(), kLast).wrong > 0;
}

BOOST_AUTO_TEST_CASE(naive_formulas_are_found_out) {
  const auto of = [](int decimals, std::int64_t p, std::int64_t q, Rounding mode) {
    return Column{"", "", decimals,
                  [=](std::int64_t, const Units& row) { return rounded(row[0] * p, q, mode); }};
  };
  BOOST_TEST(!is_found_out("ROUND(A5*29/100,0)", of(0, 29, 100, Rounding::half_up)));
  BOOST_TEST(is_found_out("A5*7%", of(2, 7, 1, Rounding::floor)));
  BOOST_TEST(is_found_out("ROUND(A5*0.7,0)*0.1", of(1, 7, 10, Rounding::half_up)));
  // 0.07 is stored as a little more: half up does not see it, the other roundings do.
  BOOST_TEST(!is_found_out("ROUND(A5*0.07,0)", of(0, 7, 100, Rounding::half_up)));
  BOOST_TEST(is_found_out("-INT(-A5*0.07)", of(0, 7, 100, Rounding::ceiling)));
  BOOST_TEST(is_found_out("IF(A5*0.07-INT(A5*0.07)=0.5,2*ROUND(A5*0.07/2,0),ROUND(A5*0.07,0))",
                          of(0, 7, 100, Rounding::half_even)));
  // 0.29 is stored as a little less: half up and floor see it.
  BOOST_TEST(is_found_out("ROUND(A5*0.29,0)", of(0, 29, 100, Rounding::half_up)));
  BOOST_TEST(is_found_out("INT(A5*0.29)", of(0, 29, 100, Rounding::floor)));
}

BOOST_AUTO_TEST_CASE(every_model_of_rounding_is_needed) {
  const auto round = [](std::size_t program, double x) {
    return spreadsheet::programs()[program].round(x);
  };
  const double below_a_half = std::nextafter(2.5, 0);
  BOOST_TEST(round(0, below_a_half) == 2);  // IEEE 754
  BOOST_TEST(round(1, below_a_half) == 3);  // Excel
  BOOST_TEST(round(2, below_a_half) == 3);  // LibreOffice 5
  BOOST_TEST(round(0, -2.5) == -3);
  BOOST_TEST(spreadsheet::programs()[2].integer(std::nextafter(3, 0)) == 3);
}

}  // namespace
}  // namespace chiwat
