#include "edited_forms.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "xlsx/read_cell_name.hpp"
#include "xlsx/read_number.hpp"

namespace chiwat::fuzz {
namespace {

using document::Cells;
using document::Position;
using document::Sheet;
using document::Value;

constexpr std::size_t kMostWorkbooks = 4;  // more only take time

// The number that a line begins with, taken away from it.
std::optional<std::size_t> take_number(std::string_view& line) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  if (error != std::errc()) return std::nullopt;
  line.remove_prefix(static_cast<std::size_t>(end - line.data()));
  return number;
}

// The cells as `moved` puts them; nothing: the cell goes.
template <class Move>
void move_cells(Sheet& sheet, Move moved) {
  std::vector<Cells::value_type> cells;
  for (const auto& [at, cell] : sheet.cells) {
    if (const std::optional<Position> place = moved(at)) cells.emplace_back(*place, cell);
  }
  sheet.cells = Cells(std::move(cells));
}

// One more, or one fewer, row or column at an index.
void shift(Sheet& sheet, int Position::*part, int index, int by) {
  if (index < 0) return;
  move_cells(sheet, [&](Position at) -> std::optional<Position> {
    if (at.*part < index) return at;
    if (by < 0 && at.*part == index) return std::nullopt;
    at.*part += by;
    return at;
  });
}

Value value_of(char kind, const std::string& text, const Value& before) {
  if (kind == '=') return text.empty() ? Value(document::Blank()) : Value(text);
  if (kind == '#') {
    if (const auto number = xlsx::read_number(text)) return *number;
  }
  if (kind == '@') {
    if (const auto date = xlsx::read_iso_date(text)) return *date;
  }
  if (kind == '&') return document::Formula{text, document::Blank()};
  return before;
}

// What is put into a cell with a formula is what the formula gave.
Value put_over(const Value& before, Value after) {
  const auto* formula = std::get_if<document::Formula>(&before);
  if (!formula) return after;
  document::Formula result = *formula;
  if (const auto* text = std::get_if<std::string>(&after)) result.value = *text;
  if (const auto* number = std::get_if<Number>(&after)) result.value = *number;
  if (const auto* date = std::get_if<Date>(&after)) result.value = *date;
  return std::holds_alternative<document::Blank>(after) ? after : Value(result);
}

void edit_cell(Sheet& sheet, std::string_view line) {
  const std::size_t end = line.find_first_of("=#@&");
  if (end == std::string_view::npos) return;
  const auto at = xlsx::read_cell_name(line.substr(0, end));
  if (!at) return;
  Value& value = sheet.cells[*at].value;
  value = put_over(value, value_of(line[end], std::string(line.substr(end + 1)), value));
}

void edit_sheet(Sheet& sheet, std::string_view line) {
  const char kind = line.front();
  line.remove_prefix(1);
  if (kind == '!') return edit_cell(sheet, line);
  if (kind == '~') sheet.name = line;
  if (kind == '+' || kind == '-') {
    const auto row = take_number(line);
    if (row && *row <= 10'000)
      shift(sheet, &Position::row, static_cast<int>(*row) - 1, kind == '+' ? 1 : -1);
  }
  if (kind == '>' || kind == '<') {
    const auto at = xlsx::read_cell_name(std::string(line) + "1");
    if (at) shift(sheet, &Position::column, at->column, kind == '>' ? 1 : -1);
  }
}

void edit(document::Workbook& workbook, std::string_view line) {
  if (line == "names") workbook.defined_names.clear();
  if (line == "facts") workbook.properties = {};
  const auto number = take_number(line);
  if (!number || *number == 0 || *number > workbook.sheets.size()) return;
  const auto sheet = workbook.sheets.begin() + static_cast<std::ptrdiff_t>(*number) - 1;
  if (line.empty()) {
    workbook.sheets.erase(sheet);
  } else {
    edit_sheet(*sheet, line);
  }
}

cli::FoundWorkbook begun(std::string_view line, std::size_t index,
                         const std::vector<document::Workbook>& forms) {
  const std::size_t number = take_number(line).value_or(0);
  if (line.starts_with(' ')) line.remove_prefix(1);
  const auto saved = xlsx::read_iso_date(line);
  return {std::to_string(index) + ".xlsx", forms[number % forms.size()],
          saved ? std::optional(Moment{*saved, 0}) : std::nullopt};
}

}  // namespace

std::vector<cli::FoundWorkbook> edited_forms(std::string_view edits,
                                             const std::vector<document::Workbook>& forms) {
  std::vector<cli::FoundWorkbook> result;
  while (!edits.empty()) {
    const std::size_t end = std::min(edits.find('\n'), edits.size());
    const std::string_view line = edits.substr(0, end);
    edits.remove_prefix(std::min(end + 1, edits.size()));
    if (line.starts_with("* ") && result.size() < kMostWorkbooks) {
      result.push_back(begun(line.substr(2), result.size(), forms));
    } else if (!result.empty()) {
      edit(result.back().workbook, line);
    }
  }
  return result;
}

}  // namespace chiwat::fuzz
