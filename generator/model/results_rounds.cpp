// Which rounds a table of results is of, and what they need of it.
#include <algorithm>
#include <set>

#include "formula/expression.hpp"
#include "model/results_table.hpp"

namespace chiwat::model {
namespace {

using Rounds = std::vector<std::size_t>;

// Adds the results that an expression needs, through the measures that it names.
void add_needed(const Circular& circular, const formula::Expression& expression,
                std::set<std::size_t>& needed) {
  for (const auto& used : formula::names(expression)) {
    for (std::size_t i = 0; i < circular.quantities.size(); ++i) {
      const Quantity& quantity = circular.quantities[i];
      if (quantity.name.value != used.value) continue;
      if (quantity.definition) {
        add_needed(circular, *quantity.definition, needed);
      } else {
        needed.insert(i);
      }
    }
  }
}

// Those that can be scored and are wanted.
Rounds scorable(const Circular& circular, std::optional<int> only) {
  Rounds rounds;
  for (std::size_t i = 0; i < circular.rounds.size(); ++i) {
    const Round& round = circular.rounds[i];
    if (!round.levels.empty() && (!only || *only == round.number.value)) rounds.push_back(i);
  }
  return rounds;
}

}  // namespace

std::vector<std::size_t> needed_results(const Circular& circular, const Round& round) {
  std::set<std::size_t> needed;
  for (const Level& level : round.levels) {
    if (level.condition) add_needed(circular, *level.condition, needed);
  }
  return {needed.begin(), needed.end()};
}

std::vector<std::size_t> missing_results(const Circular& circular, std::size_t round,
                                         const ResultColumns& columns) {
  auto needed = needed_results(circular, circular.rounds[round]);
  std::erase_if(needed, [&](std::size_t i) { return columns.results.contains(i); });
  return needed;
}

bool is_in(const Period& period, Month month) {
  return period.first <= month && month <= period.last;
}

bool can_be_scored(const Circular& circular, std::optional<int> only, const Origin& file,
                   Diagnostics& diagnostics) {
  const auto wanted = [&](const Round& round) { return !only || *only == round.number.value; };
  if (std::ranges::none_of(circular.rounds, wanted)) {
    diagnostics.error(file, "round_unknown", {{"round", std::to_string(only.value_or(0))}});
    return false;
  }
  const bool any_levels = std::ranges::any_of(circular.rounds, [&](const Round& round) {
    return wanted(round) && !needed_results(circular, round).empty();
  });
  if (!any_levels) diagnostics.error(file, "score_without_levels");
  return any_levels;
}

std::vector<std::size_t> rounds_of(const Circular& circular, const source::Table& table,
                                   const ResultColumns& columns, const std::vector<ResultRow>& rows,
                                   std::optional<int> only, Diagnostics& diagnostics) {
  Rounds all = scorable(circular, only);
  if (all.empty()) return all;  // reported by can_be_scored()
  if (columns.month) {
    if (only) return all;
    std::erase_if(all, [&](std::size_t round) {  // has not begun: no row of its own months
      return std::ranges::none_of(rows, [&](const ResultRow& row) {
        return row.month && is_in(circular.rounds[round].months.value, *row.month);
      });
    });
    return all;
  }
  if (columns.round) {
    std::erase_if(all, [&](std::size_t round) {
      return std::ranges::none_of(rows, [&](const ResultRow& row) { return row.round == round; });
    });
    return all;
  }
  if (all.size() == 1) return all;
  Rounds fitting = all;
  std::erase_if(fitting, [&](std::size_t round) {
    return !missing_results(circular, round, columns).empty();
  });
  if (fitting.size() == 1) return fitting;
  diagnostics.error(table.origin, "results_round_ambiguous",
                    {{"rounds", round_numbers(circular, fitting.empty() ? all : fitting)}});
  return {};
}

}  // namespace chiwat::model
