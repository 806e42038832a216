// How a sheet is printed.
#pragma once

#include "document/workbook.hpp"

struct lxw_worksheet;

namespace chiwat::xlsx {

// Sets paper (always A4, centred between its margins), scale, repeated rows, breaks, header and
// footer of `target` as `sheet.page` says.
void write_page(const document::Sheet& sheet, lxw_worksheet* target);

}  // namespace chiwat::xlsx
