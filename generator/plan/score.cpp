#include "plan/score.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <utility>
#include <variant>

#include "plan/report_scores.hpp"
#include "plan/requirements.hpp"

namespace chiwat::plan {
namespace {

using formula::Value;
using model::Circular;
using model::Quantity;

// What the names of a round's formulas stand for in one row.
using Values = std::map<std::string, Value>;

class RoundScoring {
 public:
  RoundScoring(const Circular& circular, const Plan& plan, const model::RoundResults& results,
               const Origin& file, Diagnostics& diagnostics)
      : circular_(circular),
        plan_(plan),
        results_(results),
        file_(file),
        diagnostics_(diagnostics),
        round_(circular.rounds[results.round]) {}

  RoundScore run() {
    score_.round = results_.round;
    score_.results = results_.reported;
    score_.decimals = results_.decimals;
    score_.months = results_.months;
    find_names();
    find_levels();
    std::vector<Values> rows;
    for (std::size_t i = 0; i < circular_.districts.size(); ++i) {
      score_.districts.push_back(district(i, rows.emplace_back()));
    }
    score_.province = province(rows.emplace_back());
    drop_wrong_amounts(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      measure_gaps(i < score_.districts.size() ? score_.districts[i] : score_.province, rows[i]);
    }
    report_scores(circular_, results_, score_, file_, diagnostics_);
    return std::move(score_);
  }

 private:
  // --- What the levels are about ---

  void find_names() {
    std::set<std::size_t> measures, columns;
    const std::function<void(const formula::Expression&)> visit = [&](const auto& expression) {
      for (const auto& used : formula::names(expression)) {
        for (std::size_t i = 0; i < circular_.quantities.size(); ++i) {
          const Quantity& quantity = circular_.quantities[i];
          if (quantity.name.value != used.value || !quantity.definition) continue;
          visit(*quantity.definition);
          measures.insert(i);
        }
        for (std::size_t i = 0; i < circular_.columns.size(); ++i) {
          if (circular_.columns[i].name.value == used.value) columns.insert(i);
        }
      }
    };
    for (const model::Level& level : round_.levels) {
      if (level.condition) visit(*level.condition);
    }
    score_.measures.assign(measures.begin(), measures.end());
    score_.columns.assign(columns.begin(), columns.end());
    for (const std::size_t i : score_.columns) {
      const ColumnValues& values = plan_.columns[i];
      score_.column_totals.push_back(values.total.value_or(values.rule.value_or(values.sum)));
    }
  }

  void find_levels() {
    std::vector<std::size_t> order(round_.levels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
      return round_.levels[a].points.value > round_.levels[b].points.value;
    });
    for (const std::size_t index : order) {
      const model::Level& level = round_.levels[index];
      const std::string label =
          level.name ? level.name->value : "ระดับ " + level.points->to_string();
      score_.levels.push_back(
          {index, label, !level.condition, requirements(circular_, score_, level)});
    }
    make_labels_different();
  }

  void make_labels_different() {
    std::set<std::string> taken;
    for (ScoredLevel& level : score_.levels) {
      while (!taken.insert(level.label).second) level.label += "*";
    }
  }

  // --- Rows ---

  RowScore district(std::size_t index, Values& values) {
    const auto& reported = results_.districts[index];
    RowScore row;
    row.is_missing = !reported;
    if (!reported) return row;
    row.results = reported->values;
    for (const std::size_t i : score_.columns) {
      values.emplace(circular_.columns[i].name.value, plan_.columns[i].districts[index]);
    }
    fill(row, values);
    return row;
  }

  RowScore province(Values& values) {
    RowScore row;
    for (const auto& reported : results_.districts) {
      if (!reported) continue;
      if (row.results.empty()) {
        row.results = reported->values;
        continue;
      }
      for (std::size_t i = 0; i < row.results.size(); ++i) {
        row.results[i] = model::together(circular_.quantities[score_.results[i]], row.results[i],
                                         reported->values[i]);
      }
    }
    row.is_missing = row.results.empty();
    if (row.is_missing) return row;
    for (std::size_t i = 0; i < row.results.size(); ++i) {
      if (circular_.quantities[score_.results[i]].is_truth) row.results[i] = all_have(i);
    }
    for (std::size_t i = 0; i < score_.columns.size(); ++i) {
      values.emplace(circular_.columns[score_.columns[i]].name.value, score_.column_totals[i]);
    }
    fill(row, values);
    return row;
  }

  bool all_have(std::size_t result) const {
    return std::ranges::all_of(results_.districts, [&](const auto& reported) {
      return reported && std::get<bool>(reported->values[result]);
    });
  }

  static std::function<Value(const std::string&)> lookup(const Values& values) {
    return [&values](const std::string& name) { return values.at(name); };
  }

  // The value of an expression; nothing where it, or a measure in it, divides by zero.
  static std::optional<Value> evaluated(const formula::Expression& expression,
                                        const Values& values) {
    for (const auto& used : formula::names(expression)) {
      if (!values.contains(used.value)) return std::nullopt;
    }
    const auto result = formula::evaluate(expression, lookup(values));
    const auto* value = std::get_if<Value>(&result);
    return value ? std::optional(*value) : std::nullopt;
  }

  void fill(RowScore& row, Values& values) const {
    for (std::size_t i = 0; i < score_.results.size(); ++i) {
      values.emplace(circular_.quantities[score_.results[i]].name.value, row.results[i]);
    }
    row.measures = measures(values);
    std::optional<std::size_t> rest;
    for (std::size_t i = 0; i < score_.levels.size() && !row.level && !row.is_undefined; ++i) {
      const ScoredLevel& level = score_.levels[i];
      if (level.is_rest) {
        if (!rest) rest = i;
        continue;
      }
      const auto holds = evaluated(*round_.levels[level.level].condition, values);
      row.is_undefined = !holds;
      if (holds && std::get<bool>(*holds)) row.level = i;
    }
    if (!row.level && !row.is_undefined) row.level = rest;
  }

  // In the order of the circular, in which each uses only those before it.
  std::vector<std::optional<Value>> measures(Values& values) const {
    std::vector<std::optional<Value>> result;
    for (const std::size_t i : score_.measures) {
      const Quantity& measure = circular_.quantities[i];
      result.push_back(evaluated(*measure.definition, values));
      if (result.back()) values.insert_or_assign(measure.name.value, *result.back());
    }
    return result;
  }

  // --- What is still missing ---

  // The values of a row in which a result were another.
  Values changed(Values values, const std::string& name, const Number& amount) const {
    values.insert_or_assign(name, amount);
    measures(values);
    return values;
  }

  // A factor may be negative, and a bound lie where nobody expects it: an amount is only told where
  // it does, and one step less does not, in every row.
  void drop_wrong_amounts(const std::vector<Values>& rows) {
    for (ScoredLevel& level : score_.levels) {
      for (Requirement& requirement : level.requirements) {
        const bool is_right = std::ranges::all_of(rows, [&](const Values& values) {
          return !requirement.least || values.empty() || reaches(requirement, values);
        });
        if (is_right) continue;
        requirement.result.reset();
        requirement.least = nullptr;
      }
    }
  }

  bool reaches(const Requirement& requirement, const Values& values) const {
    const auto now = evaluated(*requirement.condition, values);
    if (!now || std::get<bool>(*now)) return true;  // nothing is told there
    const auto least = evaluated(*requirement.least, values);
    if (!least) return false;
    const auto& name = circular_.quantities[score_.results[*requirement.result]].name.value;
    const auto holds_at = [&](const Number& amount) {
      const auto then = evaluated(*requirement.condition, changed(values, name, amount));
      return then && std::get<bool>(*then);
    };
    const Number amount = std::get<Number>(*least);
    const Number step = Number::power_of_ten(-score_.decimals[*requirement.result]);
    return holds_at(amount) && !holds_at(amount - step);
  }

  void measure_gaps(RowScore& row, const Values& values) const {
    if (row.is_missing || row.is_undefined) return;
    for (const ScoredLevel& level : score_.levels) {
      auto& gaps = row.gaps.emplace_back();
      for (const Requirement& requirement : level.requirements) {
        gaps.push_back(gap(requirement, score_, circular_, lookup(values)));
      }
    }
  }

  const Circular& circular_;
  const Plan& plan_;
  const model::RoundResults& results_;
  const Origin& file_;
  Diagnostics& diagnostics_;
  const model::Round& round_;
  RoundScore score_;
};

// Whether doing more leads there: every condition is evidence, or a known amount.
bool is_reached_by_more(const ScoredLevel& level) {
  return !level.is_rest && std::ranges::all_of(level.requirements, [](const auto& requirement) {
    return requirement.result.has_value();
  });
}

}  // namespace

std::optional<std::size_t> next_level(const RoundScore& round, std::optional<std::size_t> level) {
  const bool from_none = !level;
  for (std::size_t i = level.value_or(round.levels.size()); i-- > 0;) {
    const ScoredLevel& candidate = round.levels[i];
    if (from_none ? is_reached_by_more(candidate) : !candidate.is_rest) return i;
  }
  return std::nullopt;
}

Scores score(const Circular& circular, const Plan& plan, const model::Results& results,
             Diagnostics& diagnostics) {
  Scores scores;
  for (const model::RoundResults& round : results.rounds) {
    scores.rounds.push_back(RoundScoring(circular, plan, round, results.origin, diagnostics).run());
  }
  return scores;
}

}  // namespace chiwat::plan
