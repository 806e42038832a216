// The live formulas of a form's cells.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "form/form_draft.hpp"

namespace chiwat::form {

// What may stand between a form's cells and those of the other forms of its workbook; without '='.
class FormFormulas {
 public:
  FormFormulas(const FormDraft& draft, const std::vector<FormDraft>& drafts)
      : draft_(draft), drafts_(drafts) {}

  // An expression over the columns, in a row of the form or (none) in its total row.
  std::string of(const formula::Expression& expression, std::optional<std::size_t> row) const;
  // Of rows that came back, from those of the same district.
  std::string of(const Gathered& gathered, std::size_t row) const;
  std::string of(const Collected& collected, std::size_t row) const;
  // What earlier months brought, and this row's own: "12.50+H14".
  std::string of(const Accumulates& sum, const Number& brought, std::size_t row) const;
  std::string sum(std::size_t column) const;
  // What a check's columns add up to more than those that they should equal, to the satang.
  std::string difference(const FormCheck& check) const;
  // The same for one row of the form.
  std::string difference(const FormCheck& check, std::size_t row) const;

 private:
  // A cell in a row, which is worth nothing while a text stands in it that is no number.
  std::string number_in(std::size_t row, std::size_t column) const;

  const FormDraft& draft_;
  const std::vector<FormDraft>& drafts_;
};

// "'แบบสำรวจ'!$B$9:$B$33": the cells of a column in all rows of a form.
std::string column_range(const FormDraft& draft, std::size_t column);
// The same from one row of the form to another.
std::string column_range(const FormDraft& draft, std::size_t column,
                         std::pair<std::size_t, std::size_t> rows);

}  // namespace chiwat::form
