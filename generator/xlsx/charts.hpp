// The charts of a sheet.
#pragma once

#include "document/workbook.hpp"

struct lxw_workbook;
struct lxw_worksheet;

namespace chiwat::xlsx {

// Puts the charts of `sheet` on it. Throws WriteError for one that Excel would not draw: over a
// sheet that `workbook` does not have, over more than a row or a column of cells, or with more
// names than values.
void write_charts(const document::Workbook& workbook, const document::Sheet& sheet,
                  lxw_workbook* target, lxw_worksheet* on);

}  // namespace chiwat::xlsx
