// Where a defined name points.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/workbook.hpp"

namespace chiwat::document {

struct Area {
  std::string sheet;
  Range range;
};

// Reads one cell or a rectangle of one sheet, in the ways in which spreadsheet programs write it:
// "'รต.1'!$A$9:$N$40", "รต.1!A9", "$รต.1!$A$9". Nothing for any other formula, such as "#REF!$A$1".
std::optional<Area> read_area(std::string_view formula);

}  // namespace chiwat::document
