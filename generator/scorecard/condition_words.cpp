#include "scorecard/condition_words.hpp"

#include <variant>

namespace chiwat::scorecard {
namespace {

using formula::Arithmetic;
using formula::Binary;
using formula::Comparison;
using formula::Logic;
using formula::Operand;

class Words {
 public:
  explicit Words(const std::function<std::string(const std::string&)>& label_of)
      : label_of_(label_of) {}

  std::string of(const formula::Expression& expression) const {
    return std::visit([&](const auto& node) { return say(node); }, expression.node);
  }

 private:
  std::string within(const Operand& operand) const {
    const bool is_plain = std::holds_alternative<formula::Literal>(operand->node) ||
                          std::holds_alternative<formula::Name>(operand->node);
    return is_plain ? of(*operand) : "(" + of(*operand) + ")";
  }

  std::string say(const formula::Literal& literal) const {
    return literal.percent ? (literal.value * 100).to_string() + "%" : literal.value.to_string();
  }
  std::string say(const formula::Name& name) const { return label_of_(name.name); }
  std::string say(const formula::Negative& negative) const {
    return "-" + within(negative.operand);
  }
  std::string say(const formula::Not& negation) const { return "ไม่ใช่ " + within(negation.operand); }

  std::string say(const Binary<Arithmetic>& binary) const {
    static constexpr const char* kSigns[] = {" + ", " - ", " × ", " ÷ "};
    return within(binary.left) + kSigns[static_cast<int>(binary.op)] + within(binary.right);
  }
  std::string say(const Binary<Comparison>& binary) const {
    static constexpr const char* kSigns[] = {" น้อยกว่า ",   " ไม่เกิน ", " มากกว่า ",
                                             " ไม่น้อยกว่า ", " เท่ากับ ", " ไม่เท่ากับ "};
    return of(*binary.left) + kSigns[static_cast<int>(binary.op)] + of(*binary.right);
  }
  std::string say(const Binary<Logic>& binary) const {
    const char* joined = binary.op == Logic::both ? " และ " : " หรือ ";
    return of(*binary.left) + joined + of(*binary.right);
  }
  std::string say(const formula::Rounded& rounded) const {
    return "ค่าปัดเศษของ " + within(rounded.operand);
  }
  std::string say(const formula::Choice& choice) const {
    std::string text =
        choice.extreme == formula::Extreme::smallest ? "ค่าน้อยที่สุดของ (" : "ค่ามากที่สุดของ (";
    for (std::size_t i = 0; i < choice.operands.size(); ++i) {
      text += (i > 0 ? ", " : "") + of(*choice.operands[i]);
    }
    return text + ")";
  }
  std::string say(const formula::Conditional& conditional) const {
    return "ถ้า " + of(*conditional.condition) + " ใช้ " + of(*conditional.yes) + " มิฉะนั้น " +
           of(*conditional.no);
  }

  const std::function<std::string(const std::string&)>& label_of_;
};

}  // namespace

std::string in_words(const formula::Expression& expression,
                     const std::function<std::string(const std::string&)>& label_of) {
  return Words(label_of).of(expression);
}

}  // namespace chiwat::scorecard
