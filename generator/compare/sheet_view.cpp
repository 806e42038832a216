#include "compare/sheet_view.hpp"

#include <algorithm>

namespace chiwat::compare {
namespace {

using document::Position;
using document::Value;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::string without_spaces(std::string text) {
  std::erase_if(text, is_space);
  return text;
}

// With single spaces.
std::string one_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    if (!is_space(c)) line += c;
    if (is_space(c) && !line.empty() && line.back() != ' ') line += ' ';
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace

SheetView::SheetView(const document::Sheet& sheet) : sheet_(sheet) {
  find_extent();
  name_columns();
  name_rows();
}

// Merges reach over many cells in documents only as far as there are columns with something.
void SheetView::find_extent() {
  int rows = 0, columns = 0;
  for (const auto& [at, cell] : sheet_.cells) {
    rows = std::max(rows, at.row + 1);
    columns = std::max(columns, at.column + 1);
  }
  row_keys_.resize(static_cast<std::size_t>(rows));
  column_keys_.resize(static_cast<std::size_t>(columns));
  column_names_.resize(static_cast<std::size_t>(columns));
  for (const document::Range& range : sheet_.merges) {
    for (int row = range.first.row; row <= std::min(range.last.row, rows - 1); ++row) {
      for (int column = range.first.column; column <= std::min(range.last.column, columns - 1);
           ++column) {
        merged_.insert({{row, column}, range.first});
      }
    }
  }
}

void SheetView::name_columns() {
  if (!sheet_.page.repeat_rows) return;
  const auto [first, last] = *sheet_.page.repeat_rows;
  for (int column = 0; column < columns(); ++column) {
    std::string& name = column_names_[static_cast<std::size_t>(column)];
    Position before{-1, -1};
    for (int row = first; row <= last; ++row) {
      const auto merge = merged_.find({row, column});
      const Position at = merge == merged_.end() ? Position{row, column} : merge->second;
      if (at == before) continue;
      before = at;
      const Value value = shown(at);
      const auto* text = std::get_if<std::string>(&value);
      if (text && !text->empty()) name += (name.empty() ? "" : " / ") + one_line(*text);
    }
    column_keys_[static_cast<std::size_t>(column)] = without_spaces(name);
  }
}

void SheetView::name_rows() {
  for (const auto& [at, cell] : sheet_.cells) {
    const Value value = shown(at);
    const auto* text = std::get_if<std::string>(&value);
    if (text) row_keys_[static_cast<std::size_t>(at.row)] += *text + "\n";
  }
}

bool SheetView::is_below_headings(int row) const {
  return sheet_.page.repeat_rows && row > sheet_.page.repeat_rows->second;
}

Value SheetView::shown(Position at) const {
  const auto found = sheet_.cells.find(at);
  if (found == sheet_.cells.end()) return document::Blank{};
  const auto* formula = std::get_if<document::Formula>(&found->second.value);
  if (!formula) return found->second.value;
  return std::visit([](const auto& result) { return Value(result); }, formula->value);
}

bool SheetView::is_serial(int column) const {
  int count = 0;
  for (int row = 0; row < rows(); ++row) {
    if (!is_below_headings(row)) continue;
    const Value value = shown({row, column});
    const auto* number = std::get_if<Number>(&value);
    if (number && *number != Number(++count)) return false;
  }
  return count > 1;
}

std::string SheetView::row_name(Position at) const {
  if (!is_below_headings(at.row)) return "";
  for (auto cell = sheet_.cells.lower_bound({at.row, 0});
       cell != sheet_.cells.end() && cell->first.row == at.row; ++cell) {
    const Value value = shown(cell->first);
    const auto* text = std::get_if<std::string>(&value);
    if (text && !text->empty() && cell->first != at) return one_line(*text);
  }
  return "";
}

std::string SheetView::heading(Position at) const {
  return is_below_headings(at.row) ? column_names_[static_cast<std::size_t>(at.column)] : "";
}

}  // namespace chiwat::compare
