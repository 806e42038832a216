// Cells, one after the other, into a sheet of the library.
#pragma once

#include <string>

#include "xlsx/checked.hpp"
#include "xlsx/formats.hpp"

namespace chiwat::xlsx {

// Throws WriteError for what no Excel file can hold.
class CellWriter {
 public:
  // All three must outlive this.
  CellWriter(const document::Sheet& sheet, lxw_worksheet* target, Formats& formats)
      : sheet_(sheet), target_(target), formats_(formats) {}

  void value(document::Position at, const document::Cell& cell);
  void blank(document::Position at, const document::SharedStyle& style);
  // A box that is hidden until the pointer is over the cell.
  void comment(document::Position at, const std::string& text);
  // The height of a row, where it has one.
  void height(int row);
  // One cell out of a range: blank cells of one style, the first of which is still to be written.
  void merge(const document::Range& range, const document::SharedStyle& style);

 private:
  const document::Sheet& sheet_;
  lxw_worksheet* target_;
  Formats& formats_;
};

}  // namespace chiwat::xlsx
