#include "formula/check.hpp"

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

}  // namespace

std::optional<Type> check(const Expression& expression,
                          const std::function<Type(const std::string&)>& type_of,
                          Diagnostics& diagnostics) {
  const int before = diagnostics.error_count();
  const Type type = Checker(type_of, diagnostics).type(expression);
  if (diagnostics.error_count() > before) return std::nullopt;
  return type;
}

}  // namespace chiwat::formula
