#include "document/area.hpp"

#include <algorithm>

namespace chiwat::document {
namespace {

constexpr int kMostRows = 1'048'576;
constexpr int kMostColumns = 16'384;

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// The name of the sheet with its '!'; between apostrophes one is written twice.
std::optional<std::string> take_sheet(std::string_view& text) {
  take(text, '$');
  std::string name;
  if (!take(text, '\'')) {
    const std::size_t end = text.find('!');
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    name = text.substr(0, end);
    text.remove_prefix(end + 1);
    return name;
  }
  while (!text.empty()) {
    const char c = text.front();
    text.remove_prefix(1);
    if (c == '\'' && !take(text, '\'')) break;
    name += c;
  }
  if (!take(text, '!')) return std::nullopt;
  return name;
}

std::optional<Position> take_cell(std::string_view& text) {
  int column = 0, row = 0;
  take(text, '$');
  while (!text.empty() && text.front() >= 'A' && text.front() <= 'Z' && column <= kMostColumns) {
    column = column * 26 + (text.front() - 'A' + 1);
    text.remove_prefix(1);
  }
  take(text, '$');
  while (!text.empty() && text.front() >= '0' && text.front() <= '9' && row <= kMostRows) {
    row = row * 10 + (text.front() - '0');
    text.remove_prefix(1);
  }
  if (column < 1 || column > kMostColumns || row < 1 || row > kMostRows) return std::nullopt;
  return Position{row - 1, column - 1};
}

}  // namespace

std::optional<Area> read_area(std::string_view formula) {
  const auto sheet = take_sheet(formula);
  if (!sheet) return std::nullopt;
  const auto first = take_cell(formula);
  if (!first) return std::nullopt;
  if (formula.empty()) return Area{*sheet, {*first, *first}};
  if (!take(formula, ':')) return std::nullopt;
  const auto last = take_cell(formula);
  if (!last || !formula.empty()) return std::nullopt;
  return Area{*sheet,
              {{std::min(first->row, last->row), std::min(first->column, last->column)},
               {std::max(first->row, last->row), std::max(first->column, last->column)}}};
}

}  // namespace chiwat::document
