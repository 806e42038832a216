// What people wrote into the rows of a form that came back, as exact values of each column's type.
#pragma once

#include <cstddef>
#include <vector>

#include "base/diagnostics.hpp"
#include "form/form_rows.hpp"
#include "returns/read_back.hpp"

namespace chiwat::returns {

// A row in which something is filled in. `known` has what was written, codes and texts in one form,
// numbers exact; of a cell that goes on from earlier months what they brought. Cells that the form
// computes are blank: a file need not hold what its formulas gave.
struct FilledRow {
  form::FormRow row;
  const ReturnedRow* from = nullptr;  // null: of no row of the sheet
  bool goes_on = false;               // earlier months are in a formula, and not typed in
  // Columns whose cells could not be read: blank in `known`, and what stands there is in `from`.
  std::vector<std::size_t> unread;
  bool is_unnamed = false;  // nobody can say which operator or product it is about
};

struct FilledForm {
  const form::Template* page = nullptr;
  const ReturnedForm* from = nullptr;
  std::vector<FilledRow> rows;
  bool goes_on = false;  // some row does, an empty one perhaps
};

// Every row in which anything is filled in, those with mistakes among them. Reports at the cell:
// returned_not_number {found}, returned_negative {found}, returned_satang {found},
// returned_not_whole {found}, returned_not_mark {found}, returned_not_date {found}, what
// thai::parse_date says, returned_cell_error {found}, returned_formula_without_value, and
// returned_row_unnamed where the code of the operator or the product is missing.
FilledForm filled_form(const Returned& returned, const ReturnedForm& form,
                       Diagnostics& diagnostics);

}  // namespace chiwat::returns
