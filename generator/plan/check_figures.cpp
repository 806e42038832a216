#include "plan/check_figures.hpp"

namespace chiwat::plan {

Number total_of(const model::Figure& figure, const Plan& plan) {
  const ColumnValues& values = plan.columns[figure.column];
  return values.total.value().rounded(values.decimals, Rounding::half_up);
}

void check_figures(const model::Circular& circular, const Plan& plan, Diagnostics& diagnostics) {
  for (const model::Figure& figure : circular.letter.figures) {
    if (!figure.quoted) continue;
    const Number total = total_of(figure, plan);
    if (figure.quoted->value == total) continue;
    diagnostics.warning(figure.quoted->origin, "figure_differs",
                        {{"column", circular.columns[figure.column].name.value},
                         {"quoted", figure.quoted->value.to_string()},
                         {"total", total.to_string()}});
  }
}

}  // namespace chiwat::plan
