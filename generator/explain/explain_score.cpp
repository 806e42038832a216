#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <variant>

#include "explain/explanation.hpp"
#include "explain/wording.hpp"
#include "form/number_format.hpp"
#include "formula/evaluate.hpp"
#include "formula/to_text.hpp"
#include "model/placeholders.hpp"
#include "thai/date.hpp"
#include "thai/message.hpp"

namespace chiwat::explain {
namespace {

using formula::Binary;
using formula::Comparison;
using formula::Expression;

const char* sign_of(Comparison op) {
  static constexpr const char* kSigns[] = {"<", "≤", ">", "≥", "=", "≠"};
  return kSigns[static_cast<int>(op)];
}

class ScoreExplaining {
 public:
  ScoreExplaining(const model::Circular& circular, const plan::Plan& plan,
                  const model::RoundResults& results, const plan::RoundScore& round, Row row)
      : circular_(circular),
        plan_(plan),
        results_(results),
        round_(round),
        described_(circular.rounds[round.round]),
        row_(row),
        score_(row ? round.districts[*row] : round.province) {}

  Explanation run(std::optional<std::size_t> asked) {
    say_outcome();
    if (score_.is_missing) return std::move(lines_);
    gather_values();
    say_results();
    say_columns();
    say_measures();
    if (score_.is_undefined) return std::move(lines_);
    if (asked) {
      say_level(*asked);
      say_why_not(*asked);
    } else {
      const std::size_t last = score_.level.value_or(round_.levels.size() - 1);
      for (std::size_t i = 0; i <= last; ++i) {
        if (!round_.levels[i].is_rest) say_level(i);
      }
    }
    say_decision();
    return std::move(lines_);
  }

 private:
  void add(int depth, std::string id, MessageArguments arguments, Origin origin = {}) {
    lines_.push_back({depth, {std::move(id), std::move(arguments)}, std::move(origin)});
  }

  // --- Names ---

  std::string formatted(const std::string& text) const {
    return std::get<std::string>(
        thai::format(text, model::placeholders(circular_, &described_), thai::Digits::arabic));
  }
  std::string label(std::size_t level) const { return formatted(round_.levels[level].label); }
  const model::Level& level(std::size_t index) const {
    return described_.levels[round_.levels[index].level];
  }
  std::string text_of(std::size_t quantity) const {
    const model::Quantity& own = circular_.quantities[quantity];
    return named(own.label ? formatted(own.label->value) : own.name.value, own.name.value);
  }
  std::string text_of(const std::string& name) const {
    for (std::size_t i = 0; i < circular_.quantities.size(); ++i) {
      if (circular_.quantities[i].name.value == name) return text_of(i);
    }
    return column_text(circular_, plan_, find_column(circular_, name));
  }

  // --- Values ---

  void gather_values() {
    for (std::size_t i = 0; i < round_.columns.size(); ++i) {
      const std::size_t column = round_.columns[i];
      values_.emplace(circular_.columns[column].name.value,
                      row_ ? plan_.columns[column].districts[*row_] : round_.column_totals[i]);
    }
    for (std::size_t i = 0; i < round_.results.size(); ++i) {
      values_.emplace(circular_.quantities[round_.results[i]].name.value, score_.results[i]);
    }
    for (std::size_t i = 0; i < round_.measures.size(); ++i) {
      if (!score_.measures[i]) continue;
      values_.emplace(circular_.quantities[round_.measures[i]].name.value, *score_.measures[i]);
    }
  }

  std::optional<Number> number_of(const Expression& expression) const {
    for (const auto& used : formula::names(expression)) {
      if (!values_.contains(used.value)) return std::nullopt;
    }
    const auto result =
        formula::evaluate(expression, [&](const std::string& name) { return values_.at(name); });
    const auto* value = std::get_if<formula::Value>(&result);
    const auto* number = value ? std::get_if<Number>(value) : nullptr;
    return number ? std::optional(*number) : std::nullopt;
  }

  std::string filled(const Expression& expression) const {
    return formula::to_text(expression, [&](const std::string& name) {
      const auto found = values_.find(name);
      if (found == values_.end()) return name;
      if (const auto* truth = std::get_if<bool>(&found->second)) {
        return std::string(*truth ? "yes" : "no");
      }
      const Number& number = std::get<Number>(found->second);
      return number.decimals() ? exact_text(number) : "(" + number.to_string() + ")";
    });
  }

  // --- What is said ---

  MessageArguments who() const {
    return {{"name", row_ ? circular_.districts[*row_].value : circular_.province.value},
            {"round", std::to_string(described_.number.value)},
            {"months", thai::format_period(described_.counts.value, thai::Digits::arabic)}};
  }

  void say_outcome() {
    const std::string whose = row_ ? "district" : "province";
    MessageArguments arguments = who();
    std::string what = "missing";
    if (score_.is_undefined) what = "undefined";
    if (!score_.is_missing && !score_.is_undefined) what = score_.level ? "level" : "none";
    if (score_.level) {
      arguments.emplace("level", label(*score_.level));
      arguments.emplace("points", level(*score_.level).points->to_string());
    }
    add(0, "explain_" + whose + "_" + what, std::move(arguments));
  }

  void say_results() {
    for (std::size_t i = 0; i < round_.results.size(); ++i) {
      const Origin origin = row_ ? results_.districts[*row_]->origin : Origin();
      MessageArguments arguments = {{"what", text_of(round_.results[i])}};
      if (const auto* truth = std::get_if<bool>(&score_.results[i])) {
        const std::string id = *truth ? "explain_evidence" : "explain_no_evidence";
        add(1, row_ ? id : id + "_of_all", std::move(arguments), origin);
        continue;
      }
      arguments.emplace("value", exact_text(std::get<Number>(score_.results[i])));
      add(1, source_of(circular_.quantities[round_.results[i]]), std::move(arguments), origin);
    }
  }

  // How a result was put together.
  std::string source_of(const model::Quantity& quantity) const {
    if (!row_) return quantity.adds_up ? "explain_reported_sum" : "explain_reported_largest";
    if (round_.months.empty()) return "explain_reported";
    return quantity.adds_up ? "explain_reported_months" : "explain_reported_largest_month";
  }

  // What the measures are held against, down to the baseline.
  void say_columns() {
    std::set<std::size_t> told;
    for (std::size_t i = 0; i < round_.columns.size(); ++i) {
      for (const Derivation& step : chain(circular_, plan_, round_.columns[i], row_)) {
        if (told.insert(step.column).second) say_column(step);
      }
      const std::size_t column = round_.columns[i];
      // Words stand in the total row, and the province is held against what the formula gives.
      if (!value_of(plan_, column, row_)) say_total(column, round_.column_totals[i]);
    }
  }

  void say_column(const Derivation& derivation) {
    if (!derivation.value) return;
    MessageArguments arguments = {{"what", column_text(circular_, plan_, derivation.column)},
                                  {"value", exact_text(*derivation.value)}};
    if (derivation.by_hand) {
      add(1, "explain_by_hand", std::move(arguments), derivation.by_hand->origin);
      const model::Text& reason = derivation.by_hand->reason;
      add(2, "explain_reason",
          {{"reason", described_text(circular_, reason, thai::Digits::arabic)}}, reason.origin);
    } else if (derivation.formula) {
      arguments.emplace("formula", formula_text(*derivation.formula));
      arguments.emplace("filled", filled_in(circular_, plan_, *derivation.formula, row_));
      add(1, "explain_computed", std::move(arguments), formula::beginning(*derivation.formula));
    } else if (row_) {
      add(1, "explain_baseline", std::move(arguments),
          circular_.columns[derivation.column].baseline[*row_].origin);
    } else {
      arguments.emplace("count", static_cast<std::int64_t>(circular_.districts.size()));
      add(1, "explain_sum", std::move(arguments));
    }
  }

  void say_total(std::size_t column, const Number& value) {
    add(1, "explain_instead_of_total",
        {{"what", column_text(circular_, plan_, column)}, {"value", exact_text(value)}},
        circular_.columns[column].name.origin);
  }

  void say_measures() {
    for (std::size_t i = 0; i < round_.measures.size(); ++i) {
      const Expression& own = *circular_.quantities[round_.measures[i]].definition;
      MessageArguments arguments = {{"what", text_of(round_.measures[i])},
                                    {"formula", formula_text(own)},
                                    {"filled", filled(own)}};
      if (!score_.measures[i]) {
        add(1, "explain_divides_by_zero", std::move(arguments), formula::beginning(own));
        continue;
      }
      const auto* number = std::get_if<Number>(&*score_.measures[i]);
      if (!number) continue;  // a condition, which its level explains
      arguments.emplace("value", exact_text(*number));
      add(1, "explain_computed", std::move(arguments), formula::beginning(own));
    }
  }

  // --- Levels ---

  bool all_met(std::size_t index) const {
    return std::ranges::all_of(score_.gaps[index], &plan::Gap::is_met);
  }

  void say_level(std::size_t index) {
    const MessageArguments arguments = {{"level", label(index)},
                                        {"points", level(index).points->to_string()}};
    if (round_.levels[index].is_rest) {
      return add(1, "explain_rest", arguments, level(index).origin);
    }
    add(1, all_met(index) ? "explain_level_holds" : "explain_level_fails", arguments,
        level(index).origin);
    const auto& requirements = round_.levels[index].requirements;
    for (std::size_t i = 0; i < requirements.size(); ++i) {
      say_condition(requirements[i], score_.gaps[index][i]);
    }
  }

  void say_condition(const plan::Requirement& requirement, const plan::Gap& gap) {
    const Expression& condition = *requirement.condition;
    const Origin& origin = formula::beginning(condition);
    const std::string met = gap.is_met ? "_met" : "_unmet";
    if (const auto* name = std::get_if<formula::Name>(&condition.node)) {
      return add(2, "explain_evidence" + met, {{"what", text_of(name->name)}}, origin);
    }
    const auto* comparison = std::get_if<Binary<Comparison>>(&condition.node);
    const auto found = comparison ? number_of(*comparison->left) : std::nullopt;
    const auto bound = comparison ? number_of(*comparison->right) : std::nullopt;
    if (!found || !bound) {
      return add(2, "explain_condition" + met,
                 {{"condition", formula_text(condition)}, {"filled", filled(condition)}}, origin);
    }
    MessageArguments arguments = compared(*comparison, *found, *bound);
    const bool is_amount = !gap.is_met && requirement.least;
    if (is_amount) arguments.emplace("amount", amount(requirement, gap));
    add(2, "explain_bound" + met + (is_amount ? "_amount" : ""), std::move(arguments), origin);
  }

  MessageArguments compared(const Binary<Comparison>& comparison, const Number& found,
                            const Number& bound) const {
    const auto* literal = std::get_if<formula::Literal>(&comparison.right->node);
    const bool is_percent = literal && literal->percent;
    const auto* name = std::get_if<formula::Name>(&comparison.left->node);
    std::string limit = is_percent ? percent_text(bound, std::nullopt) : exact_text(bound);
    if (!literal) limit = formula_text(*comparison.right) + " = " + limit;
    return {{"what", name ? text_of(name->name) : formula_text(*comparison.left)},
            {"sign", sign_of(comparison.op)},
            {"bound", limit},
            {"found", is_percent ? percent_text(found, bound) : exact_text(found)}};
  }

  // "ผู้ประกอบการรายใหม่ 3 ราย".
  std::string amount(const plan::Requirement& requirement, const plan::Gap& gap) const {
    const model::Quantity& quantity = circular_.quantities[round_.results[*requirement.result]];
    const std::string label = quantity.label ? formatted(quantity.label->value)  //
                                             : quantity.name.value;
    const std::string unit = quantity.unit ? " " + formatted(quantity.unit->value) : "";
    return label + " " + exact_text(gap.amount) + unit;
  }

  // --- What decides ---

  void say_why_not(std::size_t asked) {
    if (score_.level == asked || round_.levels[asked].is_rest || !all_met(asked)) return;
    add(1, "explain_higher_counts", {{"level", label(asked)}});
  }

  void say_decision() {
    if (!score_.level) return add(1, "explain_decides_none", {});
    const std::size_t reached = *score_.level;
    add(1, round_.levels[reached].is_rest ? "explain_decides_rest" : "explain_decides_highest",
        {{"level", label(reached)}});
    if (!circular_.indicator.weight) return;
    const Number& weight = circular_.indicator.weight->value;
    const Number& points = level(reached).points.value;
    add(1, "explain_weighted",
        {{"points", points.to_string()},
         {"weight", percent_text(weight, std::nullopt)},
         {"value", exact_text(points * weight)}},
        circular_.indicator.weight->origin);
  }

  const model::Circular& circular_;
  const plan::Plan& plan_;
  const model::RoundResults& results_;
  const plan::RoundScore& round_;
  const model::Round& described_;
  const Row row_;
  const plan::RowScore& score_;
  std::map<std::string, formula::Value> values_;
  Explanation lines_;
};

}  // namespace

Explanation explain_score(const model::Circular& circular, const plan::Plan& plan,
                          const model::Results& results, const plan::RoundScore& round, Row row,
                          std::optional<std::size_t> level) {
  const auto own = std::ranges::find(results.rounds, round.round, &model::RoundResults::round);
  return ScoreExplaining(circular, plan, *own, round, row).run(level);
}

}  // namespace chiwat::explain
