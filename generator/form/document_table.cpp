// The tables of a document.
#include <algorithm>
#include <cstdint>
#include <numeric>

#include "form/document_rows.hpp"
#include "form/number_format.hpp"

namespace chiwat::form {
namespace {

using document::Horizontal;
using document::Style;

// A table no higher than this, two fifths of a page, is not cut.
constexpr Millipoints kWholeTable = 300'000;

// Columns of the grid for each column of a table.
using Steps = std::vector<int>;

// What one column of a table would like.
struct Wish {
  int least = 1;    // no word is cut
  int natural = 1;  // every text on one line
};

Millipoints to_millipoints(int millimetres) {
  return millimetres * 720'000 / 254;
}

Wish wish_of(const PrintedTable& table, std::size_t column) {
  Wish wish;
  const auto fit = [&](const std::string& text, thai::Font font) {
    wish.least = std::max(wish.least, grid_steps(thai::longest_word(text, font) + kIndent));
    wish.natural = std::max(wish.natural, grid_steps(thai::text_width(text, font) + kIndent));
  };
  fit(table.columns[column].heading, kBold);
  for (const auto& row : table.rows) fit(row[column].text, kPlain);
  return wish;
}

// Shares the page among the columns: what a width asks for, whole words, and of the rest the most
// to the column whose text is longest for its width.
Steps share(const PrintedTable& table, int all) {
  std::vector<Wish> wishes;
  Steps steps;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    wishes.push_back(wish_of(table, i));
    const auto& width = table.columns[i].width;
    if (width) wishes[i].natural = (to_millipoints(*width) + kGridStep / 2) / kGridStep;
    steps.push_back(width ? std::max(wishes[i].natural, wishes[i].least) : wishes[i].least);
  }
  const auto needier = [&](std::size_t a, std::size_t b) {
    return static_cast<std::int64_t>(wishes[a].natural) * steps[b] <
           static_cast<std::int64_t>(wishes[b].natural) * steps[a];
  };
  std::vector<std::size_t> flexible;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (!table.columns[i].width) flexible.push_back(i);
  }
  if (flexible.empty()) flexible.push_back(steps.size() - 1);
  int used = std::accumulate(steps.begin(), steps.end(), 0);
  for (; used < all; ++used) ++steps[*std::ranges::max_element(flexible, needier)];
  for (; used > all; --used) --*std::ranges::max_element(steps);
  return steps;
}

Style heading_style() {
  return bordered(text_style(Horizontal::centre, true));
}

Style cell_style(Align align, const PrintedCell& cell, thai::Digits digits) {
  const bool is_left = align == Align::left;
  Style style = bordered(text_style(is_left ? Horizontal::left : Horizontal::centre, false));
  if (is_left) style = indented(style);
  if (cell.number) {
    style.number_format = format_code({cell.number->decimals().value_or(2), true, digits, ""});
  }
  style.fill = cell.fill;
  if (cell.fill && is_dark(*cell.fill)) style.font_color = 0xFFFFFF;
  return style;
}

}  // namespace

bool is_dark(std::uint32_t color) {
  const std::uint32_t red = color >> 16 & 0xFF, green = color >> 8 & 0xFF, blue = color & 0xFF;
  return red * 299 + green * 587 + blue * 114 < 128 * 1000;  // the luma of television
}

void add_table(const PrintedTable& table, thai::Digits digits, DocumentRows& rows) {
  if (table.columns.empty()) return;
  const Steps steps = share(table, rows.columns());
  const auto place = [&](auto text_of) {
    std::vector<PlacedText> texts;
    int first = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      PlacedText placed = text_of(i);
      placed.first = first;
      placed.last = first + steps[i] - 1;
      first += steps[i];
      texts.push_back(std::move(placed));
    }
    return texts;
  };
  const int first_row = rows.count();
  rows.add(place([&](std::size_t i) {
             return PlacedText{0, 0, table.columns[i].heading, heading_style(), std::nullopt};
           }),
           true);
  for (const auto& row : table.rows) {
    rows.add(place([&](std::size_t i) {
      const PrintedCell& cell = row[i];
      return PlacedText{0, 0, cell.text, cell_style(table.columns[i].align, cell, digits),
                        cell.number};
    }));
  }
  rows.keep_together(first_row, kWholeTable);
}

}  // namespace chiwat::form
