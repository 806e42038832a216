// An expression as an Excel formula whose binary arithmetic agrees with the exact value.
//
// Inside a rounding everything is brought over one denominator: products * 7% is D5*7/100, an exact
// integer and one correctly rounded division, so that a tie is a tie. D5*7% would not do: 7% has no
// binary form, and 450 * 0.07 is 31.500000000000004. A sum of cells with decimals is made in
// integers too. Elsewhere the formula stays as the office would write it, and agrees to 15
// significant digits.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/number.hpp"
#include "formula/expression.hpp"

namespace chiwat::formula {

// What a name stands for in one row of a sheet.
struct Cell {
  // "D5"; empty when no cell shows the value: then the name's own formula stands in its place.
  std::string reference;
  // What every value of the cell times is an integer (see denominator.hpp). Without it, the
  // name's own formula stands in its place inside a rounding, since a quotient such as 1/3 in a
  // cell has lost the digits that decide a tie.
  std::optional<Number> denominator;
  // The name's formula; null for a baseline, a value set by hand and the total of a column that is
  // not its formula, which must have a reference.
  Operand definition;
};

// The formula, without '='. `cell_of` answers for every name, definitions included.
std::string to_excel(const Expression& expression,
                     const std::function<Cell(const std::string&)>& cell_of);

}  // namespace chiwat::formula
