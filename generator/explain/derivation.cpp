#include "explain/derivation.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <variant>

#include "formula/evaluate.hpp"

namespace chiwat::explain {
namespace {

using formula::Expression;
using formula::Operand;
using ValueOf = std::function<formula::Value(const std::string&)>;

std::optional<formula::Value> evaluated(const Expression& expression, const ValueOf& value_of) {
  const auto result = formula::evaluate(expression, value_of);
  const auto* value = std::get_if<formula::Value>(&result);
  return value ? std::optional(*value) : std::nullopt;
}

// Walks the parts of a formula that its value comes from, and keeps the roundings among them.
class Roundings {
 public:
  explicit Roundings(const ValueOf& value_of) : value_of_(value_of) {}

  void add(const Operand& operand) {
    std::visit([&](const auto& node) { inside(node); }, operand->node);
    const auto* rounded = std::get_if<formula::Rounded>(&operand->node);
    if (!rounded) return;
    const auto before = evaluated(*rounded->operand, value_of_);
    const auto after = evaluated(*operand, value_of_);
    if (!before || !after) return;
    found.push_back({rounded, std::get<Number>(*before), std::get<Number>(*after)});
  }

  std::vector<RoundingStep> found;

 private:
  void inside(const formula::Literal&) {}
  void inside(const formula::Name&) {}
  void inside(const formula::Negative& negative) { add(negative.operand); }
  void inside(const formula::Not& negation) { add(negation.operand); }
  void inside(const formula::Rounded& rounded) { add(rounded.operand); }
  void inside(const formula::Choice& choice) {
    for (const Operand& operand : choice.operands) add(operand);
  }
  void inside(const formula::Conditional& conditional) {
    add(conditional.condition);
    const auto holds = evaluated(*conditional.condition, value_of_);
    if (holds) add(std::get<bool>(*holds) ? conditional.yes : conditional.no);
  }
  template <class Operator>
  void inside(const formula::Binary<Operator>& binary) {
    add(binary.left);
    add(binary.right);
  }

  const ValueOf& value_of_;
};

const model::Override* override_of(const model::Column& column, Row row) {
  if (!row) return column.total_override ? &*column.total_override : nullptr;
  const auto found = column.overrides.find(*row);
  return found == column.overrides.end() ? nullptr : &found->second;
}

// Whether every name in the formula is a number in this row.
bool can_be_evaluated(const model::Circular& circular, const plan::Plan& plan,
                      const Expression& formula, Row row) {
  return std::ranges::all_of(named_columns(circular, formula), [&](std::size_t named) {
    return value_of(plan, named, row).has_value();
  });
}

}  // namespace

std::size_t find_column(const model::Circular& circular, const std::string& name) {
  const auto found = std::ranges::find(circular.columns, name,
                                       [](const auto& column) { return column.name.value; });
  return static_cast<std::size_t>(found - circular.columns.begin());
}

std::optional<Number> value_of(const plan::Plan& plan, std::size_t column, Row row) {
  const plan::ColumnValues& values = plan.columns[column];
  return row ? std::optional(values.districts[*row]) : values.total;
}

std::vector<std::size_t> named_columns(const model::Circular& circular, const Expression& formula) {
  std::vector<std::size_t> columns;
  for (const auto& used : formula::names(formula)) {
    const std::size_t column = find_column(circular, used.value);
    if (std::ranges::find(columns, column) == columns.end()) columns.push_back(column);
  }
  return columns;
}

Derivation derive(const model::Circular& circular, const plan::Plan& plan, std::size_t index,
                  Row row) {
  const model::Column& column = circular.columns[index];
  Derivation result;
  result.column = index;
  result.row = row;
  result.value = value_of(plan, index, row);
  result.by_hand = override_of(column, row);
  const bool is_rule = row || std::holds_alternative<model::RuleOnTotals>(column.total);
  if (!column.definition || !is_rule) return result;
  result.formula = column.definition;
  if (!can_be_evaluated(circular, plan, *column.definition, row)) return result;
  const ValueOf lookup = [&](const std::string& name) -> formula::Value {
    return *value_of(plan, find_column(circular, name), row);
  };
  if (const auto value = evaluated(*column.definition, lookup)) {
    result.by_formula = std::get<Number>(*value);
  }
  Roundings roundings(lookup);
  roundings.add(column.definition);
  result.roundings = std::move(roundings.found);
  return result;
}

std::vector<Derivation> chain(const model::Circular& circular, const plan::Plan& plan,
                              std::size_t column, Row row) {
  std::vector<Derivation> result;
  std::set<std::size_t> seen;
  const std::function<void(std::size_t)> visit = [&](std::size_t index) {
    if (!seen.insert(index).second) return;
    Derivation own = derive(circular, plan, index, row);
    if (own.formula && !own.by_hand) {
      for (const std::size_t named : named_columns(circular, *own.formula)) visit(named);
    }
    result.push_back(std::move(own));
  };
  visit(column);
  return result;
}

}  // namespace chiwat::explain
