// The scorecard: what the districts have reached, as a workbook that keeps computing.
//
// A sheet for the summary, and for each round one with its results, measures and levels, one with
// the ranking as a chart, and one with the progress by month where the results have months. The
// result cells are open: whoever changes one sees the level, the points and what is still missing
// follow.
#pragma once

#include "document/workbook.hpp"
#include "model/circular.hpp"
#include "plan/plan.hpp"
#include "plan/score.hpp"
#include "thai/digits.hpp"
#include "thai/message.hpp"

namespace chiwat::scorecard {

struct ScorecardOptions {
  bool values = false;  // constants where there would be formulas
  thai::Digits digits = thai::Digits::arabic;
};

// `words`: what it is worded in; Thai for offices.
document::Workbook scorecard(const model::Circular& circular, const plan::Plan& plan,
                             const plan::Scores& scores, const ScorecardOptions& options,
                             const thai::Catalogue& words);

}  // namespace chiwat::scorecard
