// The templates of the forms as those of results: what districts filled in stands together, and the
// province's forms are made of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "form/template.hpp"
#include "model/circular.hpp"
#include "thai/message.hpp"

namespace chiwat::consolidation {

// A text that has no placeholders, as part of a template.
form::Text plain(const std::string& text);

// A form of the districts with the rows of all of them: the same headings, with the district before
// them where the form has none (and with the month, where rows are of one), a total of every column
// of numbers that is filled in, and without notes and signatures.
form::Template consolidated(const form::Template& page, bool with_month,
                            const thai::Catalogue& words);

// A form of the province whose cells are made of the forms of the districts; `forms`: those there
// are. Nothing when it collects from none of them. Sums are checked against those forms.
std::optional<form::Template> collecting(const form::Template& page,
                                         const std::vector<const form::Template*>& forms,
                                         const model::Circular& circular,
                                         const thai::Catalogue& words);

// A row for each district: what the columns of a consolidated form that have sums add up to.
// Nothing when it has none.
std::optional<form::Template> by_district(const form::Template& consolidated,
                                          const std::string& sheet, const model::Circular& circular,
                                          const thai::Catalogue& words);

// Whether a form of the province collects from this form by district.
bool collects_by_district(const form::Template& page, const std::string& form);

}  // namespace chiwat::consolidation
