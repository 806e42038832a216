// Telephone numbers as a registry has them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chiwat::model {

// What is wrong with one of the numbers in a cell.
struct BadTelephone {
  std::string number;  // the digits found, without spaces and hyphens
  std::string meant;  // with the zero that a spreadsheet took away; empty: no number of that length
};

// The first bad number of a text in Arabic digits: Thai numbers, several between commas or strokes,
// each with spaces, hyphens, dots or parentheses inside and perhaps an extension after "ต่อ". A
// landline (02 to 07) has 9 digits, a mobile number (06, 08, 09) 10; +66
// stands for the zero. A dash alone is no number, and fine.
std::optional<BadTelephone> bad_telephone(std::string_view text);

}  // namespace chiwat::model
