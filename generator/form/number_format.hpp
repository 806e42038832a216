// How numbers look: Excel's format codes, and the same look as text for measuring and footnotes.
#pragma once

#include <string>

#include "base/number.hpp"
#include "thai/digits.hpp"

namespace chiwat::form {

struct NumberLook {
  int decimals = 0;
  bool thousands = true;
  thai::Digits digits = thai::Digits::arabic;
  std::string mark;  // stands before a number that was set by hand
};

// "#,##0.0", with Thai digits "[$-D00041E]#,##0.0" (the only prefix that keeps separators and works
// in every locale, see the conventions of Thai official tables).
std::string format_code(const NumberLook& look);

// The number as such a cell shows it, rounded half up as Excel displays it.
std::string shown(const Number& number, const NumberLook& look);

}  // namespace chiwat::form
