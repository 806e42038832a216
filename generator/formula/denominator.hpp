// What makes every value of an expression an integer: the spreadsheet computes exactly in integers.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/number.hpp"
#include "formula/expression.hpp"

namespace chiwat::formula {

// The smallest known number that makes every value of the expression an integer when multiplied
// with it: 100 for products * 7%, 10 for round(x, 1). Nothing when it is not known (a division by a
// name) or so large that a binary program could not multiply with it exactly. `denominator_of`
// answers for names.
std::optional<Number> common_denominator(
    const Expression& expression,
    const std::function<std::optional<Number>(const std::string&)>& denominator_of);

}  // namespace chiwat::formula
