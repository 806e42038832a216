// The numbers of a level's condition, for its words.
#include <optional>
#include <utility>
#include <variant>

#include "model/placeholders.hpp"

namespace chiwat::model {
namespace {

using formula::Binary;
using formula::Comparison;
using formula::Expression;
using formula::Literal;
using formula::Logic;

// A share that was written as a percentage is worded as one: ร้อยละ 10.
std::string worded(const Literal& literal) {
  return (literal.percent ? literal.value * 100 : literal.value).to_string();
}

void add_bound(const Binary<Comparison>& comparison, thai::Arguments& arguments) {
  const Expression* sides[] = {comparison.left.get(), comparison.right.get()};
  for (int i = 0; i < 2; ++i) {
    const auto* name = std::get_if<formula::Name>(&sides[i]->node);
    const auto* bound = std::get_if<Literal>(&sides[1 - i]->node);
    if (name && bound) arguments.emplace(name->name, worded(*bound));
  }
}

void add_bounds(const Expression& condition, thai::Arguments& arguments) {
  if (const auto* both = std::get_if<Binary<Logic>>(&condition.node)) {
    add_bounds(*both->left, arguments);
    add_bounds(*both->right, arguments);
  } else if (const auto* comparison = std::get_if<Binary<Comparison>>(&condition.node)) {
    add_bound(*comparison, arguments);
  }
}

}  // namespace

thai::Arguments level_placeholders(const Circular& circular, const Round& round,
                                   const Level& level) {
  thai::Arguments arguments = placeholders(circular, &round);
  arguments.merge(level_bounds(level));
  return arguments;
}

thai::Arguments level_bounds(const Level& level) {
  thai::Arguments arguments;
  if (level.condition) add_bounds(*level.condition, arguments);
  return arguments;
}

}  // namespace chiwat::model
