// How a number came about, in messages: the wording, Thai and English, is in locale/.
//
// Ids of messages that end up here begin with explain_.
#pragma once

#include <vector>

#include "base/diagnostics.hpp"
#include "base/origin.hpp"
#include "explain/derivation.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"
#include "model/results.hpp"
#include "plan/plan.hpp"
#include "plan/score.hpp"

namespace chiwat::explain {

struct Line {
  int depth = 0;  // 0: what is explained; deeper lines belong to the line above them
  Message message;
  Origin origin{};  // where what it says was written; none for what follows from it
};

using Explanation = std::vector<Line>;

// The value of a column in a row: what it follows from, the formulas with their values put in, the
// roundings by name, what was set by hand and why, and the cells that hold it.
Explanation explain_column(const model::Circular& circular, const plan::Plan& plan,
                           const form::Templates& templates, std::size_t column, Row row);

// The score of a row in a round: what was reported, what follows from it, each condition of the
// levels from the highest down to the one reached, with the value found and the bound, and what
// decides. With `level`, an index into RoundScore::levels, the conditions of that one alone.
// `results` are those that were scored.
Explanation explain_score(const model::Circular& circular, const plan::Plan& plan,
                          const model::Results& results, const plan::RoundScore& round, Row row,
                          std::optional<std::size_t> level);

}  // namespace chiwat::explain
