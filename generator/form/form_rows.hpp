// Which rows a form has.
#pragma once

#include <optional>

#include "form/form_template.hpp"
#include "form/known_rows.hpp"
#include "form/occasion.hpp"

namespace chiwat::form {

// The value of a column of the circular that the form asks for: the district's, else the
// province's total; nothing when the description names no such column, or it has no total.
std::optional<Number> asked_number(const Asked& asked, const model::Form& use,
                                   const Occasion& occasion);

// A row for each product, operator, district … that the form goes through, and spare ones. Serial
// numbers go through all of them. The circular must outlive them.
KnownRows form_rows(const FormTemplate& form, const model::Form& use, const Occasion& occasion);

}  // namespace chiwat::form
