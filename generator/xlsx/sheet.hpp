// The grid of one sheet: cells, merges, sizes.
#pragma once

#include "document/workbook.hpp"
#include "xlsx/formats.hpp"

struct lxw_worksheet;

namespace chiwat::xlsx {

// Whether the library keeps the cells of a sheet until all are there, or a row at a time.
enum class SheetOrder { whole, by_row };

// Writes everything of `sheet` into the new, empty `target`, whose workbook was opened for that
// order.
void write_sheet(const document::Sheet& sheet, SheetOrder order, lxw_worksheet* target,
                 Formats& formats);

}  // namespace chiwat::xlsx
