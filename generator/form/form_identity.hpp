// What a form is, written where neither printing nor a careless edit loses it: a hidden sheet and
// defined names, so that a form that comes back renamed, re-saved and with rows inserted is known.
#pragma once

#include <string>
#include <vector>

#include "document/workbook.hpp"
#include "form/form_draft.hpp"

namespace chiwat::form {

inline constexpr const char* kIdentitySheet = "chiwat";

// "2568-01", and "2568-01 - 2568-03" for several months: Buddhist Era, as people name them to the
// program.
std::string months_text(const Period& months);

// Adds the hidden sheet: a row for each fact, its name and its value, and a defined name
// chiwat.NAME for each value; the document properties say the same, as far as programs keep them.
// For each form also where it stands: FORM.rows, FORM.headings,
// FORM.total, and FORM.column.COLUMN for the cells of each column in the rows.
void add_identity(const std::vector<FormDraft>& drafts, const Occasion& occasion,
                  document::Workbook& workbook);

}  // namespace chiwat::form
