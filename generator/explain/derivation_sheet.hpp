// The sheet ที่มาของตัวเลข: how every number of an attachment's tables came about, a row each.
#pragma once

#include "document/workbook.hpp"
#include "form/table_text.hpp"
#include "form/template.hpp"
#include "thai/message.hpp"

namespace chiwat::explain {

// Every district and the total row, and of each the computed columns that the tables show with
// those that they follow from. Values are live where a cell of the tables holds them. `words`: the
// wording of the headings and of what is said.
document::Sheet derivation_sheet(const form::Context& context, const form::Templates& templates,
                                 const thai::Catalogue& words);

}  // namespace chiwat::explain
