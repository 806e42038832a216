// How wide the columns and how high the rows of a form are, and its pages.
#pragma once

#include <vector>

#include "document/workbook.hpp"
#include "form/form_draft.hpp"
#include "form/paper.hpp"

namespace chiwat::form {

// Columns from first to last.
struct Columns {
  int first = 0, last = 0;
};

struct FormGeometry {
  std::vector<Millipoints> widths;
  std::vector<Millipoints> heights;
  std::vector<Columns> signatures;  // of each block
  Columns check_text, check_result;
  Paper paper;
  Pages pages;
};

// The columns at the left under which the label of the total row stands: up to the first that has a
// total; all of them where none has.
int total_label_columns(const FormTemplate& form);

FormGeometry measure(const FormDraft& draft);

}  // namespace chiwat::form
