// How long and how deeply nested the Excel formula of an expression may become.
//
// Roundings to even say their operand four times, and a column that no table shows is written out
// wherever it is used, so that a few short formulas can grow beyond what Excel takes: 8,192
// characters and 64 levels. The extent is an upper estimate made without writing the text.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/number.hpp"
#include "formula/expression.hpp"

namespace chiwat::formula {

// The formula as excel.cpp makes it: numerator / (denominator * divisor). The sizes are in
// characters, 0 where there is no such part, and stop growing far beyond what Excel takes.
struct Extent {
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;
  Number divisor = 1;
  std::int64_t depth = 0;  // of parentheses inside each other
  bool is_sum = false;     // stands in parentheses inside a product

  std::int64_t length() const;
  bool fits_excel() const;
};

// A reference to a cell of another sheet, as an integer: ROUND('ข้อมูลฐาน'!AB123*100,0)/100.
Extent extent_of_cell();

// Whichever is larger, in each part: of a name that may be a cell or be written out.
Extent larger(const Extent& a, const Extent& b);

// The extent of a checked expression; `extent_of` answers for every name in it.
Extent extent(const Expression& expression,
              const std::function<Extent(const std::string&)>& extent_of);

}  // namespace chiwat::formula
