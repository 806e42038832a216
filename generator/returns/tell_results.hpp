// What the rows of a form tell of the circular's results.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "base/number.hpp"
#include "form/form_numbers.hpp"
#include "model/circular.hpp"
#include "returns/filled_rows.hpp"

namespace chiwat::returns {

// A reply's forms, ready to be calculated with: a draft for each, of the same rows.
std::vector<form::FormDraft> drafts_of(const std::vector<FilledForm>& forms);

// Whether something stands in a cell, "-" and 0 not counted.
bool is_used(const document::Value& value);

// Whether the condition of a result holds in a row. `online_before` adds what the registry knows to
// what the form says of operators that sold online before.
bool holds_in(const form::RowsWhere& rows, form::FormNumbers& numbers, const form::FormDraft& draft,
              std::size_t row, bool online_before);

// The codes of the district's operators that sold online before the year, by the registry.
std::set<std::string> operators_online_before(const model::Circular& circular,
                                              std::size_t district);

}  // namespace chiwat::returns
