#include "formula/check.hpp"

#include <algorithm>

#include "formula/evaluate.hpp"

namespace chiwat::formula {
namespace {

class Checker {
 public:
  Checker(const std::function<Type(const std::string&)>& type_of, Diagnostics& diagnostics)
      : type_of_(type_of), diagnostics_(diagnostics) {}

  Type type(const Expression& expression) {
    return std::visit([&](const auto& node) { return of(node); }, expression.node);
  }

 private:
  void expect(Type wanted, const Operand& operand) {
    if (type(*operand) == wanted) return;
    diagnostics_.error(operand->origin, wanted == Type::number ? "formula_number_expected"
                                                               : "formula_truth_expected");
  }

  Type of(const Literal&) { return Type::number; }
  Type of(const Name& name) { return type_of_(name.name); }
  Type of(const Negative& negative) {
    expect(Type::number, negative.operand);
    return Type::number;
  }
  Type of(const Not& negation) {
    expect(Type::truth, negation.operand);
    return Type::truth;
  }
  Type of(const Binary<Arithmetic>& binary) {
    expect(Type::number, binary.left);
    const int before = diagnostics_.error_count();
    expect(Type::number, binary.right);
    if (binary.op != Arithmetic::divide || diagnostics_.error_count() > before) return Type::number;
    const auto divisor = constant(*binary.right);
    if (divisor && divisor->is_zero()) {
      diagnostics_.error(binary.right->origin, "formula_divides_by_zero");
    }
    return Type::number;
  }
  Type of(const Binary<Comparison>& binary) {
    expect(Type::number, binary.left);
    expect(Type::number, binary.right);
    return Type::truth;
  }
  Type of(const Binary<Logic>& binary) {
    expect(Type::truth, binary.left);
    expect(Type::truth, binary.right);
    return Type::truth;
  }
  Type of(const Rounded& rounded) {
    expect(Type::number, rounded.operand);
    return Type::number;
  }
  Type of(const Choice& choice) {
    for (const Operand& operand : choice.operands) expect(Type::number, operand);
    return Type::number;
  }
  Type of(const Conditional& conditional) {
    expect(Type::truth, conditional.condition);
    const Type yes = type(*conditional.yes);
    expect(yes, conditional.no);
    return yes;
  }

  const std::function<Type(const std::string&)>& type_of_;
  Diagnostics& diagnostics_;
};

// Beyond this a product with a baseline in baht would leave the 53 bits of a binary integer.
const Number kLargestDenominator(1'000'000);

using Denominator = std::optional<Number>;

class Denominators {
 public:
  explicit Denominators(const std::function<Denominator(const std::string&)>& denominator_of)
      : denominator_of_(denominator_of) {}

  Denominator of(const Expression& expression) const {
    Denominator result = std::visit([&](const auto& node) { return at(node); }, expression.node);
    if (result && *result > kLargestDenominator) return std::nullopt;
    return result;
  }

 private:
  Denominator of(const Operand& operand) const { return of(*operand); }

  Denominator least_common(const Operand& left, const Operand& right) const {
    const Denominator a = of(left);
    const Denominator b = of(right);
    if (!a || !b) return std::nullopt;
    return *a * *b / Number::greatest_common_divisor(*a, *b);
  }

  Denominator at(const Literal& literal) const { return Number::power_of_ten(literal.places); }
  Denominator at(const Name& name) const { return denominator_of_(name.name); }
  Denominator at(const Negative& negative) const { return of(negative.operand); }
  Denominator at(const Not&) const { return std::nullopt; }
  Denominator at(const Binary<Comparison>&) const { return std::nullopt; }
  Denominator at(const Binary<Logic>&) const { return std::nullopt; }
  Denominator at(const Binary<Arithmetic>& binary) const {
    if (binary.op == Arithmetic::divide) return quotient(binary);
    if (binary.op != Arithmetic::multiply) return least_common(binary.left, binary.right);
    const Denominator a = of(binary.left);
    const Denominator b = of(binary.right);
    if (!a || !b) return std::nullopt;
    return *a * *b;
  }
  Denominator quotient(const Binary<Arithmetic>& binary) const {
    const Denominator left = of(binary.left);
    const auto divisor = constant(*binary.right);
    if (!left || !divisor || divisor->is_zero()) return std::nullopt;
    const Number size = *divisor < Number(0) ? -*divisor : *divisor;
    return *left * size.numerator();
  }
  Denominator at(const Rounded& rounded) const {
    return Number::power_of_ten(std::max(rounded.decimals, 0));
  }
  Denominator at(const Choice& choice) const {
    Denominator result = Number(1);
    for (const Operand& operand : choice.operands) {
      const Denominator one = of(operand);
      if (!one) return std::nullopt;
      result = *result * *one / Number::greatest_common_divisor(*result, *one);
    }
    return result;
  }
  Denominator at(const Conditional& conditional) const {
    return least_common(conditional.yes, conditional.no);
  }

  const std::function<Denominator(const std::string&)>& denominator_of_;
};

}  // namespace

std::optional<Type> check(const Expression& expression,
                          const std::function<Type(const std::string&)>& type_of,
                          Diagnostics& diagnostics) {
  const int before = diagnostics.error_count();
  const Type type = Checker(type_of, diagnostics).type(expression);
  if (diagnostics.error_count() > before) return std::nullopt;
  return type;
}

std::optional<Number> common_denominator(
    const Expression& expression,
    const std::function<std::optional<Number>(const std::string&)>& denominator_of) {
  return Denominators(denominator_of).of(expression);
}

}  // namespace chiwat::formula
