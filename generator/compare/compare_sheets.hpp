// What has changed from one sheet to another, cell by cell, as people would say it: whose row, and
// under which heading.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/workbook.hpp"

namespace chiwat::compare {

// A cell that shows something else. What a formula gives counts, not the formula.
struct CellChange {
  std::optional<document::Position> old_at;  // none: its row or column has come
  std::optional<document::Position> new_at;  // none: its row or column has gone
  std::string row;                           // the row's name, mostly a district; or empty
  std::string column;  // the headings above the cell, from top to bottom with " / "; or empty
  document::Value old_value;  // no formulas
  document::Value new_value;

  // By how much a number has grown; nothing when one of the two is no number.
  std::optional<Number> difference() const;
};

// In the order of the new sheet. Rows are known by their texts and columns by their headings (the
// rows that are repeated on each page), so what has only moved has not changed; without headings
// the cells of a row are known by their order.
std::vector<CellChange> compare_sheets(const document::Sheet& old_sheet,
                                       const document::Sheet& new_sheet);

}  // namespace chiwat::compare
