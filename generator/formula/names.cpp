#include "formula/expression.hpp"

namespace chiwat::formula {
namespace {

class Collector {
 public:
  void add(const Expression& expression) {
    if (const auto* name = std::get_if<Name>(&expression.node)) {
      found.push_back({name->name, expression.origin});
    }
    std::visit([&](const auto& node) { inside(node); }, expression.node);
  }

  std::vector<Located<std::string>> found;

 private:
  void inside(const Literal&) {}
  void inside(const Name&) {}
  void inside(const Negative& negative) { add(*negative.operand); }
  void inside(const Not& negation) { add(*negation.operand); }
  void inside(const Rounded& rounded) { add(*rounded.operand); }
  void inside(const Choice& choice) {
    for (const Operand& operand : choice.operands) add(*operand);
  }
  void inside(const Conditional& conditional) {
    add(*conditional.condition);
    add(*conditional.yes);
    add(*conditional.no);
  }
  template <class Operator>
  void inside(const Binary<Operator>& binary) {
    add(*binary.left);
    add(*binary.right);
  }
};

}  // namespace

std::vector<Located<std::string>> names(const Expression& expression) {
  Collector collector;
  collector.add(expression);
  return collector.found;
}

}  // namespace chiwat::formula
