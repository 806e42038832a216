// What an expression must be before it is used: well typed, over names that do not lead back to it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "formula/expression.hpp"

namespace chiwat::formula {

enum class Type { number, truth };

// The type of `expression`; `type_of` answers for every name in it. Reported:
// formula_number_expected and formula_truth_expected, at the operand that is the other;
// formula_divides_by_zero, at a division by a constant that is zero.
std::optional<Type> check(const Expression& expression,
                          const std::function<Type(const std::string&)>& type_of,
                          Diagnostics& diagnostics);

// The smallest known number that makes every value of the expression an integer when multiplied
// with it: 100 for products * 7%, 10 for round(x, 1). Nothing when it is not known (a division by a
// name) or so large that a binary program could not multiply with it exactly. `denominator_of`
// answers for names.
std::optional<Number> common_denominator(
    const Expression& expression,
    const std::function<std::optional<Number>(const std::string&)>& denominator_of);

}  // namespace chiwat::formula
