// How wide the columns of a table must be, so that nothing is cut and the paper is filled.
#pragma once

#include <string>
#include <vector>

#include "form/heading_grid.hpp"
#include "thai/text_width.hpp"

namespace chiwat::form {

using thai::Millipoints;

// What a spreadsheet program keeps free beside the text of a cell, both sides together.
inline constexpr Millipoints kCellPadding = 7'000;

// What one step of indent takes: three spaces of the workbook's default font.
inline constexpr Millipoints kIndent = 7'000;

// The share of the rest that text is laid out in: programs draw letters a little wider or narrower
// than the font says.
inline constexpr int kUsablePercent = 97;

// The width of a cell in which text of this width fits on one line.
Millipoints cell_width(Millipoints text);

// One pixel of a column's width; widths come in whole pixels.
inline constexpr Millipoints kPixel = 750;

// A column's heading and the widest text of its cells.
struct ColumnContent {
  Millipoints widest = 0;
  bool stretches = true;  // takes its share of what is left of the paper
};

// The widths, in millipoints, a whole number of pixels each: no word is cut, headings take few
// lines, and a table that is narrower than `paper` is widened towards it. `texts` are the formatted
// headings, one for each cell of the grid.
std::vector<Millipoints> column_widths(const HeadingGrid& grid,
                                       const std::vector<std::string>& texts,
                                       const std::vector<ColumnContent>& contents,
                                       Millipoints paper);

}  // namespace chiwat::form
