// What the conditions of levels compare. Private to this folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formula/expression.hpp"
#include "model/circular.hpp"

namespace chiwat::review {

// A name against a number: online_share >= 10%.
struct Bound {
  std::string name;
  formula::Comparison op;  // as if the name stood on the left
  Number value;
  bool percent;  // written as a percentage

  bool is_least() const {
    return op == formula::Comparison::greater_equal || op == formula::Comparison::greater;
  }
  bool is_most() const {
    return op == formula::Comparison::less_equal || op == formula::Comparison::less;
  }
  bool operator==(const Bound&) const = default;
};

// The conditions of a level that are bounds, wherever they stand in it, in the order written; none
// for the rest level.
std::vector<Bound> bounds(const model::Level& level);

// The bound that a comparison is; nothing for one between other things.
std::optional<Bound> bound_of(const formula::Expression& comparison);

// Every comparison in an expression.
std::vector<formula::Operand> comparisons(const formula::Operand& expression);

// The numbers written in an expression.
std::vector<formula::Literal> literals(const formula::Expression& expression);

// Whether two levels, both with a condition, ask for the same.
bool are_alike(const model::Level& a, const model::Level& b);

// The levels of a round, the one with most points first.
std::vector<const model::Level*> from_highest(const model::Round& round);

// "5 (ดีมาก)", "5".
std::string named(const model::Level& level);
// "10%", "3".
std::string in_words(const Bound& bound);
// What people call a result or measure.
std::string named(const model::Circular& circular, const std::string& quantity);

const model::Quantity* find_quantity(const model::Circular& circular, const std::string& name);

}  // namespace chiwat::review
