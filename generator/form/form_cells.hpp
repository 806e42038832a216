// The cells of a form's rows, one row after the other: what stands in each, and how it looks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/workbook.hpp"
#include "form/form_draft.hpp"
#include "form/form_formulas.hpp"
#include "form/form_numbers.hpp"

namespace chiwat::form {

inline constexpr std::uint32_t kOpenFill = 0xFFFBE6;  // pale, and white on paper

// Excel's code for a type; `dash`: nothing is shown as a dash, as in official tables.
std::string format_of(FieldType type, thai::Digits digits, bool dash);
document::Style style_of(FieldType type, bool bold);

// Whether whoever fills in the form may write into the cell of this column in a row; of rows that
// came back, whether what stands there is to be mended.
bool is_open(const FormDraft& draft, std::size_t column, std::size_t row);

class FormCells {
 public:
  // The draft and the numbers must outlive this.
  FormCells(const FormDraft& draft, const FormFormulas& formulas, FormNumbers& numbers,
            const Occasion& occasion);

  // Puts the cells of a row in the place of those of another.
  void make(std::size_t row, std::vector<document::Cell>& cells);

 private:
  void make(std::size_t row, std::size_t column, document::Cell& cell);
  bool is_computed(std::size_t row, std::size_t column) const;
  const document::SharedStyle& style(std::size_t column, bool is_live, bool is_open, bool is_fault);
  document::Style look(const FormColumn& column, bool is_live, bool is_open, bool is_fault) const;
  document::Value computed(std::size_t row, std::size_t column);
  void put_known(std::size_t row, std::size_t column, document::Value& into) const;

  const FormDraft& draft_;
  const FormFormulas formulas_;
  FormNumbers& numbers_;
  const thai::Digits digits_;
  const bool values_;  // constants where there would be formulas
  // Of each column's cells, live or not, open or not, faulty or not: few styles for many rows.
  std::vector<std::array<std::optional<document::SharedStyle>, 8>> styles_;
};

}  // namespace chiwat::form
