#include "cli/place.hpp"

#include "cli/workbook_files.hpp"
#include "cli/workbook_tables.hpp"
#include "document/cell.hpp"

namespace chiwat::cli {
namespace {

// How many cells of a line of CSV, as WorkbookTables writes it, end before a column of its text.
int cells_before(std::string_view line, int column) {
  int cells = 0;
  int at = 0;
  bool is_quoted = false;
  for (const char c : line) {
    const bool begins_letter = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (begins_letter && ++at >= column) break;
    if (c == '"') is_quoted = !is_quoted;
    if (c == ',' && !is_quoted) ++cells;
  }
  return cells;
}

}  // namespace

std::string cell_of_place(const Origin& origin, const source::Texts& texts) {
  if (origin.line == 0 || !is_workbook(place_of(origin.path()).file)) return "";
  const auto line = texts.line(origin.path(), origin.line);
  if (origin.column > 0 && line) {
    return document::cell_name({origin.line - 1, cells_before(*line, origin.column)});
  }
  const std::string row = std::to_string(origin.line);
  return row + ":" + row;
}

std::string place(const Origin& origin, const source::Texts& texts) {
  const std::string cell = cell_of_place(origin, texts);
  if (!cell.empty()) return origin.path() + "!" + cell;
  std::string result = origin.path();
  if (origin.line > 0) result += ":" + std::to_string(origin.line);
  if (origin.line > 0 && origin.column > 0) result += ":" + std::to_string(origin.column);
  return result;
}

}  // namespace chiwat::cli
