// The words and numbers of one table, as they will be read: everything formatted, nothing placed
// yet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "form/heading_grid.hpp"
#include "form/number_format.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"
#include "plan/plan.hpp"
#include "thai/digits.hpp"

namespace chiwat::form {

// What all tables of a workbook share.
struct Context {
  const model::Circular& circular;
  const plan::Plan& plan;
  const model::Attachment& attachment;
  thai::Digits digits;
  bool values;  // constants where there would be formulas
};

// A number set by hand, and how the sheet says so.
struct Mark {
  const model::Override* entry;
  std::string sign;      // stands before the number: "*"
  std::string footnote;  // under the table
  std::string reason;    // the cell's comment
};

struct TableText {
  std::string label;  // top right
  std::vector<std::string> titles;
  HeadingGrid grid;
  std::vector<const model::Heading*> leaves;  // one for each column
  std::vector<std::string> headings;          // one for each cell of the grid
  std::optional<std::string> total;           // label of the total row; none: no such row
  std::vector<Mark> marks;                    // in reading order
  std::vector<std::string> notes;             // footnotes of the marks first
  std::vector<std::string> signature;

  const Mark* mark_of(const model::Override* entry) const;
};

TableText table_text(const Context& context, const model::Table& table, const Template& form);

// Whether a total is a number, and not words or nothing.
bool is_number(const model::Total& total);

// The total of a shown column in this table.
const model::Total& total_of(const Context& context, const model::ShownColumn& shown);

// That total, unless it is words or nothing; a number set by hand goes first.
std::optional<Number> total_number(const Context& context, const model::ShownColumn& shown);

// How the numbers of a shown column look, without a mark.
NumberLook look_of(const Context& context, const model::Table& table,
                   const model::ShownColumn& shown);

// A text with the circular's placeholders, digits in the attachment's script.
std::string formatted(const Context& context, const model::Table& table, const Text& text);

}  // namespace chiwat::form
