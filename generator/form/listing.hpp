// A sheet of the program's own: titles, one row of headings that is repeated on every page, rows of
// cells, notes.
#pragma once

#include <string>
#include <vector>

#include "document/workbook.hpp"
#include "form/sheet_builder.hpp"

namespace chiwat::form {

struct ListedColumn {
  std::string heading;
  Millipoints widest = 0;  // beyond this, texts take several lines; 0: as their longest text
};

struct Listing {
  std::string sheet;
  std::vector<std::string> titles;
  std::vector<ListedColumn> columns;
  std::vector<std::vector<document::Cell>> rows;  // a cell for each column
  std::vector<std::string> notes;
  bool fills_page = true;  // columns are widened towards the paper
  bool landscape = true;
  thai::Digits digits = thai::Digits::arabic;  // of the page numbers

  int heading_row() const { return static_cast<int>(titles.size()); }
  int first_row() const { return heading_row() + 1; }
  int last_row() const { return heading_row() + static_cast<int>(rows.size()); }
};

document::Sheet laid_out(const Listing& table);

// The styles of cells.
document::Style listed_text(document::Horizontal horizontal, bool bold = false);
document::Style listed_number(const std::string& format, bool bold = false);
document::Style listed_centred(const std::string& format, bool bold = false);

}  // namespace chiwat::form
