// The rows of a form as CSV, for programs and for pivot tables.
#pragma once

#include <string>

#include "form/form_draft.hpp"
#include "form/form_numbers.hpp"
#include "thai/message.hpp"

namespace chiwat::consolidation {

// UTF-8 with a byte-order mark, as Excel reads it: a line of headings (those above one column put
// together), a line for each row, without the total row; computed cells as numbers; a last column
// with what is wrong in a row. Dates are 2025-01-31. A text that a spreadsheet program would take
// for a formula has an apostrophe before it.
std::string rows_csv(const form::FormDraft& draft, form::FormNumbers& numbers,
                     const thai::Catalogue& words);

}  // namespace chiwat::consolidation
