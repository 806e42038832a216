// What a sheet allows and shows while it is filled in: protection, validations, conditional
// formats.
#pragma once

#include "document/workbook.hpp"

struct lxw_workbook;
struct lxw_worksheet;

namespace chiwat::xlsx {

// Writes the rules of `sheet`, and the colour of its tab. Throws WriteError for what Excel would
// not open or the library would shorten: longer texts than Excel's boxes hold, two validations of
// one cell, a list that is not a range or a name.
void write_rules(const document::Sheet& sheet, lxw_workbook* workbook, lxw_worksheet* target);

}  // namespace chiwat::xlsx
