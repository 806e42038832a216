#include "formula/denominator.hpp"

#include <algorithm>

#include "formula/evaluate.hpp"

namespace chiwat::formula {
namespace {

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

std::optional<Number> common_denominator(
    const Expression& expression,
    const std::function<std::optional<Number>(const std::string&)>& denominator_of) {
  return Denominators(denominator_of).of(expression);
}

}  // namespace chiwat::formula
