#include "review/bounds.hpp"

#include <algorithm>
#include <type_traits>
#include <variant>

#include "formula/evaluate.hpp"
#include "review/shown_texts.hpp"

namespace chiwat::review {
namespace {

using formula::Comparison;
using formula::Expression;
using formula::Operand;

Comparison mirrored(Comparison op) {
  switch (op) {
    case Comparison::less:
      return Comparison::greater;
    case Comparison::less_equal:
      return Comparison::greater_equal;
    case Comparison::greater:
      return Comparison::less;
    case Comparison::greater_equal:
      return Comparison::less_equal;
    case Comparison::equal:
    case Comparison::not_equal:
      break;
  }
  return op;
}

// The parts of a node.
std::vector<Operand> operands(const Expression& expression) {
  return std::visit(
      [](const auto& node) -> std::vector<Operand> {
        if constexpr (requires { node.left; }) {
          return {node.left, node.right};
        } else if constexpr (requires { node.operands; }) {
          return node.operands;
        } else if constexpr (requires { node.condition; }) {
          return {node.condition, node.yes, node.no};
        } else if constexpr (requires { node.operand; }) {
          return {node.operand};
        } else {
          return {};
        }
      },
      expression.node);
}

void gather(const Operand& expression, std::vector<Operand>& found) {
  if (std::holds_alternative<formula::Binary<Comparison>>(expression->node)) {
    found.push_back(expression);
  }
  for (const Operand& part : operands(*expression)) gather(part, found);
}

void gather(const Expression& expression, std::vector<formula::Literal>& found) {
  if (const auto* literal = std::get_if<formula::Literal>(&expression.node)) {
    found.push_back(*literal);
  }
  for (const Operand& part : operands(expression)) gather(*part, found);
}

bool is_percent(const Expression& expression) {
  const auto* literal = std::get_if<formula::Literal>(&expression.node);
  return literal && literal->percent;
}

// The names and truths that a condition asks for, comparable as a whole.
std::vector<std::string> asked(const model::Level& level) {
  std::vector<std::string> result;
  for (const auto& used : formula::names(*level.condition)) result.push_back(used.value);
  std::ranges::sort(result);
  return result;
}

}  // namespace

std::optional<Bound> bound_of(const Expression& comparison) {
  const auto* binary = std::get_if<formula::Binary<Comparison>>(&comparison.node);
  if (!binary) return std::nullopt;
  const Expression *left = binary->left.get(), *right = binary->right.get();
  Comparison op = binary->op;
  if (!std::holds_alternative<formula::Name>(left->node)) {
    std::swap(left, right);
    op = mirrored(op);
  }
  const auto* name = std::get_if<formula::Name>(&left->node);
  const auto value = formula::constant(*right);
  if (!name || !value) return std::nullopt;
  return Bound{name->name, op, *value, is_percent(*right)};
}

std::vector<Operand> comparisons(const Operand& expression) {
  std::vector<Operand> found;
  if (expression) gather(expression, found);
  return found;
}

std::vector<formula::Literal> literals(const Expression& expression) {
  std::vector<formula::Literal> found;
  gather(expression, found);
  return found;
}

std::vector<Bound> bounds(const model::Level& level) {
  std::vector<Bound> result;
  for (const Operand& comparison : comparisons(level.condition)) {
    if (auto bound = bound_of(*comparison)) result.push_back(std::move(*bound));
  }
  return result;
}

bool are_alike(const model::Level& a, const model::Level& b) {
  const auto of_a = bounds(a), of_b = bounds(b);
  return asked(a) == asked(b) && std::ranges::is_permutation(of_a, of_b) &&
         comparisons(a.condition).size() == of_a.size() &&
         comparisons(b.condition).size() == of_b.size();
}

std::vector<const model::Level*> from_highest(const model::Round& round) {
  std::vector<const model::Level*> result;
  for (const model::Level& level : round.levels) result.push_back(&level);
  std::ranges::stable_sort(
      result, [](const auto* a, const auto* b) { return a->points.value > b->points.value; });
  return result;
}

std::string named(const model::Level& level) {
  const std::string points = shown(level.points.value);
  return level.name ? points + " (" + level.name->value + ")" : points;
}

std::string in_words(const Bound& bound) {
  return bound.percent ? shown(bound.value * 100) + "%" : shown(bound.value);
}

const model::Quantity* find_quantity(const model::Circular& circular, const std::string& name) {
  const auto found = std::ranges::find_if(
      circular.quantities, [&](const auto& quantity) { return quantity.name.value == name; });
  return found == circular.quantities.end() ? nullptr : &*found;
}

std::string named(const model::Circular& circular, const std::string& quantity) {
  const model::Quantity* found = find_quantity(circular, quantity);
  return found && found->label ? found->label->value : quantity;
}

}  // namespace chiwat::review
