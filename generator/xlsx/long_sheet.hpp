// A sheet too long to be kept in memory until its last row is there.
#pragma once

#include "document/workbook.hpp"
#include "xlsx/formats.hpp"

struct lxw_worksheet;

namespace chiwat::xlsx {

// Writes the cells, merged ranges, heights and comments of `sheet`, each row before the next.
// `target` is of a workbook in the library's constant_memory: a row that is written is gone, and
// its texts stand in the cells themselves.
void write_row_by_row(const document::Sheet& sheet, lxw_worksheet* target, Formats& formats);

}  // namespace chiwat::xlsx
