// What the readers of the kinds of templates share. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "form/template.hpp"
#include "source/fields.hpp"
#include "source/yaml.hpp"

namespace chiwat::form {

// One reader for each kind. A key or text that was wrong is reported and leaves something harmless
// behind.
Template read_table_template(const source::Node& node, Diagnostics& diagnostics);
Template read_form_template(const source::Node& node, Diagnostics& diagnostics);
Template read_document_template(const source::Node& node, Diagnostics& diagnostics);

// The keys that every kind has: template, version, kind, about, label, page.
void read_head(const source::Fields& fields, Template& result, Diagnostics& diagnostics);

// A required text that may use only these placeholders; reports one that does not format.
Text template_text(const source::Fields& fields, const char* key,
                   const std::vector<std::string>& placeholders, Diagnostics& diagnostics);

// Who gets a copy, the key `for`: district, province, both.
Audience read_audience(const source::Fields& fields, Audience usual);

// Reports a text that cannot be the name of a sheet: sheet_name_characters {name},
// sheet_name_long {name, length, most}.
void check_sheet_name(const Text& name, Diagnostics& diagnostics);

}  // namespace chiwat::form
