#include "formula/evaluate.hpp"

#include <algorithm>

namespace chiwat::formula {
namespace {

// Thrown and caught in this file only: a division by zero ends the whole evaluation.
struct Stop {
  Origin origin;
};

class Evaluator {
 public:
  explicit Evaluator(const std::function<Value(const std::string&)>& value_of)
      : value_of_(value_of) {}

  Value value(const Expression& expression) const {
    return std::visit([&](const auto& node) { return of(node, expression.origin); },
                      expression.node);
  }

 private:
  Number number(const Operand& operand) const { return std::get<Number>(value(*operand)); }
  bool truth(const Operand& operand) const { return std::get<bool>(value(*operand)); }

  Value of(const Literal& literal, const Origin&) const { return literal.value; }
  Value of(const Name& name, const Origin&) const { return value_of_(name.name); }
  Value of(const Negative& negative, const Origin&) const { return -number(negative.operand); }
  Value of(const Not& negation, const Origin&) const { return !truth(negation.operand); }

  Value of(const Binary<Arithmetic>& binary, const Origin& origin) const {
    const Number left = number(binary.left);
    const Number right = number(binary.right);
    switch (binary.op) {
      case Arithmetic::add:
        return left + right;
      case Arithmetic::subtract:
        return left - right;
      case Arithmetic::multiply:
        return left * right;
      case Arithmetic::divide:
        break;
    }
    if (right.is_zero()) throw Stop{origin};
    return left / right;
  }

  Value of(const Binary<Comparison>& binary, const Origin&) const {
    const auto order = number(binary.left) <=> number(binary.right);
    switch (binary.op) {
      case Comparison::less:
        return order < 0;
      case Comparison::less_equal:
        return order <= 0;
      case Comparison::greater:
        return order > 0;
      case Comparison::greater_equal:
        return order >= 0;
      case Comparison::equal:
        return order == 0;
      case Comparison::not_equal:
        break;
    }
    return order != 0;
  }

  Value of(const Binary<Logic>& binary, const Origin&) const {
    if (binary.op == Logic::both) return truth(binary.left) && truth(binary.right);
    return truth(binary.left) || truth(binary.right);
  }

  Value of(const Rounded& rounded, const Origin&) const {
    return number(rounded.operand).rounded(rounded.decimals, rounded.mode);
  }

  Value of(const Choice& choice, const Origin&) const {
    Number chosen = number(choice.operands.front());
    for (std::size_t i = 1; i < choice.operands.size(); ++i) {
      const Number other = number(choice.operands[i]);
      chosen =
          choice.extreme == Extreme::smallest ? std::min(chosen, other) : std::max(chosen, other);
    }
    return chosen;
  }

  Value of(const Conditional& conditional, const Origin&) const {
    return value(truth(conditional.condition) ? *conditional.yes : *conditional.no);
  }

  const std::function<Value(const std::string&)>& value_of_;
};

}  // namespace

std::variant<Value, DivisionByZero> evaluate(
    const Expression& expression, const std::function<Value(const std::string&)>& value_of) {
  try {
    return Evaluator(value_of).value(expression);
  } catch (const Stop& stop) {
    return DivisionByZero{stop.origin};
  }
}

std::optional<Number> constant(const Expression& expression) {
  if (!names(expression).empty()) return std::nullopt;
  const auto result = evaluate(expression, [](const std::string&) -> Value { return false; });
  const auto* value = std::get_if<Value>(&result);
  const auto* number = value ? std::get_if<Number>(value) : nullptr;
  if (!number) return std::nullopt;
  return *number;
}

}  // namespace chiwat::formula
