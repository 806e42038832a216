// The grid of one sheet: cells, merges, sizes.
#pragma once

#include "document/workbook.hpp"
#include "xlsx/formats.hpp"

struct lxw_worksheet;

namespace chiwat::xlsx {

// Writes everything of `sheet` into the new, empty `target`.
void write_sheet(const document::Sheet& sheet, lxw_worksheet* target, Formats& formats);

}  // namespace chiwat::xlsx
