// What the forms of earlier months bring into those of a month or a quarter: who their rows are
// about, and the amounts that go on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "form/brought.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"
#include "returns/read_back.hpp"

namespace chiwat::returns {

struct CarriedOver {
  // The circular's registry, with the operators and products that its districts wrote into their
  // latest forms in place of its own; those of several months together for a quarter. An operator
  // who only has amounts of earlier months has no product.
  model::Registry registry;
  // Of a month what the columns that go on had reached by the end of the month before; of a quarter
  // what its months add up to, and what they had reached before it.
  form::Brought brought;
};

// `given` is where the workbooks were looked for. Reported besides what choose_returned and
// filled_form report: warnings
// returned_missing {count, districts} for districts that keep the registry's rows, returned_gap
// {month} at a workbook that is not of the month right before, and returned_not_in_list {found} at
// a cell.
CarriedOver carry_over(const model::Circular& circular, const form::Templates& templates,
                       const std::vector<Returned>& returned, const Period& months,
                       const std::string& given, Diagnostics& diagnostics);

}  // namespace chiwat::returns
