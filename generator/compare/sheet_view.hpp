// A sheet as a reader sees it: rows with names, columns with headings.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "document/workbook.hpp"

namespace chiwat::compare {

class SheetView {
 public:
  // Refers to the sheet.
  explicit SheetView(const document::Sheet& sheet);

  int rows() const { return static_cast<int>(row_keys_.size()); }
  int columns() const { return static_cast<int>(column_keys_.size()); }
  // What tells a row from others: its texts. A column: its headings, without their spaces, since a
  // heading may be broken anywhere.
  const std::vector<std::string>& row_keys() const { return row_keys_; }
  const std::vector<std::string>& column_keys() const { return column_keys_; }

  // What the cell shows: the result of a formula.
  document::Value shown(document::Position at) const;
  // The first text of a row below the headings, the cell at `at` itself left out.
  std::string row_name(document::Position at) const;
  // Whether a column counts its rows below the headings, 1, 2, 3: then its numbers say nothing.
  bool is_serial(int column) const;
  // The headings above a cell that stands below them.
  std::string heading(document::Position at) const;

 private:
  void find_extent();
  void name_columns();
  void name_rows();
  bool is_below_headings(int row) const;

  const document::Sheet& sheet_;
  std::map<document::Position, document::Position> merged_;  // to the first cell of its merge
  std::vector<std::string> row_keys_;
  std::vector<std::string> column_keys_;
  std::vector<std::string> column_names_;
};

}  // namespace chiwat::compare
