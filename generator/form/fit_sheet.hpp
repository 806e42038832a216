// How a sheet with a table finds its sizes: what tables and forms have in common.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "form/heading_grid.hpp"
#include "form/template.hpp"
#include "thai/text_width.hpp"

namespace chiwat::form {

using thai::Millipoints;
using Lengths = std::vector<Millipoints>;

// The lengths from `first` on, so many of them, together.
Millipoints sum(const Lengths& lengths, int first, int count);

// Makes the rows from `first_row` on high enough for the headings. Headings over one row first;
// what reaches over more rows then adds to its last one.
void fit_headings(const HeadingGrid& grid, const std::vector<std::string>& texts, int first_row,
                  const Lengths& widths, Lengths& heights);

// Measures the rows with `heights_of`, and widens the columns while one is higher than Excel's
// highest; a wider sheet is drawn smaller.
Lengths fit_rows(Lengths& widths, const std::function<Lengths(const Lengths&)>& heights_of);

// The paper that a template names; where it leaves the choice, the one that shows the sheet
// largest, upright where that is comfortable. `on(is_landscape)` gives a geometry with its pages.
template <class On>
auto on_paper(Orientation orientation, On on) {
  constexpr int kComfortableScale = 75;  // percent
  if (orientation != Orientation::automatic) return on(orientation == Orientation::landscape);
  auto portrait = on(false);
  if (portrait.pages.scale >= kComfortableScale) return portrait;
  auto landscape = on(true);
  return landscape.pages.scale > portrait.pages.scale ? landscape : portrait;
}

}  // namespace chiwat::form
