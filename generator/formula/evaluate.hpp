// The exact value of an expression.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>

#include "base/number.hpp"
#include "formula/expression.hpp"

namespace chiwat::formula {

using Value = std::variant<Number, bool>;

struct DivisionByZero {
  Origin origin;  // the division
};

// Evaluates a checked expression; `value_of` answers for every name in it. Both sides of `and`,
// `or` are evaluated only as far as needed, and of `if` only the side chosen, as Excel does.
std::variant<Value, DivisionByZero> evaluate(
    const Expression& expression, const std::function<Value(const std::string&)>& value_of);

// The number that a checked expression without names is; nothing for any other expression, and for
// one that divides by zero.
std::optional<Number> constant(const Expression& expression);

}  // namespace chiwat::formula
