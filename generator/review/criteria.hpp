// Which column is the target of which level. Private to this folder.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "review/bounds.hpp"
#include "review/rules.hpp"

namespace chiwat::review {

// That a level asks for at least so much of something, and which result decides it.
struct Criterion {
  const model::Round* round;
  const model::Level* level;
  Bound bound;
  const model::Quantity* result;
};

// A computed column that is shown, and a criterion that its formula is made for.
struct Target {
  std::size_t column;  // index into Circular::columns
  Criterion criterion;
  bool has_same_base;  // its formula, not rounded, meets the criterion exactly, in every district;
                       // else only the percentage is the same
};

// For each pair of a computed column and a criterion of a round in whose table it stands (of any
// round, if the table has none).
std::vector<Target> targets(const Subject& subject);

// The value of a criterion's measure when a district reports this amount of its result; nothing
// where that also needs something else, or divides by zero.
std::optional<Number> measured(const Subject& subject, const Criterion& criterion,
                               std::size_t district, const Number& amount);

// Whether that is enough.
bool meets(const Criterion& criterion, const Number& measured);

// What a column's formula gives in a district before it is rounded at the end.
std::optional<Number> unrounded(const Subject& subject, std::size_t column, std::size_t district);

// The formula without the rounding at its end.
formula::Operand unrounded(const formula::Operand& formula);

// The digits after the point that a column is shown with, in the first table that shows it, and
// that table's label for it.
struct ShownAs {
  const model::Heading* heading;
  const model::Table* table;
  int decimals;
};
// Every place that shows a column, in the order of the attachments.
std::vector<ShownAs> places_of(const Subject& subject, std::size_t column);

// The heading's text, formatted, digits Arabic.
std::string text_of(const model::Circular& circular, const ShownAs& place);

}  // namespace chiwat::review
