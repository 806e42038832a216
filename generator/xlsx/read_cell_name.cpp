#include "xlsx/read_cell_name.hpp"

namespace chiwat::xlsx {
namespace {

using document::Position;
using document::Range;

// Takes a '$' off the beginning, if there is one.
void skip_dollar(std::string_view& text) {
  if (text.starts_with('$')) text.remove_prefix(1);
}

// Takes a number off the beginning of `text`, whose digits are those that `digit` gives a value. 0
// when there is none, or when it is above `most`.
template <class Digit>
int take_number(std::string_view& text, int base, int most, Digit digit) {
  int number = 0;
  while (!text.empty() && digit(text.front()) >= 0) {
    number = number * base + digit(text.front());
    if (number > most) return 0;
    text.remove_prefix(1);
  }
  return number;
}

int letter(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A' + 1;
  return c >= 'a' && c <= 'z' ? c - 'a' + 1 : -1;
}

int digit(char c) {
  return c >= '0' && c <= '9' ? c - '0' : -1;
}

}  // namespace

std::optional<Position> read_cell_name(std::string_view name) {
  skip_dollar(name);
  const int column = take_number(name, 26, kColumns, letter);
  skip_dollar(name);
  const int row = take_number(name, 10, kRows, digit);
  if (column == 0 || row == 0 || !name.empty()) return std::nullopt;
  return Position{row - 1, column - 1};
}

std::optional<Range> read_range_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  const auto first = read_cell_name(name.substr(0, colon));
  const auto last =
      colon == std::string_view::npos ? first : read_cell_name(name.substr(colon + 1));
  const bool forward = first && last && first->row <= last->row && first->column <= last->column;
  return forward ? std::optional(Range{*first, *last}) : std::nullopt;
}

}  // namespace chiwat::xlsx
