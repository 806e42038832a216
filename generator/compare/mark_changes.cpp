#include "compare/mark_changes.hpp"

#include <algorithm>

#include "document/restyle.hpp"

namespace chiwat::compare {
namespace {

void mark(const CellChange& change, document::Sheet& sheet) {
  if (!change.new_at) return;
  document::Cell& cell = sheet.cells[*change.new_at];
  cell.style = document::filled(cell.style, kChangedFill);
  cell.comment += (cell.comment.empty() ? "" : "\n") + old_value_note(change.old_value);
}

}  // namespace

std::string old_value_note(const document::Value& old_value) {
  const std::string text = shown(old_value);
  return text.empty() ? "เดิมไม่มี" : "เดิม " + text;
}

void mark_changes(const std::vector<SheetChange>& changes, document::Workbook& workbook) {
  for (const SheetChange& change : changes) {
    const auto sheet = std::ranges::find(workbook.sheets, change.new_sheet, &document::Sheet::name);
    if (sheet == workbook.sheets.end()) continue;
    for (const CellChange& cell : change.cells) mark(cell, *sheet);
  }
}

}  // namespace chiwat::compare
