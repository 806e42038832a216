// The rows of the districts' forms as they came back, ready to stand together.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "consolidation/batch.hpp"
#include "consolidation/found_problems.hpp"
#include "form/form_rows.hpp"
#include "form/template.hpp"
#include "plan/plan.hpp"

namespace chiwat::consolidation {

// By the name of the form: a value for each of its columns, whose each row is in FormRow::district,
// in the order of the districts.
using RowsOfForms = std::map<std::string, std::vector<form::FormRow>>;

// The rows of a batch, which its replies hold no more after that. What could not be read is a text
// as it was found, and what was reported of a cell is its fault. An item of a list goes by its
// first label. A form that gathers from another one has each row once, and one for whatever the
// other form has that it lacks.
RowsOfForms district_rows(const Batch& batch, const model::Circular& circular,
                          const plan::Plan& plan, const form::Templates& templates,
                          const FoundProblems& problems);

}  // namespace chiwat::consolidation
