// How one number of a column came about: what the explanations in words and in a sheet both say.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/number.hpp"
#include "formula/expression.hpp"
#include "model/circular.hpp"
#include "plan/plan.hpp"

namespace chiwat::explain {

// The row of a district, or the total row.
using Row = std::optional<std::size_t>;  // index into Circular::districts

// A rounding of the formula, and the exact values before and after it.
struct RoundingStep {
  const formula::Rounded* rounding = nullptr;
  Number before, after;
};

struct Derivation {
  std::size_t column = 0;  // index into Circular::columns
  Row row;
  std::optional<Number> value;               // none: the total is words, or blank
  const model::Override* by_hand = nullptr;  // the value was set by hand
  // The formula that gives the value, or would if it had not been set by hand; null: a baseline,
  // and a total that is no rule.
  formula::Operand formula;
  std::optional<Number> by_formula;     // what it gives; none where it divides by zero
  std::vector<RoundingStep> roundings;  // of the formula, the inner ones first
};

Derivation derive(const model::Circular& circular, const plan::Plan& plan, std::size_t column,
                  Row row);

// A column by its name, which is one of the circular's.
std::size_t find_column(const model::Circular& circular, const std::string& name);

// The value of a column in a row: its total in the total row, where that is a number.
std::optional<Number> value_of(const plan::Plan& plan, std::size_t column, Row row);

// The columns that a formula names, each once, in the order written.
std::vector<std::size_t> named_columns(const model::Circular& circular,
                                       const formula::Expression& formula);

// Everything that a value follows from, itself last: each after all that it needs. A sum of rows
// and a value set by hand follow from nothing here.
std::vector<Derivation> chain(const model::Circular& circular, const plan::Plan& plan,
                              std::size_t column, Row row);

}  // namespace chiwat::explain
