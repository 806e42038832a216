// What a person should know of scores: who is missing, who reaches no level. Private to this
// folder.
#pragma once

#include "base/diagnostics.hpp"
#include "model/circular.hpp"
#include "model/results.hpp"
#include "plan/score.hpp"

namespace chiwat::plan {

// Warnings: see score(). `file`: of the results.
void report_scores(const model::Circular& circular, const model::RoundResults& results,
                   const RoundScore& score, const Origin& file, Diagnostics& diagnostics);

}  // namespace chiwat::plan
