#include "formula/to_text.hpp"

#include <utility>
#include <variant>

namespace chiwat::formula {
namespace {

// How tightly parts hold together; a part that holds less than its place asks for gets parentheses.
enum Binding { kEither, kBoth, kNot, kComparison, kSum, kProduct, kSign, kAtom };

class Writer {
 public:
  explicit Writer(const std::function<std::string(const std::string&)>& name_of)
      : name_of_(name_of) {}

  std::string whole(const Expression& expression) const { return written(expression).first; }

 private:
  using Written = std::pair<std::string, Binding>;

  Written written(const Expression& expression) const {
    return std::visit([&](const auto& node) { return write(node); }, expression.node);
  }

  static std::string part(const Written& part, Binding least) {
    return part.second < least ? "(" + part.first + ")" : part.first;
  }
  std::string part(const Operand& operand, Binding least) const {
    return part(written(*operand), least);
  }

  static Written of_number(std::string text) {
    const Binding binding = text.starts_with('-') ? kSign : kAtom;
    return {std::move(text), binding};
  }

  Written write(const Literal& literal) const {
    return of_number(literal.percent ? (literal.value * 100).to_string() + "%"
                                     : literal.value.to_string());
  }
  Written write(const Name& name) const { return of_number(name_of_(name.name)); }
  Written write(const Negative& negative) const {
    return {"-" + part(negative.operand, kAtom), kSign};
  }
  Written write(const Not& negation) const {
    return {"not " + part(negation.operand, kComparison), kNot};
  }

  Written write(const Binary<Arithmetic>& binary) const {
    static constexpr const char* kSigns[] = {" + ", " - ", " * ", " / "};
    const bool is_sum = binary.op == Arithmetic::add || binary.op == Arithmetic::subtract;
    const Binding own = is_sum ? kSum : kProduct;
    const bool may_repeat = binary.op == Arithmetic::add || binary.op == Arithmetic::multiply;
    const Written right = written(*binary.right);
    const Binding least = right.second == kSign ? kAtom
                          : may_repeat          ? own
                                                : static_cast<Binding>(own + 1);
    return {part(binary.left, own) + kSigns[static_cast<int>(binary.op)] + part(right, least), own};
  }
  Written write(const Binary<Comparison>& binary) const {
    static constexpr const char* kSigns[] = {" < ", " <= ", " > ", " >= ", " = ", " <> "};
    return {
        part(binary.left, kSum) + kSigns[static_cast<int>(binary.op)] + part(binary.right, kSum),
        kComparison};
  }
  Written write(const Binary<Logic>& binary) const {
    const Binding own = binary.op == Logic::both ? kBoth : kEither;
    const char* joined = binary.op == Logic::both ? " and " : " or ";
    return {part(binary.left, own) + joined + part(binary.right, own), own};
  }

  Written write(const Rounded& rounded) const {
    std::string text = name_of(rounded.mode) + ("(" + whole(*rounded.operand));
    if (rounded.decimals != 0) text += ", " + std::to_string(rounded.decimals);
    if (rounded.mode == Rounding::half_even) text += ", half_even";
    if (rounded.mode == Rounding::half_down) text += ", half_down";
    return {text + ")", kAtom};
  }
  Written write(const Choice& choice) const {
    std::string text = choice.extreme == Extreme::smallest ? "min(" : "max(";
    for (std::size_t i = 0; i < choice.operands.size(); ++i) {
      text += (i > 0 ? ", " : "") + whole(*choice.operands[i]);
    }
    return {text + ")", kAtom};
  }
  Written write(const Conditional& conditional) const {
    return {"if(" + whole(*conditional.condition) + ", " + whole(*conditional.yes) + ", " +
                whole(*conditional.no) + ")",
            kAtom};
  }

  static const char* name_of(Rounding mode) {
    if (mode == Rounding::ceiling) return "ceil";
    return mode == Rounding::floor ? "floor" : "round";
  }

  const std::function<std::string(const std::string&)>& name_of_;
};

const Origin* first_of(const Operand& operand) {
  return &beginning(*operand);
}

}  // namespace

std::string to_text(const Expression& expression,
                    const std::function<std::string(const std::string&)>& name_of) {
  return Writer(name_of).whole(expression);
}

const Origin& beginning(const Expression& expression) {
  const Origin* first = &expression.origin;
  if (const auto* a = std::get_if<Binary<Arithmetic>>(&expression.node)) first = first_of(a->left);
  if (const auto* c = std::get_if<Binary<Comparison>>(&expression.node)) first = first_of(c->left);
  if (const auto* l = std::get_if<Binary<Logic>>(&expression.node)) first = first_of(l->left);
  return *first;
}

}  // namespace chiwat::formula
