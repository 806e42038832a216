#include "form/form_formulas.hpp"

#include "document/workbook.hpp"
#include "formula/excel.hpp"

namespace chiwat::form {
namespace {

using document::cell_name;
using document::Position;

std::string in_sheet(const FormDraft& draft) {
  std::string quoted = "'";
  for (const char c : draft.sheet) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + "'!";
}

std::string range(int first, int last, std::size_t column) {
  const int at = static_cast<int>(column);
  return cell_name({first, at}, true) + ":" + cell_name({last, at}, true);
}

// What every value of a column times is an integer: amounts carry satang.
Number denominator(const FormColumn& column) {
  return column.type == FieldType::amount ? 100 : 1;
}

bool is_mark(const FormColumn& column) {
  return column.type == FieldType::mark;
}

// 1 where something stands in the cell: a mark may be typed as ๑, which no formula takes for one.
std::string marked(const std::string& cell) {
  return "N(" + cell + "<>\"\")";
}

// Whether an expression is a sum of columns of numbers that are typed in; which ones are put into
// `parts`.
bool adds_typed_columns(const formula::Expression& expression, const FormTemplate& form,
                        std::vector<std::size_t>& parts) {
  if (const auto* sum = std::get_if<formula::Binary<formula::Arithmetic>>(&expression.node)) {
    return sum->op == formula::Arithmetic::add && adds_typed_columns(*sum->left, form, parts) &&
           adds_typed_columns(*sum->right, form, parts);
  }
  const auto* name = std::get_if<formula::Name>(&expression.node);
  const auto column = name ? form.find(name->name) : std::nullopt;
  if (!column || is_mark(form.columns[*column])) return false;
  parts.push_back(*column);
  return std::holds_alternative<Empty>(form.columns[*column].source);
}

int sheet_row(const FormDraft& draft, std::optional<std::size_t> row) {
  return row ? draft.place.first + static_cast<int>(*row) : draft.place.total;
}

// "H14+I14", of the columns named; with the sheet before each where it is another one.
std::string added(const FormDraft& draft, const std::vector<Text>& columns,
                  std::optional<std::size_t> row, const std::string& prefix) {
  std::string result;
  for (const Text& name : columns) {
    const auto column = static_cast<int>(*draft.form->find(name.value));
    result += (result.empty() ? "" : "+") + prefix + cell_name({sheet_row(draft, row), column});
  }
  return result;
}

}  // namespace

std::string FormFormulas::of(const formula::Expression& expression,
                             std::optional<std::size_t> row) const {
  const std::string prefix = kSumPrefix;
  return formula::to_excel(expression, [&](const std::string& name) {
    const bool is_total = name.starts_with(prefix);
    const std::size_t column = *draft_.form->find(is_total ? name.substr(prefix.size()) : name);
    const Position at{sheet_row(draft_, is_total ? std::nullopt : row), static_cast<int>(column)};
    const FormColumn& what = draft_.form->columns[column];
    const std::string cell = cell_name(at, is_total && row);
    return formula::Cell{is_mark(what) && row && !is_total ? marked(cell) : cell, denominator(what),
                         nullptr};
  });
}

// Not SUMIF, to which the codes 0123 and 123 are the same number, nor "=", to which a1 and A1 are
// the same text.
std::string FormFormulas::of(const Gathered& from, std::size_t row) const {
  const FormDraft& other = *find_draft(drafts_, from.form.value);
  const auto own = static_cast<int>(*draft_.form->find(from.by.value));
  const std::string key = cell_name({sheet_row(draft_, row), own});
  const std::string keys = column_range(other, *other.form->find(from.by.value));
  const std::string values = column_range(other, *other.form->find(from.column.value));
  const std::string is_same = "--EXACT(" + keys + "," + key + "),--(" + keys + "<>\"\")";
  return "SUMPRODUCT(" + is_same + "," + (from.counts ? "--(" + values + "<>\"\")" : values) + ")";
}

std::string FormFormulas::of(const Accumulates& sum, const Number& brought, std::size_t row) const {
  const auto column = static_cast<int>(*draft_.form->find(sum.column.value));
  const std::string own = cell_name({sheet_row(draft_, row), column});
  return brought.is_zero() ? own : brought.to_string() + "+" + own;
}

// A column that only adds other ones is added up from those: a row that somebody inserts has its
// numbers, but not its formula.
std::string FormFormulas::sum(std::size_t column) const {
  std::vector<std::size_t> parts;
  const auto* operand = std::get_if<formula::Operand>(&draft_.form->columns[column].source);
  if (!operand || !adds_typed_columns(**operand, *draft_.form, parts)) parts = {column};
  std::string ranges;
  for (const std::size_t part : parts) {
    const int at = static_cast<int>(part);
    ranges += (ranges.empty() ? "" : ",") + cell_name({draft_.place.first, at}) + ":" +
              cell_name({draft_.place.last, at});
  }
  return (is_mark(draft_.form->columns[column]) ? "COUNTA(" : "SUM(") + ranges + ")";
}

std::string FormFormulas::difference(const FormCheck& check) const {
  const FormDraft& other = check.form ? *find_draft(drafts_, check.form->value) : draft_;
  const auto row = check.item ? other.row_of_item(check.item->value) : std::nullopt;
  const std::string prefix = &other == &draft_ ? "" : in_sheet(other);
  return "ROUND(" + added(draft_, check.columns, std::nullopt, "") + "-(" +
         added(other, check.equal, row, prefix) + "),2)";
}

std::string FormFormulas::difference(const FormCheck& check, std::size_t row) const {
  return "ROUND(" + added(draft_, check.columns, row, "") + "-(" +
         added(draft_, check.equal, row, "") + "),2)";
}

std::string column_range(const FormDraft& draft, std::size_t column) {
  return in_sheet(draft) + range(draft.place.first, draft.place.last, column);
}

}  // namespace chiwat::form
