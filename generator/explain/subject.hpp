// What somebody wants explained, found by the words that they have for it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"
#include "explain/derivation.hpp"
#include "model/circular.hpp"
#include "plan/plan.hpp"
#include "plan/score.hpp"

namespace chiwat::explain {

// A word that means nothing here, or several things.
struct NotFound {
  Message message;
  std::optional<std::string> suggestion;  // the name that was probably meant
};

// A district, with or without อำเภอ before it, or the beginning of its name; the province, or
// รวม, is the total row. explain_district_unknown {name}, explain_ambiguous {name, candidates}.
std::variant<Row, NotFound> find_row(const model::Circular& circular, const std::string& words);

// A column of the circular.
struct ColumnSubject {
  std::size_t column = 0;
};
// The score of a round, or one of its levels.
struct ScoreSubject {
  std::size_t round = 0;             // index into Scores::rounds
  std::optional<std::size_t> level;  // index into RoundScore::levels
};
using Subject = std::variant<ColumnSubject, ScoreSubject>;

// A column by its name, its label, the heading over it or all headings over it, or a part of these
// that no other has; and among `scores`, if there are any, a level by its name or its points
// (ดีมาก, ระดับ 5, คะแนน 5, 5) or a round (รอบที่ 1). `round`, by number, leaves what belongs to other
// rounds out. No words: the scores. Several only where the words mean the rounds themselves.
// explain_unknown {name}, explain_needs_results {name}, explain_ambiguous {name, candidates}.
std::variant<std::vector<Subject>, NotFound> find_subjects(const model::Circular& circular,
                                                           const plan::Plan& plan,
                                                           const plan::Scores* scores,
                                                           const std::string& words,
                                                           std::optional<int> round);

}  // namespace chiwat::explain
