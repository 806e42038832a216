#include "plan/requirements.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "formula/expression.hpp"

namespace chiwat::plan {
namespace {

using formula::Arithmetic;
using formula::Binary;
using formula::Comparison;
using formula::Expression;
using formula::Logic;
using formula::Operand;

template <class Node>
Operand made(Node node, const Origin& origin) {
  return std::make_shared<const Expression>(Expression{std::move(node), origin});
}

const model::Quantity* find_quantity(const model::Circular& circular, const std::string& name) {
  const auto found = std::ranges::find_if(
      circular.quantities, [&](const auto& quantity) { return quantity.name.value == name; });
  return found == circular.quantities.end() ? nullptr : &*found;
}

// Solves `expression = target` for the one result in it.
class Solver {
 public:
  Solver(const model::Circular& circular, const RoundScore& round)
      : circular_(circular), round_(round) {}

  struct Solution {
    std::size_t result;  // index into RoundScore::results
    Operand amount;
  };

  std::optional<Solution> solve(const Operand& expression, const Operand& target) const {
    if (const auto* name = std::get_if<formula::Name>(&expression->node)) {
      return of_name(*name, target);
    }
    const auto* binary = std::get_if<Binary<Arithmetic>>(&expression->node);
    if (!binary || depends(*binary->left) == depends(*binary->right)) return std::nullopt;
    const auto join = [&](Arithmetic op, const Operand& other) {
      return made(Binary<Arithmetic>{op, target, other}, target->origin);
    };
    const bool on_left = depends(*binary->left);
    switch (binary->op) {
      case Arithmetic::add:
        return on_left ? solve(binary->left, join(Arithmetic::subtract, binary->right))
                       : solve(binary->right, join(Arithmetic::subtract, binary->left));
      case Arithmetic::multiply:
        return on_left ? solve(binary->left, join(Arithmetic::divide, binary->right))
                       : solve(binary->right, join(Arithmetic::divide, binary->left));
      case Arithmetic::subtract:
        if (on_left) return solve(binary->left, join(Arithmetic::add, binary->right));
        return std::nullopt;
      case Arithmetic::divide:
        break;
    }
    if (on_left) return solve(binary->left, join(Arithmetic::multiply, binary->right));
    return std::nullopt;
  }

  // Whether a result stands in it, directly or through a measure.
  bool depends(const Expression& expression) const {
    return std::ranges::any_of(formula::names(expression), [&](const auto& used) {
      const model::Quantity* quantity = find_quantity(circular_, used.value);
      return quantity && (!quantity->definition || depends(*quantity->definition));
    });
  }

 private:
  std::optional<Solution> of_name(const formula::Name& name, const Operand& target) const {
    const model::Quantity* quantity = find_quantity(circular_, name.name);
    if (!quantity || quantity->is_truth) return std::nullopt;
    if (quantity->definition) return solve(quantity->definition, target);
    const auto index = static_cast<std::size_t>(quantity - circular_.quantities.data());
    const auto found = std::ranges::find(round_.results, index);
    return Solution{static_cast<std::size_t>(found - round_.results.begin()), target};
  }

  const model::Circular& circular_;
  const RoundScore& round_;
};

void flatten(const Operand& condition, std::vector<Operand>& parts) {
  const auto* both = std::get_if<Binary<Logic>>(&condition->node);
  if (!both || both->op != Logic::both) return parts.push_back(condition);
  flatten(both->left, parts);
  flatten(both->right, parts);
}

// The smallest amount, in whole units of its last decimal, that is at least (or more than) `bound`.
Operand least_amount(const Operand& bound, int decimals, bool or_equal) {
  if (or_equal) {
    return made(formula::Rounded{bound, decimals, Rounding::ceiling}, bound->origin);
  }
  const Operand below = made(formula::Rounded{bound, decimals, Rounding::floor}, bound->origin);
  const Operand step =
      made(formula::Literal{Number::power_of_ten(-decimals), decimals, false}, bound->origin);
  return made(Binary<Arithmetic>{Arithmetic::add, below, step}, bound->origin);
}

Requirement requirement(const model::Circular& circular, const RoundScore& round,
                        const Operand& condition) {
  Requirement result{condition, std::nullopt, nullptr};
  if (const auto* name = std::get_if<formula::Name>(&condition->node)) {
    for (std::size_t i = 0; i < round.results.size(); ++i) {
      if (circular.quantities[round.results[i]].name.value == name->name) result.result = i;
    }
    return result;
  }
  const auto* comparison = std::get_if<Binary<Comparison>>(&condition->node);
  if (!comparison) return result;
  Operand more = comparison->left, bound = comparison->right;
  Comparison op = comparison->op;
  if (op == Comparison::less || op == Comparison::less_equal) {
    std::swap(more, bound);
    op = op == Comparison::less ? Comparison::greater : Comparison::greater_equal;
  }
  const bool or_equal = op == Comparison::greater_equal;
  const Solver solver(circular, round);
  if ((!or_equal && op != Comparison::greater) || solver.depends(*bound)) return result;
  if (const auto solution = solver.solve(more, bound)) {
    result.result = solution->result;
    result.least = least_amount(solution->amount, round.decimals[solution->result], or_equal);
  }
  return result;
}

bool holds(const Operand& condition,
           const std::function<formula::Value(const std::string&)>& value_of) {
  const auto result = formula::evaluate(*condition, value_of);
  const auto* value = std::get_if<formula::Value>(&result);
  return value && std::get<bool>(*value);
}

}  // namespace

std::vector<Requirement> requirements(const model::Circular& circular, const RoundScore& round,
                                      const model::Level& level) {
  std::vector<Operand> parts;
  if (level.condition) flatten(level.condition, parts);
  std::vector<Requirement> result;
  for (const Operand& part : parts) result.push_back(requirement(circular, round, part));
  return result;
}

Gap gap(const Requirement& requirement, const RoundScore& round, const model::Circular& circular,
        const std::function<formula::Value(const std::string&)>& value_of) {
  if (holds(requirement.condition, value_of)) return {};
  if (!requirement.least) return {false, 0};
  const auto least = formula::evaluate(*requirement.least, value_of);
  const auto* value = std::get_if<formula::Value>(&least);
  if (!value) return {false, 0};
  const std::size_t quantity = round.results[*requirement.result];
  const auto& name = circular.quantities[quantity].name.value;
  return {false, std::get<Number>(*value) - std::get<Number>(value_of(name))};
}

}  // namespace chiwat::plan
