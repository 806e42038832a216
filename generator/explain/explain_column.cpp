#include <variant>

#include "explain/explanation.hpp"
#include "explain/places.hpp"
#include "explain/wording.hpp"
#include "form/number_format.hpp"
#include "formula/to_text.hpp"

namespace chiwat::explain {
namespace {

class ColumnExplaining {
 public:
  ColumnExplaining(const model::Circular& circular, const plan::Plan& plan, Row row)
      : circular_(circular), plan_(plan), row_(row) {}

  Explanation run(const form::Templates& templates, std::size_t column) {
    say_what(column);
    for (const Derivation& derivation : chain(circular_, plan_, column, row_)) say(derivation);
    say_shown(column);
    say_cells(places(circular_, plan_, templates, column, row_),
              value_of(plan_, column, row_).has_value());
    return std::move(lines_);
  }

 private:
  void add(int depth, std::string id, MessageArguments arguments, Origin origin = {}) {
    lines_.push_back({depth, {std::move(id), std::move(arguments)}, std::move(origin)});
  }
  std::string said(const model::Text& text) const {
    return described_text(circular_, text, thai::Digits::arabic);
  }
  std::string text_of(std::size_t column) const { return column_text(circular_, plan_, column); }
  const model::Column& described(const Derivation& derivation) const {
    return circular_.columns[derivation.column];
  }

  void say_what(std::size_t column) {
    const auto value = value_of(plan_, column, row_);
    MessageArguments arguments = {{"what", text_of(column)}};
    if (value) arguments.emplace("value", exact_text(*value));
    if (row_) {
      arguments.emplace("district", circular_.districts[*row_].value);
      return add(0, "explain_of_district", std::move(arguments));
    }
    arguments.emplace("province", circular_.province.value);
    add(0, value ? "explain_of_province" : "explain_without_total", std::move(arguments));
  }

  void say(const Derivation& derivation) {
    if (derivation.by_hand) return say_by_hand(derivation);
    if (derivation.formula) return say_formula(derivation, 1);
    if (row_) return say_baseline(derivation);
    say_total(derivation);
  }

  void say_baseline(const Derivation& derivation) {
    add(1, "explain_baseline",
        {{"what", text_of(derivation.column)}, {"value", exact_text(*derivation.value)}},
        described(derivation).baseline[*row_].origin);
  }

  void say_by_hand(const Derivation& derivation) {
    add(1, "explain_by_hand",
        {{"what", text_of(derivation.column)}, {"value", exact_text(*derivation.value)}},
        derivation.by_hand->origin);
    add(2, "explain_reason", {{"reason", said(derivation.by_hand->reason)}},
        derivation.by_hand->reason.origin);
    if (!derivation.formula || !derivation.by_formula) return;
    add(2, "explain_instead_of",
        {{"formula", formula_text(*derivation.formula)},
         {"value", exact_text(*derivation.by_formula)}},
        formula::beginning(*derivation.formula));
  }

  // The total of a column that is not its formula.
  void say_total(const Derivation& derivation) {
    const model::Column& column = described(derivation);
    const std::string what = text_of(derivation.column);
    if (const auto* words = std::get_if<model::Text>(&column.total)) {
      return add(1, "explain_total_words", {{"what", what}, {"words", said(*words)}},
                 words->origin);
    }
    if (!derivation.value) return add(1, "explain_total_blank", {{"what", what}});
    add(1, "explain_sum",
        {{"what", what},
         {"count", static_cast<std::int64_t>(circular_.districts.size())},
         {"value", exact_text(*derivation.value)}});
  }

  void say_formula(const Derivation& derivation, int depth) {
    const formula::Expression& formula = *derivation.formula;
    add(depth, "explain_formula",
        {{"what", text_of(derivation.column)},
         {"name", described(derivation).name.value},
         {"formula", formula_text(formula)}},
        formula::beginning(formula));
    if (!formula::names(formula).empty()) {
      add(depth + 1, "explain_filled_in", {{"formula", filled(formula)}});
    }
    const bool is_one = is_one_rounding(derivation);
    for (const RoundingStep& step : derivation.roundings) {
      if (!is_one) {
        add(depth + 1, "explain_part",
            {{"formula", filled(*step.rounding->operand)}, {"value", exact_text(step.before)}});
      } else {
        add(depth + 1, "explain_before", {{"value", exact_text(step.before)}});
      }
      add(depth + 1, rounding_id(step.rounding->mode),
          {{"decimals", std::int64_t{step.rounding->decimals}},
           {"value", form::shown(step.after, {std::max(step.rounding->decimals, 0), true,
                                              thai::Digits::arabic, ""})}});
    }
    if (is_one) return;
    add(depth + 1, derivation.roundings.empty() ? "explain_exact" : "explain_result",
        {{"value", exact_text(*derivation.value)}});
  }

  std::string filled(const formula::Expression& formula) const {
    return filled_in(circular_, plan_, formula, row_);
  }

  // Where a cell shows fewer digits than it holds.
  void say_shown(std::size_t column) {
    const auto value = value_of(plan_, column, row_);
    const int decimals = plan_.columns[column].decimals;
    if (!value || value->rounded(decimals, Rounding::half_up) == *value) return;
    add(1, "explain_shown",
        {{"value", form::shown(*value, {decimals, true, thai::Digits::arabic, ""})},
         {"decimals", std::int64_t{decimals}}});
  }

  void say_cells(const std::vector<Place>& cells, bool is_number) {
    for (const Place& place : cells) {
      add(1, "explain_cell",
          {{"file", place.file},
           {"sheet", place.sheet},
           {"cell", document::cell_name(place.cell)}});
    }
    if (cells.empty() && is_number) add(1, "explain_no_cell", {});
  }

  const model::Circular& circular_;
  const plan::Plan& plan_;
  const Row row_;
  Explanation lines_;
};

}  // namespace

Explanation explain_column(const model::Circular& circular, const plan::Plan& plan,
                           const form::Templates& templates, std::size_t column, Row row) {
  return ColumnExplaining(circular, plan, row).run(templates, column);
}

}  // namespace chiwat::explain
