// The targets of a circular: every column's exact value for every district and for the total row.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/number.hpp"
#include "model/circular.hpp"

namespace chiwat::plan {

// The values of one column.
struct ColumnValues {
  std::vector<Number> districts;  // in the order of Circular::districts
  std::optional<Number> total;    // by the column's own Total; none where it is text or blank
  Number sum;                     // of the districts
  std::optional<Number> rule;     // the formula applied to the totals of what it names; none for a
                                  // baseline, or where a named total is no number
  int decimals = 0;               // that show every value exactly, at most 2 unless one is set
};

// One entry for each of Circular::columns.
struct Plan {
  std::vector<ColumnValues> columns;
};

// Pure: no clock, no locale, no file. Reported: division_by_zero {column, district} at the
// division, with a note at the district's baseline; total_division_by_zero {column}; at a column
// whose values no cell of a workbook holds value_too_large {column, district} (beyond 10^300, so
// that their sum is none either) or total_too_large {column}. Nothing is returned then.
std::optional<Plan> evaluate(const model::Circular& circular, Diagnostics& diagnostics);

// Of a description with other mistakes: what evaluate() would report of these columns.
void report_divisions(const model::IntactColumns& intact, Diagnostics& diagnostics);

}  // namespace chiwat::plan
