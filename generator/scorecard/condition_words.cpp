#include "scorecard/condition_words.hpp"

#include <variant>

namespace chiwat::scorecard {
namespace {

using formula::Arithmetic;
using formula::Binary;
using formula::Comparison;
using formula::Logic;
using formula::Operand;

class Wording {
 public:
  Wording(const std::function<std::string(const std::string&)>& label_of, const Words& words)
      : label_of_(label_of), words_(words) {}

  std::string of(const formula::Expression& expression) const {
    return std::visit([&](const auto& node) { return say(node); }, expression.node);
  }

 private:
  std::string within(const Operand& operand) const {
    const bool is_plain = std::holds_alternative<formula::Literal>(operand->node) ||
                          std::holds_alternative<formula::Name>(operand->node);
    return is_plain ? of(*operand) : "(" + of(*operand) + ")";
  }

  std::string both(const char* id, const std::string& left, const std::string& right) const {
    return words_.text(id, {{"left", left}, {"right", right}});
  }

  std::string say(const formula::Literal& literal) const {
    return words_.in_digits(literal.percent ? (literal.value * 100).to_string() + "%"
                                            : literal.value.to_string());
  }
  std::string say(const formula::Name& name) const { return label_of_(name.name); }
  std::string say(const formula::Negative& negative) const {
    return "-" + within(negative.operand);
  }
  std::string say(const formula::Not& negation) const {
    return words_.text("scorecard_not", {{"condition", within(negation.operand)}});
  }

  std::string say(const Binary<Arithmetic>& binary) const {
    static constexpr const char* kSigns[] = {" + ", " - ", " × ", " ÷ "};
    return within(binary.left) + kSigns[static_cast<int>(binary.op)] + within(binary.right);
  }
  std::string say(const Binary<Comparison>& binary) const {
    static constexpr const char* kIds[] = {"scorecard_less",    "scorecard_at_most",
                                           "scorecard_greater", "scorecard_at_least",
                                           "scorecard_equal",   "scorecard_not_equal"};
    return both(kIds[static_cast<int>(binary.op)], of(*binary.left), of(*binary.right));
  }
  std::string say(const Binary<Logic>& binary) const {
    return both(binary.op == Logic::both ? "scorecard_both" : "scorecard_either", of(*binary.left),
                of(*binary.right));
  }
  std::string say(const formula::Rounded& rounded) const {
    return words_.text("scorecard_rounded", {{"value", within(rounded.operand)}});
  }
  std::string say(const formula::Choice& choice) const {
    std::string values;
    for (std::size_t i = 0; i < choice.operands.size(); ++i) {
      values += (i > 0 ? ", " : "") + of(*choice.operands[i]);
    }
    const bool is_smallest = choice.extreme == formula::Extreme::smallest;
    return words_.text(is_smallest ? "scorecard_smallest" : "scorecard_largest",
                       {{"values", values}});
  }
  std::string say(const formula::Conditional& conditional) const {
    return words_.text("scorecard_if", {{"condition", of(*conditional.condition)},
                                        {"yes", of(*conditional.yes)},
                                        {"no", of(*conditional.no)}});
  }

  const std::function<std::string(const std::string&)>& label_of_;
  const Words& words_;
};

}  // namespace

std::string in_words(const formula::Expression& expression,
                     const std::function<std::string(const std::string&)>& label_of,
                     const Words& words) {
  return Wording(label_of, words).of(expression);
}

}  // namespace chiwat::scorecard
