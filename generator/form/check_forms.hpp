// What a form needs of its circular and of the other forms of its attachment, and what it says.
#pragma once

#include "base/diagnostics.hpp"
#include "form/said_texts.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"

namespace chiwat::form {

// Reports, for every form that the circular uses: a text whose placeholders are not there, at its
// place in the template with a note at the form (as of thai::format); a list that the circular does
// not have (form_needs_list {form, list}); a column under `columns:` that the form does not ask for
// (form_asks_not {form, name, known}, form_asks_nothing); a form twice in one workbook (form_twice
// {form}); another form that is not in the workbook (form_needs_form {form, other}), or without the
// column or the item that is named (form_other_column {other, name}, form_other_item {other,
// name}); a sheet name that Excel does not take, or that another sheet has. The texts of the forms'
// templates, as they will be read, go into `said`.
void check_forms(const model::Circular& circular, const Templates& templates, SaidTexts& said,
                 Diagnostics& diagnostics);

}  // namespace chiwat::form
