#include "form/fit_sheet.hpp"

#include <algorithm>
#include <numeric>

#include "form/sheet_builder.hpp"

namespace chiwat::form {

Millipoints sum(const Lengths& lengths, int first, int count) {
  return std::accumulate(lengths.begin() + first, lengths.begin() + first + count, 0);
}

void fit_headings(const HeadingGrid& grid, const std::vector<std::string>& texts, int first_row,
                  const Lengths& widths, Lengths& heights) {
  for (const bool several_rows : {false, true}) {
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
      const HeadingCell& cell = grid.cells[i];
      if ((cell.rows > 1) != several_rows) continue;
      const Millipoints needed =
          text_height(texts[i], kBold, sum(widths, cell.column, cell.columns));
      const int first = first_row + cell.row;
      const Millipoints have = sum(heights, first, cell.rows);
      if (needed > have) heights[static_cast<std::size_t>(first + cell.rows - 1)] += needed - have;
    }
  }
}

Lengths fit_rows(Lengths& widths, const std::function<Lengths(const Lengths&)>& heights_of) {
  constexpr int kMostWidenings = 8;
  Lengths heights = heights_of(widths);
  for (int widened = 0; widened < kMostWidenings; ++widened) {
    if (*std::ranges::max_element(heights) <= kHighestRow) break;
    for (Millipoints& width : widths) width = width * 5 / 4 / kPixel * kPixel;
    heights = heights_of(widths);
  }
  return heights;
}

}  // namespace chiwat::form
