#include "form/form_formulas.hpp"

#include "document/workbook.hpp"
#include "formula/excel.hpp"

namespace chiwat::form {
namespace {

using document::cell_name;
using document::Position;

// A text between quotes, as formulas write it.
std::string quoted(const std::string& text, char quote) {
  std::string result(1, quote);
  for (const char c : text) result += std::string(c == quote ? 2 : 1, c);
  return result + quote;
}

std::string in_sheet(const FormDraft& draft) {
  return quoted(draft.sheet, '\'') + "!";
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
    const FormColumn& what = draft_.form->columns[column];
    if (row && !is_total) return formula::Cell{number_in(*row, column), denominator(what), nullptr};
    const Position at{draft_.place.total, static_cast<int>(column)};
    return formula::Cell{cell_name(at, row.has_value()), denominator(what), nullptr};
  });
}

std::string FormFormulas::number_in(std::size_t row, std::size_t column) const {
  const std::string cell = cell_name({sheet_row(draft_, row), static_cast<int>(column)});
  if (is_mark(draft_.form->columns[column]) && !draft_.is_result) return marked(cell);
  return draft_.rows.text(row, column) ? "N(" + cell + ")" : cell;
}

// Not SUMIF, to which the codes 0123 and 123 are the same number, nor "=", to which a1 and A1 are
// the same text.
std::string FormFormulas::of(const Gathered& from, std::size_t row) const {
  const FormDraft& other = *find_draft(drafts_, from.form.value);
  const auto own = static_cast<int>(*draft_.form->find(from.by.value));
  const std::string key = cell_name({sheet_row(draft_, row), own});
  const auto rows = other.rows_of(draft_.rows.district(row));
  if (!rows) return "0";
  const std::string keys = column_range(other, *other.form->find(from.by.value), *rows);
  const std::string values = column_range(other, *other.form->find(from.column.value), *rows);
  const std::string is_same = "--EXACT(" + keys + "," + key + "),--(" + keys + "<>\"\")";
  return "SUMPRODUCT(" + is_same + "," + (from.counts ? "--(" + values + "<>\"\")" : values) + ")";
}

std::string FormFormulas::of(const Collected& from, std::size_t row) const {
  const FormDraft& other = *find_draft(drafts_, from.form.value);
  const auto range = [&](const Text& column) {
    return column_range(other, *other.form->find(column.value));
  };
  const auto own = static_cast<int>(*draft_.form->subject());
  std::string result = "SUMPRODUCT(--EXACT(" + range(from.by) + "," +
                       cell_name({sheet_row(draft_, row), own}) + "),";
  for (const Collected::Where& where : from.where) {
    result += "--EXACT(" + range(where.column) + "," + quoted(where.item.value, '"') + "),";
  }
  return result + range(from.column) + ")";
}

std::string FormFormulas::of(const Accumulates& sum, const Number& brought, std::size_t row) const {
  const std::string own = number_in(row, *draft_.form->find(sum.column.value));
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
  const bool counts = is_mark(draft_.form->columns[column]) && !draft_.is_result;
  return (counts ? "COUNTA(" : "SUM(") + ranges + ")";
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

std::string column_range(const FormDraft& draft, std::size_t column,
                         std::pair<std::size_t, std::size_t> rows) {
  return in_sheet(draft) +
         range(sheet_row(draft, rows.first), sheet_row(draft, rows.second), column);
}

}  // namespace chiwat::form
