// A workbook as text, one line per fact: the golden form of the tests.
#pragma once

#include <string>

#include "document/workbook.hpp"

namespace chiwat::document {

// The file's properties and defined names; then for each sheet its page, columns, rows, merges and
// rules for filling it in, and one line per cell in reading order:
//
//   sheet รอบที่ 1 landscape scale 85 left 0.787 right 0.394 top 0.75 bottom 0.75
//   columns A 40 B-F 96
//   รอบที่ 1!C7 number 12.5 format "#,##0" border right
//   รอบที่ 1!D7 formula ROUND(C7*7/100,0) = 1 comment "ร้อยละ 7"
//
// Deterministic and exact. Columns are in pixels, rows in points, margins in inches; what has its
// usual value (16 pt, centred vertically, locked …) is left out.
std::string dump(const Workbook& workbook);

}  // namespace chiwat::document
