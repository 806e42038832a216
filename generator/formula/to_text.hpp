// An expression as a person wrote it, or would: round(products * 10%).
#pragma once

#include <functional>
#include <string>

#include "formula/expression.hpp"

namespace chiwat::formula {

// In the signs and functions of a description, with no parentheses but those it needs. `name_of`
// answers for every name in it: the name itself, or a number in its place (a negative one gets
// parentheses where a sign stands before it).
std::string to_text(const Expression& expression,
                    const std::function<std::string(const std::string&)>& name_of);

// Where an expression begins: the first character of its first part.
const Origin& beginning(const Expression& expression);

}  // namespace chiwat::formula
