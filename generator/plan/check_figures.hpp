// The numbers that the letter quotes, against those of its tables.
#pragma once

#include "base/diagnostics.hpp"
#include "model/circular.hpp"
#include "plan/plan.hpp"

namespace chiwat::plan {

// The total that a figure quotes, as it is shown.
Number total_of(const model::Figure& figure, const Plan& plan);

// Warns of each figure that the letter says otherwise than its column's total:
// figure_differs {column, quoted, total}. (The letter of ubon-2564 says 587, its table 595.)
void check_figures(const model::Circular& circular, const Plan& plan, Diagnostics& diagnostics);

}  // namespace chiwat::plan
