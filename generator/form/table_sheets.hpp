// The tables of an attachment as sheets of one workbook, whose formulas know each other's cells.
#pragma once

#include <vector>

#include "document/workbook.hpp"
#include "form/references.hpp"
#include "form/table_text.hpp"
#include "form/template.hpp"

namespace chiwat::form {

// One sheet for each table of the attachment, which has at least one, and, when formulas need
// columns that no table shows, one more with those.
std::vector<document::Sheet> table_sheets(const Context& context, const Templates& templates);

// Where each of these sheets has its districts, its total row and its columns.
std::vector<Placement> table_placements(const Context& context, const Templates& templates);

}  // namespace chiwat::form
