// The expression: one syntax tree with three uses.
//
// A target is written once, as the office would say it: round(products * 7%). The same tree is
// evaluated exactly (evaluate.hpp) and written into the cell as a live formula (excel.hpp), so that
// whatever a formula means, it means it in both.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/number.hpp"
#include "base/origin.hpp"

namespace chiwat::formula {

struct Expression;
using Operand = std::shared_ptr<const Expression>;

// A number as written: 7 % is 7 of 100 parts, 0.926 is 926 of 1000, so `value` times ten to the
// power of `places` is an integer.
struct Literal {
  Number value;
  int places = 0;
  bool percent = false;  // written with the sign
};

struct Name {
  std::string name;
};

enum class Arithmetic { add, subtract, multiply, divide };
enum class Comparison { less, less_equal, greater, greater_equal, equal, not_equal };
enum class Logic { both, either };
enum class Extreme { smallest, largest };

struct Negative {
  Operand operand;
};
struct Not {
  Operand operand;
};
template <class Operator>
struct Binary {
  Operator op;
  Operand left, right;
};
// round, ceil, floor: `operand` to `decimals` digits after the point.
struct Rounded {
  Operand operand;
  int decimals = 0;
  Rounding mode = Rounding::half_up;
};
// min, max.
struct Choice {
  Extreme extreme;
  std::vector<Operand> operands;  // at least one
};
// if(condition, yes, no).
struct Conditional {
  Operand condition, yes, no;
};

struct Expression {
  std::variant<Literal, Name, Negative, Not, Binary<Arithmetic>, Binary<Comparison>, Binary<Logic>,
               Rounded, Choice, Conditional>
      node;
  Origin origin;  // of an operator its sign, else the first character
};

// What Excel takes as one formula, in characters.
constexpr std::int64_t kLongestFormula = 8192;

// Named numbers of the description, which stand in an expression as if written there.
using Constants = std::map<std::string, Literal>;

// Reads an expression that begins at `origin`:
//
//   or, and, not · < <= > >= = <> · + - · * / · -x · x%
//   round(x), round(x, 1), round(x, 1, half_even), ceil(x, 1), floor(x, 1); -1 decimals are tens
//   [modes: half_up (the default), half_even, half_down], min(x, …), max(x, …), if(condition, x, y)
//
// Names are letters of any script, digits and underscores, and begin with no digit. Digits are
// Arabic or Thai; × ÷ ≤ ≥ ≠ stand for * / <= >= <>. Reported: formula_empty, formula_unexpected
// {found}, formula_ends_early, formula_parenthesis_open, formula_unknown_function {name, known},
// formula_argument_count {name, expected}, formula_rounding_mode {found, known}, formula_decimals,
// formula_number {found}, formula_thousands {meant}, number_too_long, formula_too_deep,
// formula_too_long {most}.
std::optional<Operand> parse(std::string_view text, const Origin& origin, Diagnostics& diagnostics,
                             const Constants& constants = {});

// Every name used, where it stands, in the order written.
std::vector<Located<std::string>> names(const Expression& expression);

}  // namespace chiwat::formula
