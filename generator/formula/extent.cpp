#include "formula/extent.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "formula/evaluate.hpp"

namespace chiwat::formula {
namespace {

constexpr std::int64_t kDeepest = 64;
constexpr std::int64_t kEndless = 1'000'000;  // sizes stop here

constexpr std::int64_t kSign = 2;         // of an operation; "<>" is the longest
constexpr std::int64_t kParentheses = 2;  // around an operand
constexpr std::int64_t kFunction = 7;     // "ROUND(" and ")"

// Of a positive factor: none for 1, which is not written.
std::int64_t size(const Number& factor) {
  if (factor == Number(1)) return 0;
  return static_cast<std::int64_t>(factor.to_string().size()) + 1;
}

Number common_multiple(const Number& a, const Number& b) {
  return a / Number::greatest_common_divisor(a, b) * b;
}

Extent limited(Extent e) {
  if (size(e.divisor) > kLongestFormula) {
    e.numerator = kEndless;
    e.divisor = 1;
  }
  e.numerator = std::min(e.numerator, kEndless);
  e.denominator = std::min(e.denominator, kEndless);
  e.depth = std::min(e.depth, kEndless);
  return e;
}

// The depth where only a product may stand without parentheses.
std::int64_t depth_as_factor(const Extent& e) {
  return e.depth + (e.is_sum ? 1 : 0);
}
std::int64_t depth_as_factors(const Extent& a, const Extent& b) {
  return std::max(depth_as_factor(a), depth_as_factor(b));
}

Extent product(const Extent& a, const Extent& b) {
  const auto factors = [](std::int64_t x, std::int64_t y) {
    return x == 0 || y == 0 ? x + y : x + y + kSign + 2 * kParentheses;
  };
  return {factors(a.numerator, b.numerator), factors(a.denominator, b.denominator),
          a.divisor * b.divisor, depth_as_factors(a, b), false};
}

Extent sum(const Extent& a, const Extent& b) {
  const Number divisor = common_multiple(a.divisor, b.divisor);
  const std::int64_t right_depth = depth_as_factor(b);
  if (a.denominator == 0 && b.denominator == 0) {
    const bool left_is_factor = !(a.divisor == divisor);
    return {a.numerator + size(divisor / a.divisor) + b.numerator + size(divisor / b.divisor) +
                kSign + 2 * kParentheses,
            0, divisor, std::max(left_is_factor ? depth_as_factor(a) : a.depth, right_depth), true};
  }
  // a/(p*x) + b/(q*y) is (a*q*y + b*p*x) / (p*q*x*y).
  const Extent left = product(a, {b.denominator + size(b.divisor), 0, 1, 0, b.is_sum});
  const Extent right = product(b, {a.denominator + size(a.divisor), 0, 1, 0, a.is_sum});
  const Extent below = product(a, b);
  return {left.numerator + right.numerator + kSign + kParentheses, below.denominator, below.divisor,
          depth_as_factors(a, b), true};
}

// A function of some texts, which may be brought over one divisor that stands behind it.
Extent call(const std::vector<Extent>& operands) {
  Extent all{kFunction, 0, 1, 0, false};
  for (const Extent& operand : operands) {
    all.divisor = common_multiple(all.divisor, operand.divisor);
    all.depth = std::max(all.depth, depth_as_factor(operand) + 1);
  }
  for (const Extent& operand : operands) {
    all.numerator += operand.length() + size(all.divisor / operand.divisor) + kSign + kParentheses;
  }
  return all;
}

class Measure {
 public:
  explicit Measure(const std::function<Extent(const std::string&)>& extent_of)
      : extent_of_(extent_of) {}

  Extent of(const Expression& expression) const {
    return limited(std::visit([&](const auto& node) { return at(node); }, expression.node));
  }

 private:
  Extent of(const Operand& operand) const { return of(*operand); }

  static Extent at(const Literal& literal) {
    const Number divisor = Number::power_of_ten(literal.places);
    const Number coefficient = literal.value * divisor;
    return {static_cast<std::int64_t>(coefficient.to_string().size()), 0, divisor, 0, false};
  }
  Extent at(const Name& name) const { return extent_of_(name.name); }
  Extent at(const Negative& negative) const {
    return product({1, 0, 1, 0, false}, of(negative.operand));
  }
  Extent at(const Not& negation) const { return call({of(negation.operand)}); }
  Extent at(const Binary<Comparison>& binary) const {
    return call({of(binary.left), of(binary.right)});
  }
  Extent at(const Binary<Logic>& binary) const { return call({of(binary.left), of(binary.right)}); }

  Extent at(const Binary<Arithmetic>& binary) const {
    const Extent left = of(binary.left);
    const Extent right = of(binary.right);
    if (binary.op == Arithmetic::multiply) return product(left, right);
    if (binary.op != Arithmetic::divide) return sum(left, right);
    Extent reciprocal{right.denominator + size(right.divisor), right.numerator, 1, right.depth,
                      right.is_sum};
    if (const auto divisor = constant(*binary.right)) {
      reciprocal.denominator = 0;
      reciprocal.divisor = *divisor < Number(0) ? -divisor->numerator() : divisor->numerator();
    }
    return product(left, reciprocal);
  }

  // The longest is IF(P-Q*INT(P/Q)=Q/2,2*ROUND(P/(2*Q),0),ROUND(P/Q,0)).
  Extent at(const Rounded& rounded) const {
    const Extent inner = of(rounded.operand);
    const std::int64_t above = inner.numerator + std::abs(rounded.decimals) + kSign + kParentheses;
    const std::int64_t below = inner.length() - inner.numerator + std::abs(rounded.decimals);
    const bool may_tie = rounded.mode == Rounding::half_even || rounded.mode == Rounding::half_down;
    const std::int64_t decimals = std::abs(rounded.decimals) + kSign;
    return {may_tie ? 4 * above + 5 * below + 60 + decimals : above + below + 10 + decimals, 0,
            Number::power_of_ten(std::max(rounded.decimals, 0)),
            depth_as_factor(inner) + (may_tie ? 2 : 1), false};
  }

  // A rounding around goes into the branches; what it adds to all of them is counted there.
  Extent at(const Choice& choice) const {
    std::vector<Extent> operands;
    for (const Operand& operand : choice.operands) operands.push_back(of(operand));
    return call(operands);
  }
  Extent at(const Conditional& conditional) const {
    return call({of(conditional.condition), of(conditional.yes), of(conditional.no)});
  }

  const std::function<Extent(const std::string&)>& extent_of_;
};

}  // namespace

std::int64_t Extent::length() const {
  const std::int64_t below = denominator + size(divisor);
  return below == 0 ? numerator : numerator + below + kSign + 2 * kParentheses;
}

bool Extent::fits_excel() const {
  return length() <= kLongestFormula && depth <= kDeepest;
}

Extent extent_of_cell() {
  return {32, 0, 100, 1, false};
}

Extent larger(const Extent& a, const Extent& b) {
  return limited({std::max(a.numerator, b.numerator), std::max(a.denominator, b.denominator),
                  common_multiple(a.divisor, b.divisor), std::max(a.depth, b.depth),
                  a.is_sum || b.is_sum});
}

Extent extent(const Expression& expression,
              const std::function<Extent(const std::string&)>& extent_of) {
  return Measure(extent_of).of(expression);
}

}  // namespace chiwat::formula
