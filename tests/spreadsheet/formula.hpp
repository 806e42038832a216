// The formulas that chiwat writes, read back from their text and computed as a spreadsheet would.
// Shares no code with generator/formula, whose output it judges.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "spreadsheet/arithmetic.hpp"

namespace chiwat::spreadsheet {

// A formula over one row: the cells A5, B5, … Z5. Knows + - * / %, comparisons, numbers, and ROUND
// (to no decimals), INT, TRUNC, MIN, MAX, IF, AND, OR, NOT; a truth is 1 or 0.
class Formula {
 public:
  // Throws std::invalid_argument when `text` is no such formula.
  explicit Formula(std::string_view text);

  // `cells` begins with A5. Both sides of an IF are computed, for no operation of doubles can fail.
  double value(const Arithmetic& arithmetic, std::span<const double> cells);

 private:
  friend class FormulaParser;

  enum class Kind {
    number,
    cell,
    negative,
    percent,
    sum,
    difference,
    product,
    quotient,
    less,
    less_equal,
    greater,
    greater_equal,
    equal,
    not_equal,
    round,
    integer,
    truncated,
    smallest,
    largest,
    choice,
    both,
    either,
    negation,
  };
  struct Node {
    Kind kind;
    double number = 0;                      // of a number
    std::size_t cell = 0;                   // of a cell, its place in the row
    std::array<std::size_t, 3> operands{};  // indices of nodes before this one, as many as needed
  };

  double value_of(const Node& node, const Arithmetic& arithmetic,
                  std::span<const double> cells) const;

  std::vector<Node> nodes_;     // the last is the whole
  std::vector<double> values_;  // of the nodes, as last computed
};

}  // namespace chiwat::spreadsheet
