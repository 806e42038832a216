#include "xlsx/sheet.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "xlsx/cell_writer.hpp"
#include "xlsx/long_sheet.hpp"
#include "xlsx/page.hpp"

namespace chiwat::xlsx {
namespace {

using document::Cell;
using document::Position;
using document::Range;
using document::Sheet;

// Overlapping merges would make a file that Excel calls corrupt.
void require_apart(const Sheet& sheet) {
  std::set<Position> covered;
  for (const Range& merge : sheet.merges) {
    bool apart = true;
    for (int r = merge.first.row; r <= merge.last.row; ++r) {
      for (int c = merge.first.column; c <= merge.last.column; ++c) {
        apart = covered.insert({r, c}).second && apart;
      }
    }
    require(apart, sheet.name + "!" + document::cell_name(merge.first),
            "two merged ranges overlap");
  }
}

void write_columns(const Sheet& sheet, lxw_worksheet* target) {
  for (int index = 0; const int pixels : sheet.column_pixels) {
    const lxw_col_t at = column(index++);
    if (pixels == 0) continue;
    const auto width = narrow<std::uint32_t>(pixels);
    check(worksheet_set_column_pixels(target, at, at, width, nullptr), sheet.name);
  }
}

void write_view(const Sheet& sheet, lxw_worksheet* target) {
  if (const auto& cell = sheet.freeze) {
    worksheet_freeze_panes(target, row(cell->row), column(cell->column));
  }
  if (!sheet.gridlines) worksheet_gridlines(target, LXW_HIDE_ALL_GRIDLINES);
  if (sheet.hidden) worksheet_hide(target);
}

// All cells but those that begin a merged range, since a text written twice would count as two uses
// of it. After them the ranges: the library fills each with blank cells of one style, and then the
// first gets its value.
void write_cells(const Sheet& sheet, lxw_worksheet* target, Formats& formats) {
  CellWriter writer(sheet, target, formats);
  std::map<Position, Cell> merged;
  for (const Range& merge : sheet.merges) merged[merge.first];
  std::vector<std::pair<Position, std::string>> comments;
  auto next = merged.begin();
  sheet.cells.each([&](Position at, const Cell& cell) {
    if (!cell.comment.empty()) comments.emplace_back(at, cell.comment);
    while (next != merged.end() && next->first < at) ++next;
    if (next != merged.end() && next->first == at) {
      next->second = cell;
    } else {
      writer.value(at, cell);
    }
  });
  for (const Range& merge : sheet.merges) {
    const Cell& first = merged.at(merge.first);
    writer.merge(merge, first.style);
    writer.value(merge.first, first);
  }
  for (std::size_t at = 0; at < sheet.row_heights.size(); ++at) {
    writer.height(static_cast<int>(at));
  }
  for (const auto& [at, text] : comments) writer.comment(at, text);
}

}  // namespace

void write_sheet(const Sheet& sheet, SheetOrder order, lxw_worksheet* target, Formats& formats) {
  require_apart(sheet);
  write_columns(sheet, target);
  worksheet_set_comments_author(target, "chiwat");
  if (order == SheetOrder::by_row) {
    write_row_by_row(sheet, target, formats);
  } else {
    write_cells(sheet, target, formats);
  }
  write_view(sheet, target);
  write_page(sheet, target);
}

}  // namespace chiwat::xlsx
