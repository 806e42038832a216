// The two halves of reading a form. Private to this folder.
#pragma once

#include "base/diagnostics.hpp"
#include "form/form_template.hpp"
#include "source/fields.hpp"

namespace chiwat::form {

// `columns:`, the heading tree with what each column holds, into `form`, whose rows are read.
// Reported besides wrong keys and values: bad_name {name}, name_twice {name},
// heading_columns_or_show, form_several_sources, form_choice_without_list {name},
// form_known_elsewhere {known}, form_column_unknown {name}, formula mistakes, too_many_columns
// {most}, headings_too_deep.
void read_form_columns(const source::Fields& fields, FormTemplate& form, Diagnostics& diagnostics);

// `results:`, what the form tells of the circular's results, into `form`, whose columns are read.
// Reported besides wrong keys and values: form_column_unknown {name}, form_result_how {name},
// formula mistakes, form_result_condition.
void read_form_results(const source::Node& node, FormTemplate& form, Diagnostics& diagnostics);

}  // namespace chiwat::form
