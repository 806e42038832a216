#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>

#include "formula/evaluate.hpp"
#include "formula/expression.hpp"
#include "plan/plan.hpp"

namespace chiwat::plan {
namespace {

using model::Column;

class Evaluation {
 public:
  Evaluation(const std::vector<model::Text>& districts, const std::vector<Column>& columns,
             Diagnostics& diagnostics)
      : districts_(districts), columns_(columns), diagnostics_(diagnostics) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      index_.emplace(columns[i].name.value, i);
    }
  }

  Plan run() {
    for (const Column& column : columns_) {
      ColumnValues values;
      for (std::size_t i = 0; i < districts_.size(); ++i) {
        values.districts.push_back(district_value(column, i));
        values.sum += values.districts.back();
      }
      values.rule = rule_value(column);
      values.total = total(column, values);
      report_too_large(column, values);
      values.decimals = decimals(column, values);
      plan_.columns.push_back(std::move(values));
    }
    return std::move(plan_);
  }

 private:
  static constexpr int kMostUnasked = 2;  // decimals shown where the description asks for none

  using Lookup = std::function<const Number&(const ColumnValues&)>;

  Number district_value(const Column& column, std::size_t district) {
    if (!column.definition) return column.baseline[district].value;
    const auto entry = column.overrides.find(district);
    if (entry != column.overrides.end()) return entry->second.value;
    const auto result = apply(*column.definition, [&](const ColumnValues& values) -> const Number& {
      return values.districts[district];
    });
    if (const auto* zero = std::get_if<formula::DivisionByZero>(&result)) {
      const auto& name = districts_[district];
      diagnostics_
          .error(zero->origin, "division_by_zero",
                 {{"column", column.name.value}, {"district", name.value}})
          .note(name.origin, "district_here");
      return {};
    }
    return std::get<Number>(std::get<formula::Value>(result));
  }

  // Of a column the first such value, since the others are hardly smaller.
  void report_too_large(const Column& column, const ColumnValues& values) const {
    const auto found = std::ranges::find_if(values.districts, is_too_large);
    if (found != values.districts.end()) {
      const auto& name = districts_[static_cast<std::size_t>(found - values.districts.begin())];
      diagnostics_
          .error(column.name.origin, "value_too_large",
                 {{"column", column.name.value}, {"district", name.value}})
          .note(name.origin, "district_here");
    } else if (values.rule && is_too_large(*values.rule)) {
      diagnostics_.error(column.name.origin, "total_too_large", {{"column", column.name.value}});
    }
  }

  static bool is_too_large(const Number& value) {
    static const Number kUsual = Number::power_of_ten(15);  // compared at once, unlike the other
    static const Number kLargest = Number::power_of_ten(300);
    const auto within = [&](const Number& bound) { return value <= bound && -value <= bound; };
    return !within(kUsual) && !within(kLargest);
  }

  std::optional<Number> rule_value(const Column& column) {
    if (!column.definition) return std::nullopt;
    for (const auto& used : formula::names(*column.definition)) {
      if (!values_of(used.value).total) return std::nullopt;
    }
    const auto result = apply(*column.definition, [](const ColumnValues& values) -> const Number& {
      return *values.total;
    });
    if (std::holds_alternative<formula::DivisionByZero>(result)) return std::nullopt;
    return std::get<Number>(std::get<formula::Value>(result));
  }

  std::optional<Number> total(const Column& column, const ColumnValues& values) {
    if (column.total_override) return column.total_override->value;
    if (std::holds_alternative<model::SumOfRows>(column.total)) return values.sum;
    if (!std::holds_alternative<model::RuleOnTotals>(column.total)) return std::nullopt;
    if (!values.rule) {
      diagnostics_.error(column.name.origin, "total_division_by_zero",
                         {{"column", column.name.value}});
    }
    return values.rule;
  }

  // The decimals of what is set by hand, none at least.
  static int most_by_hand(const Column& column) {
    int most = 0;
    for (const auto& [district, entry] : column.overrides) {
      most = std::max(most, std::min(entry.value.decimals().value_or(0), kMostUnasked));
    }
    return most;
  }

  static int decimals(const Column& column, const ColumnValues& values) {
    if (column.decimals) return *column.decimals;
    if (const auto* rounded =
            column.definition ? std::get_if<formula::Rounded>(&column.definition->node) : nullptr) {
      return std::max(rounded->decimals, most_by_hand(column));
    }
    int most = most_by_hand(column);
    for (const Number& value : values.districts) {
      most = std::max(most, value.decimals().value_or(kMostUnasked));
    }
    return std::min(most, kMostUnasked);
  }

  std::variant<formula::Value, formula::DivisionByZero> apply(const formula::Expression& expression,
                                                              const Lookup& choose) const {
    return formula::evaluate(expression, [&](const std::string& name) -> formula::Value {
      return choose(values_of(name));
    });
  }

  const ColumnValues& values_of(const std::string& name) const {
    return plan_.columns[index_.at(name)];
  }

  const std::vector<model::Text>& districts_;
  const std::vector<Column>& columns_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, std::size_t> index_;  // of columns, by name
  Plan plan_;
};

// A table may ask for the rule where the column itself does not.
void check_headings(const std::vector<model::Heading>& headings, const model::Circular& circular,
                    const Plan& plan, Diagnostics& diagnostics) {
  for (const model::Heading& heading : headings) {
    check_headings(heading.parts, circular, plan, diagnostics);
    const auto* shown =
        heading.content ? std::get_if<model::ShownColumn>(&*heading.content) : nullptr;
    if (!shown || !shown->total || plan.columns[shown->column].rule) continue;
    if (!std::holds_alternative<model::RuleOnTotals>(*shown->total)) continue;
    diagnostics.error(heading.text.origin, "total_division_by_zero",
                      {{"column", circular.columns[shown->column].name.value}});
  }
}

}  // namespace

std::optional<Plan> evaluate(const model::Circular& circular, Diagnostics& diagnostics) {
  const int before = diagnostics.error_count();
  Plan plan = Evaluation(circular.districts, circular.columns, diagnostics).run();
  for (const model::Attachment& attachment : circular.attachments) {
    for (const model::Table& table : attachment.tables) {
      check_headings(table.headings, circular, plan, diagnostics);
    }
  }
  if (diagnostics.error_count() > before) return std::nullopt;
  return plan;
}

void report_divisions(const model::IntactColumns& intact, Diagnostics& diagnostics) {
  Evaluation(intact.districts, intact.columns, diagnostics).run();
}

}  // namespace chiwat::plan
