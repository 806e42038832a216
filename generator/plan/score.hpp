// The scores of districts and province: which level each has reached in each round, and what is
// still missing.
//
// The highest level whose condition holds counts; `otherwise` is for those that reach none. The
// province is scored as if it were a district: its results are those of its districts put together
// (see model::together; evidence must be there for all of them), and for a column of the circular
// stands its total, where that is no number the formula applied to the totals, else the sum.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "formula/evaluate.hpp"
#include "model/results.hpp"
#include "plan/plan.hpp"

namespace chiwat::plan {

// One of the conditions that a level asks for at once.
struct Requirement {
  formula::Operand condition;
  // The result that more of meets the condition: index into RoundScore::results. None where that
  // cannot be said plainly.
  std::optional<std::size_t> result;
  formula::Operand least;  // the smallest amount of it that does; null: it is evidence
};

struct ScoredLevel {
  std::size_t level = 0;  // index into Round::levels
  std::string label;      // its name, else its points; different from all others of the round
  bool is_rest = false;   // for whoever reaches no other
  std::vector<Requirement> requirements;
};

// How far a row is from a requirement.
struct Gap {
  bool is_met = true;
  Number amount;  // of the result, still to come; 0 where Requirement::least is null
};

// A district, or the province, in one round.
struct RowScore {
  bool is_missing = false;              // nothing was handed in
  std::vector<formula::Value> results;  // one for each of RoundScore::results; none when missing
  std::vector<std::optional<formula::Value>> measures;  // likewise; none: a division by zero
  bool is_undefined = false;                            // a condition divides by zero
  std::optional<std::size_t> level;                     // index into RoundScore::levels
  std::vector<std::vector<Gap>> gaps;  // by level and requirement; none when missing or undefined
};

struct RoundScore {
  std::size_t round = 0;              // index into Circular::rounds
  std::vector<std::size_t> results;   // indexes into Circular::quantities
  std::vector<int> decimals;          // of each result
  std::vector<std::size_t> measures;  // those that the levels name
  std::vector<std::size_t> columns;   // of the circular, that levels and measures name
  std::vector<Number> column_totals;  // what stands for each in the province's row
  std::vector<ScoredLevel> levels;    // the highest first
  std::vector<RowScore> districts;    // in the order of Circular::districts
  RowScore province;
  std::vector<model::MonthResults> months;
};

struct Scores {
  std::vector<RoundScore> rounds;
};

// What a level leads to when more is done: the next one up, from none the lowest that more of
// something reaches. Nothing above the highest.
std::optional<std::size_t> next_level(const RoundScore& round, std::optional<std::size_t> level);

// Pure. Warnings: score_missing {round, count, districts}, score_no_level {name, round, values},
// score_undefined {name, round}.
Scores score(const model::Circular& circular, const Plan& plan, const model::Results& results,
             Diagnostics& diagnostics);

}  // namespace chiwat::plan
