#include "form/column_widths.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace chiwat::form {
namespace {

constexpr thai::Font kHeadingFont{16, true};

// A heading of more lines than this makes its column wider, as far as kWidestForHeading.
constexpr std::size_t kFewLines = 4;
constexpr Millipoints kWidestForHeading = 110'000;
constexpr Millipoints kStep = 6'000;

// A heading over several columns may widen them by this part of their width to stay unbroken.
constexpr int kLittleMore = 3;

// A short table is widened by this much at most.
constexpr int kMostStretchPercent = 140;

Millipoints to_millipoints(int millimetres) {
  return millimetres * 720'000 / 254;
}

// The narrowest cell over so many columns in which a heading's words are whole and its lines few.
Millipoints heading_width(const std::string& text, std::size_t lines, int columns) {
  const Millipoints widest = kWidestForHeading * columns;
  Millipoints width = thai::longest_word(text, kHeadingFont);
  while (width < widest && thai::count_lines(text, kHeadingFont, width) > lines) {
    width += kStep;
  }
  return cell_width(width);
}

// The cell in which the lines of a heading end only where the heading itself ends them.
Millipoints unbroken_width(const std::string& text) {
  Millipoints widest = 0;
  for (const std::string& line :
       thai::break_lines(text, kHeadingFont, thai::text_width(text, kHeadingFont))) {
    widest = std::max(widest, thai::text_width(line, kHeadingFont));
  }
  return cell_width(widest);
}

using Widths = std::vector<Millipoints>;

Widths::iterator at(Widths& widths, int column) {
  return widths.begin() + column;
}

// Widens the columns under a heading, evenly, until it fits over them: unbroken where that takes
// little, else on two lines.
void fit_group(const HeadingCell& cell, const std::string& text, Widths& widths) {
  const Millipoints have =
      std::accumulate(at(widths, cell.column), at(widths, cell.column + cell.columns), 0);
  const Millipoints unbroken = unbroken_width(text);
  const Millipoints wanted =
      unbroken <= have + have / kLittleMore ? unbroken : heading_width(text, 2, cell.columns);
  if (have >= wanted) return;
  const Millipoints more = (wanted - have) / cell.columns + 1;
  for (int i = 0; i < cell.columns; ++i) *at(widths, cell.column + i) += more;
}

void stretch(const std::vector<ColumnContent>& contents, Millipoints paper, Widths& widths) {
  const std::int64_t all = std::accumulate(widths.begin(), widths.end(), std::int64_t{0});
  std::int64_t stretching = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (contents[i].stretches) stretching += widths[i];
  }
  if (all >= paper || stretching == 0) return;
  const std::int64_t goal =
      std::min<std::int64_t>(paper - all + stretching, stretching * kMostStretchPercent / 100);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (contents[i].stretches) {
      widths[i] = static_cast<Millipoints>(widths[i] * goal / stretching);
    }
  }
}

}  // namespace

Millipoints cell_width(Millipoints text) {
  return static_cast<Millipoints>(static_cast<std::int64_t>(text) * 100 / kUsablePercent) + 1 +
         kCellPadding;
}

std::vector<Millipoints> column_widths(const HeadingGrid& grid,
                                       const std::vector<std::string>& texts,
                                       const std::vector<ColumnContent>& contents,
                                       Millipoints paper) {
  Widths widths;
  for (const ColumnContent& content : contents) widths.push_back(cell_width(content.widest));
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const HeadingCell& cell = grid.cells[i];
    if (!cell.is_leaf) continue;
    Millipoints& width = *at(widths, cell.column);
    width = std::max(width, heading_width(texts[i], kFewLines, 1));
    if (cell.width) {
      width = std::max(to_millipoints(*cell.width),
                       cell_width(thai::longest_word(texts[i], kHeadingFont)));
      width = std::max(width, cell_width(contents[static_cast<std::size_t>(cell.column)].widest));
    }
  }
  // Inner headings first, so that an outer one sees what they have widened.
  for (std::size_t i = grid.cells.size(); i-- > 0;) {
    if (!grid.cells[i].is_leaf) fit_group(grid.cells[i], texts[i], widths);
  }
  stretch(contents, paper, widths);
  for (Millipoints& width : widths) width = (width + kPixel - 1) / kPixel * kPixel;
  return widths;
}

}  // namespace chiwat::form
