// All rules over one circular.
#pragma once

#include <vector>

#include "base/diagnostics.hpp"
#include "model/circular.hpp"
#include "model/said_text.hpp"
#include "plan/plan.hpp"

namespace chiwat::review {

// Reports what the rules find, as warnings, and takes out of `diagnostics` the warnings of the
// rules that the description switches off. `said`: the texts of its documents and forms. Of
// switching off itself: check_rule_unknown {rule}, check_rule_is_error {rule},
// check_off_without_reason {rule} (the rule stays on), and check_off_idle {rule} where the rule had
// nothing to say.
void review(const model::Circular& circular, const plan::Plan& plan,
            const std::vector<model::SaidText>& said, Diagnostics& diagnostics);

}  // namespace chiwat::review
