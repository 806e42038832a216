// What libxlsxwriter refuses, or would leave out or cut off in silence, becomes a WriteError here.
#pragma once

#include <xlsxwriter.h>

#include <string>
#include <utility>

#include "document/workbook.hpp"

namespace chiwat::xlsx {

// Throws WriteError, "where: problem", unless the promise was kept.
void require(bool kept, const std::string& where, const std::string& problem);

// Throws WriteError with the library's words for an answer that is an error.
void check(lxw_error answer, const std::string& where);
void check(lxw_error answer, const document::Sheet& sheet, document::Position position);

// `value` as one of the library's smaller integers.
template <class Integer>
Integer narrow(int value) {
  if (!std::in_range<Integer>(value)) require(false, std::to_string(value), "out of range");
  return static_cast<Integer>(value);
}
inline lxw_row_t row(int index) {
  return narrow<lxw_row_t>(index);
}
inline lxw_col_t column(int index) {
  return narrow<lxw_col_t>(index);
}

// The length of a text as Excel counts it.
int utf16_length(const std::string& utf8);

// Thousandths of a point or inch as the points or inches that the library takes.
double thousandths(int value);

}  // namespace chiwat::xlsx
