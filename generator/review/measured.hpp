// What is counted in whole numbers, and what is measured. Private to this folder.
#pragma once

#include <vector>

#include "formula/expression.hpp"
#include "model/circular.hpp"

namespace chiwat::review {

// Whether something is taken away in an expression, so that it may be less than nothing.
bool is_difference(const formula::Expression& expression);

// Whether columns are divided by each other in an expression, or it chooses between numbers: such
// values are not added up over districts.
bool is_ratio(const formula::Expression& expression);

// Which columns count whole things, one entry for each of Circular::columns: those of which a
// counted result is a share, and those that are a part or multiple, a sum or a difference of such.
std::vector<bool> counted_columns(const model::Circular& circular);

}  // namespace chiwat::review
