// What an expression must be before it is used: well typed, and free of divisions by constant zero.
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

}  // namespace chiwat::formula
