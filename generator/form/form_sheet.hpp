// One form as the cells of one sheet.
#pragma once

#include <vector>

#include "document/workbook.hpp"
#include "form/form_draft.hpp"
#include "form/form_numbers.hpp"

namespace chiwat::form {

// Cells to fill in are open and tinted; the rest is locked. `drafts`: all forms of the workbook.
document::Sheet form_sheet(const FormDraft& draft, const std::vector<FormDraft>& drafts,
                           FormNumbers& numbers, const Occasion& occasion);

// Whether whoever fills in the form may write into the cell of this column in a row; of rows that
// came back, whether what stands there is to be mended.
bool is_open(const FormDraft& draft, std::size_t column, const FormRow& row);

}  // namespace chiwat::form
