// Positions from their names: the way back from document::cell_name.
#pragma once

#include <optional>
#include <string_view>

#include "document/workbook.hpp"

namespace chiwat::xlsx {

inline constexpr int kRows = 1'048'576;
inline constexpr int kColumns = 16'384;

// "C7" or "$C$7"; nothing for what is no cell of a sheet.
std::optional<document::Position> read_cell_name(std::string_view name);

// "A1:C7", or "A1" for the range of one cell.
std::optional<document::Range> read_range_name(std::string_view name);

}  // namespace chiwat::xlsx
