#include "formula/excel.hpp"

#include <algorithm>
#include <cassert>
#include <utility>
#include <vector>

namespace chiwat::formula {
namespace {

// How tightly a piece of formula text holds together.
enum class Level { comparison, sum, product, atom };

struct Text {
  std::string text;
  Level level = Level::atom;
};

std::string within(const Text& text, Level level) {
  return text.level < level ? "(" + text.text + ")" : text.text;
}

// coefficient * factor / (divisor * divisor_factor); coefficient and divisor are integers, the
// divisor is positive, and a missing factor is 1. No factor begins with a minus sign.
struct Fraction {
  Number coefficient = 1;
  std::optional<Text> factor;
  Number divisor = 1;
  std::optional<Text> divisor_factor;

  bool is_constant() const { return !factor && !divisor_factor; }
};

Fraction atom(std::string text) {
  return {1, Text{std::move(text), Level::atom}, 1, {}};
}

Fraction negated(Fraction fraction) {
  fraction.coefficient = -fraction.coefficient;
  return fraction;
}

Number absolute(const Number& value) {
  return value < Number(0) ? -value : value;
}

std::optional<Text> multiplied(const std::optional<Text>& a, const std::optional<Text>& b) {
  if (!a) return b;
  if (!b) return a;
  return Text{within(*a, Level::product) + "*" + within(*b, Level::product), Level::product};
}

Fraction product(const Fraction& a, const Fraction& b) {
  return {a.coefficient * b.coefficient, multiplied(a.factor, b.factor), a.divisor * b.divisor,
          multiplied(a.divisor_factor, b.divisor_factor)};
}

Fraction reciprocal(const Fraction& f) {
  if (f.coefficient.is_zero()) {  // a hidden column that is 0, where an if() never divides by it
    return {f.divisor, f.divisor_factor, 1, Text{"0", Level::atom}};
  }
  const Number sign = f.coefficient < Number(0) ? -1 : 1;
  return {sign * f.divisor, f.divisor_factor, absolute(f.coefficient), f.factor};
}

Text numerator(const Fraction& f) {
  if (!f.factor) return {f.coefficient.to_string(), Level::atom};
  if (f.coefficient == Number(1)) return *f.factor;
  const std::string factor = within(*f.factor, Level::product);
  if (f.coefficient == Number(-1)) return {"-" + factor, Level::product};
  const std::string size = absolute(f.coefficient).to_string();
  const std::string sign = f.coefficient < Number(0) ? "-" : "";
  return {sign + factor + "*" + size, Level::product};
}

Text denominator(const Fraction& f) {
  const std::string divisor = f.divisor.to_string();
  if (!f.divisor_factor) return {divisor, Level::atom};
  if (f.divisor == Number(1)) return *f.divisor_factor;
  return {within(*f.divisor_factor, Level::product) + "*" + divisor, Level::product};
}

Text rendered(const Fraction& f) {
  if (f.is_constant() && (f.coefficient / f.divisor).decimals()) {
    return {(f.coefficient / f.divisor).to_string(), Level::atom};
  }
  if (f.divisor == Number(1) && !f.divisor_factor) return numerator(f);
  return {within(numerator(f), Level::product) + "/" + within(denominator(f), Level::atom),
          Level::product};
}

// a + b or, where b is negative, a - |b|.
Text sum_text(const Fraction& a, const Fraction& b) {
  const bool minus = b.coefficient < Number(0);
  const Text right = rendered(minus ? negated(b) : b);
  return {rendered(a).text + (minus ? "-" + within(right, Level::product) : "+" + right.text),
          Level::sum};
}

// The fractions over one denominator, which is returned beside them.
struct Common {
  std::vector<Fraction> numerators;
  Number divisor = 1;
};

std::optional<Common> over_one_divisor(const std::vector<Fraction>& fractions) {
  Common common;
  for (const Fraction& f : fractions) {
    if (f.divisor_factor) return std::nullopt;
    common.divisor =
        common.divisor * f.divisor / Number::greatest_common_divisor(common.divisor, f.divisor);
  }
  for (const Fraction& f : fractions) {
    common.numerators.push_back({f.coefficient * (common.divisor / f.divisor), f.factor, 1, {}});
  }
  return common;
}

class Writer {
 public:
  explicit Writer(const std::function<Cell(const std::string&)>& cell_of) : cell_of_(cell_of) {}

  std::string whole(const Expression& expression) const {
    if (is_truth(expression)) return truth(expression).text;
    return rendered(number(expression, false)).text;
  }

 private:
  using Operands = std::vector<Operand>;

  static bool is_truth(const Expression& expression) {
    return std::holds_alternative<Binary<Comparison>>(expression.node) ||
           std::holds_alternative<Binary<Logic>>(expression.node) ||
           std::holds_alternative<Not>(expression.node);
  }

  // `exact`: inside a rounding or a comparison, where the binary value decides something.
  Fraction number(const Expression& expression, bool exact) const {
    return std::visit([&](const auto& node) { return of(node, exact); }, expression.node);
  }

  Fraction of(const Literal& literal, bool) const {
    const Number scale = Number::power_of_ten(literal.places);
    return {literal.value * scale, {}, scale, {}};
  }

  Fraction of(const Name& name, bool exact) const {
    const Cell cell = cell_of_(name.name);
    if (cell.reference.empty() || (exact && !cell.denominator && cell.definition)) {
      assert(cell.definition);
      return number(*cell.definition, exact);
    }
    if (!exact || !cell.denominator || *cell.denominator == Number(1)) {
      return atom(cell.reference);
    }
    Fraction scaled =
        atom("ROUND(" +
             rendered({*cell.denominator, Text{cell.reference, Level::atom}, 1, {}}).text + ",0)");
    scaled.divisor = *cell.denominator;
    return scaled;
  }

  Fraction of(const Negative& negative, bool exact) const {
    return negated(number(*negative.operand, exact));
  }

  // A sum of amounts in satang is exact too: 100000000.20-100000000.10 keeps only 7 digits of 0.1.
  Fraction of(const Binary<Arithmetic>& binary, bool exact) const {
    const bool is_sum = binary.op == Arithmetic::add || binary.op == Arithmetic::subtract;
    if (is_sum && !exact) exact = adds_decimal_cells(binary);
    const Fraction left = number(*binary.left, exact);
    const Fraction right = number(*binary.right, exact);
    switch (binary.op) {
      case Arithmetic::multiply:
        return product(left, right);
      case Arithmetic::divide:
        return product(left, reciprocal(right));
      case Arithmetic::subtract:
        return sum(left, negated(right), exact);
      case Arithmetic::add:
        break;
    }
    return sum(left, right, exact);
  }

  // Whether every name has a denominator, and not all of those in cells are whole.
  bool adds_decimal_cells(const Binary<Arithmetic>& sum) const {
    bool decimal = false;
    for (const Operand& side : {sum.left, sum.right}) {
      for (const auto& name : names(*side)) {
        const Cell cell = cell_of_(name.value);
        if (!cell.denominator) return false;
        decimal = decimal || (!cell.reference.empty() && *cell.denominator != Number(1));
      }
    }
    return decimal;
  }

  static Fraction sum(const Fraction& a, const Fraction& b, bool exact) {
    if (a.is_constant() && b.is_constant()) {
      const Common common = over_one_divisor({a, b}).value();
      return {common.numerators[0].coefficient + common.numerators[1].coefficient,
              {},
              common.divisor,
              {}};
    }
    if (!exact) return {1, sum_text(a, b), 1, {}};
    if (const auto common = over_one_divisor({a, b})) {
      return {1, sum_text(common->numerators[0], common->numerators[1]), common->divisor, {}};
    }
    // a/(p*x) + b/(q*y) is (a*q*y + b*p*x) / (p*q*x*y).
    const Fraction left{a.coefficient * b.divisor, multiplied(a.factor, b.divisor_factor), 1, {}};
    const Fraction right{b.coefficient * a.divisor, multiplied(b.factor, a.divisor_factor), 1, {}};
    return {1, sum_text(left, right), a.divisor * b.divisor,
            multiplied(a.divisor_factor, b.divisor_factor)};
  }

  Fraction of(const Rounded& rounded, bool) const {
    // A rounding goes into the branches, so that each quotient is rounded as itself.
    const auto round_it = [&](const Operand& operand) {
      return std::make_shared<const Expression>(
          Expression{Rounded{operand, rounded.decimals, rounded.mode}, operand->origin});
    };
    if (const auto* conditional = std::get_if<Conditional>(&rounded.operand->node)) {
      return of(Conditional{conditional->condition, round_it(conditional->yes),
                            round_it(conditional->no)},
                true);
    }
    if (const auto* choice = std::get_if<Choice>(&rounded.operand->node)) {
      Choice inside{choice->extreme, {}};
      for (const Operand& operand : choice->operands) inside.operands.push_back(round_it(operand));
      return of(inside, true);
    }
    // Decimals are counted as units after scaling up, tens after scaling down.
    const Number up = Number::power_of_ten(std::max(rounded.decimals, 0));
    const Number down = Number::power_of_ten(std::max(-rounded.decimals, 0));
    Fraction scaled = number(*rounded.operand, true);
    const Number common = Number::greatest_common_divisor(up, scaled.divisor);
    scaled.coefficient *= up / common;
    scaled.divisor *= down / common;
    Fraction result = to_integer(scaled, rounded.mode);
    result.coefficient *= down;
    result.divisor = up;
    return result;
  }

  static Fraction to_integer(const Fraction& f, Rounding mode) {
    const std::string quotient = rendered(f).text;
    switch (mode) {
      case Rounding::floor:
        return atom("INT(" + quotient + ")");
      case Rounding::ceiling:
        return negated(atom("INT(" + rendered(negated(f)).text + ")"));
      default:
        break;
    }
    const std::string nearest = "ROUND(" + quotient + ",0)";
    const bool can_tie = f.divisor_factor || (f.divisor / 2).is_integer();
    if (mode == Rounding::half_up || !can_tie) return atom(nearest);
    Fraction half = f;
    half.divisor *= 2;
    const std::string settled = mode == Rounding::half_even
                                    ? "2*ROUND(" + rendered(half).text + ",0)"
                                    : "TRUNC(" + quotient + ")";
    return atom("IF(" + is_tie(f) + "," + settled + "," + nearest + ")");
  }

  // P-Q*INT(P/Q)=Q/2: what is left of the integer P is exactly half of Q.
  static std::string is_tie(const Fraction& f) {
    Fraction half{f.divisor, f.divisor_factor, 2, {}};
    if ((f.divisor / 2).is_integer()) half = {f.divisor / 2, f.divisor_factor, 1, {}};
    const std::string multiple =
        f.divisor_factor ? within(denominator(f), Level::product) : f.divisor.to_string();
    return numerator(f).text + "-" + multiple + "*INT(" + rendered(f).text +
           ")=" + rendered(half).text;
  }

  Fraction of(const Choice& choice, bool exact) const {
    return branches(choice.extreme == Extreme::smallest ? "MIN(" : "MAX(", choice.operands, exact);
  }

  Fraction of(const Conditional& conditional, bool exact) const {
    return branches("IF(" + truth(*conditional.condition).text + ",",
                    {conditional.yes, conditional.no}, exact);
  }

  // A condition where a value stands, as in if(c, a < b, a > b).
  template <class Condition>
  Fraction of(const Condition& condition, bool) const {
    return atom(truth(Expression{condition, {}}).text);
  }

  Fraction branches(std::string text, const Operands& operands, bool exact) const {
    std::vector<Fraction> fractions;
    for (const Operand& operand : operands) fractions.push_back(number(*operand, exact));
    Number divisor = 1;
    if (exact) {
      if (auto common = over_one_divisor(fractions)) {
        fractions = std::move(common->numerators);
        divisor = common->divisor;
      }
    }
    for (std::size_t i = 0; i < fractions.size(); ++i) {
      text += (i > 0 ? "," : "") + rendered(fractions[i]).text;
    }
    Fraction result = atom(text + ")");
    result.divisor = divisor;
    return result;
  }

  Text truth(const Expression& expression) const {
    if (const auto* negation = std::get_if<Not>(&expression.node)) {
      return {"NOT(" + truth(*negation->operand).text + ")", Level::atom};
    }
    if (const auto* logic = std::get_if<Binary<Logic>>(&expression.node)) {
      return {(logic->op == Logic::both ? "AND(" : "OR(") + truth(*logic->left).text + "," +
                  truth(*logic->right).text + ")",
              Level::atom};
    }
    if (const auto* comparison = std::get_if<Binary<Comparison>>(&expression.node)) {
      return {rendered(number(*comparison->left, true)).text + sign(comparison->op) +
                  rendered(number(*comparison->right, true)).text,
              Level::comparison};
    }
    return rendered(number(expression, false));
  }

  static const char* sign(Comparison op) {
    switch (op) {
      case Comparison::less:
        return "<";
      case Comparison::less_equal:
        return "<=";
      case Comparison::greater:
        return ">";
      case Comparison::greater_equal:
        return ">=";
      case Comparison::equal:
        return "=";
      case Comparison::not_equal:
        break;
    }
    return "<>";
  }

  const std::function<Cell(const std::string&)>& cell_of_;
};

}  // namespace

std::string to_excel(const Expression& expression,
                     const std::function<Cell(const std::string&)>& cell_of) {
  return Writer(cell_of).whole(expression);
}

}  // namespace chiwat::formula
