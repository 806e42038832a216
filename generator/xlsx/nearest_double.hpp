// The one place where an exact number becomes a binary one: a cell of an Excel file holds no other.
#pragma once

#include "base/number.hpp"

namespace chiwat::xlsx {

// The double nearest to `number`. Throws WriteError for a value that no double is near to (1e309).
double nearest_double(const Number& number);

}  // namespace chiwat::xlsx
