// An attachment as a workbook: the plan of a circular on the forms of its tables.
#pragma once

#include <optional>
#include <string>

#include "document/workbook.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"
#include "plan/plan.hpp"
#include "thai/digits.hpp"

namespace chiwat::form {

struct LayOutOptions {
  std::optional<thai::Digits> digits;  // instead of the attachment's own
  bool values = false;                 // constants where there would be formulas
};

// The title of an attachment, its placeholders filled in.
std::string attachment_title(const model::Circular& circular, const model::Attachment& attachment);

// The workbook of an attachment that has tables: one sheet for each table and, when formulas need
// columns that no table shows, one more with those. Every text is formatted, every length computed.
document::Workbook lay_out(const model::Circular& circular, const plan::Plan& plan,
                           const model::Attachment& attachment, const Templates& templates,
                           const LayOutOptions& options);

}  // namespace chiwat::form
