// One form as the cells of one sheet.
#pragma once

#include <vector>

#include "document/workbook.hpp"
#include "form/form_draft.hpp"
#include "form/form_numbers.hpp"

namespace chiwat::form {

// Cells to fill in are open and tinted; the rest is locked. `drafts`: all forms of the workbook.
// The rows of the form are made when somebody looks at them: until then everything given but the
// occasion itself must stay.
document::Sheet form_sheet(const FormDraft& draft, const std::vector<FormDraft>& drafts,
                           FormNumbers& numbers, const Occasion& occasion);

}  // namespace chiwat::form
