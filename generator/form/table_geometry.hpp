// Where everything of a table stands on its sheet and on paper: rows, widths, heights, pages.
#pragma once

#include <vector>

#include "form/paper.hpp"
#include "form/table_text.hpp"
#include "thai/text_width.hpp"

namespace chiwat::form {

// The rows of a sheet, from 0, in the order they stand: label, titles, headings, districts, total,
// notes, signature.
struct TableRows {
  int titles = 1;
  int headings = 0;
  int districts = 0;
  int total = -1;  // -1: none
  int notes = 0;
  int signature = 0;  // an empty row stands before it
  int count = 0;
};

TableRows table_rows(const TableText& text, int districts);

// The columns at the left under which the total row's label stands: up to the first number.
int total_label_columns(const TableText& text);

// The columns that the signature block takes: the right part of the sheet.
struct SignatureColumns {
  int first = 0, last = 0;
};

struct Geometry {
  std::vector<Millipoints> widths;   // of columns
  std::vector<Millipoints> heights;  // of rows
  SignatureColumns signature;
  Paper paper;
  Pages pages;
};

// Chooses the paper that shows the table largest, when the template leaves the choice. `widest` is
// the widest cell of each column below the headings.
Geometry measure(const TableText& text, const TableRows& rows,
                 const std::vector<Millipoints>& widest, const PageSetup& page);

}  // namespace chiwat::form
