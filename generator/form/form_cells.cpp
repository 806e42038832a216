#include "form/form_cells.hpp"

#include <utility>
#include <variant>

#include "form/number_format.hpp"
#include "form/sheet_builder.hpp"

namespace chiwat::form {

using document::Blank;
using document::Cell;
using document::Horizontal;
using document::SharedStyle;
using document::Style;
using document::Value;

std::string format_of(FieldType type, thai::Digits digits, bool dash) {
  const std::string prefix = digits == thai::Digits::thai ? "[$-D00041E]" : "";
  const auto sections = [&](const std::string& code) {
    return dash ? prefix + code + ";" + prefix + "-" + code + ";" + prefix + "\"-\""
                : prefix + code;
  };
  switch (type) {
    case FieldType::text:
    case FieldType::code:
    case FieldType::telephone:
    case FieldType::choice:
      return "@";
    case FieldType::count:
      return sections("#,##0");
    case FieldType::amount:
    case FieldType::percent:
      return sections("#,##0.00");
    case FieldType::mark:
      return prefix + "0";
    case FieldType::date:
      return digits == thai::Digits::thai ? "[$-D07041E]d mmm yyyy" : "[$-107041E]d mmm yyyy";
  }
  return "";
}

Style style_of(FieldType type, bool bold) {
  switch (type) {
    case FieldType::text:
    case FieldType::choice:
      return indented(bordered(text_style(Horizontal::left, bold)));
    case FieldType::code:
    case FieldType::telephone:
    case FieldType::date:
    case FieldType::mark:
      return bordered(text_style(Horizontal::centre, bold));
    default:
      break;
  }
  Style style = indented(bordered(text_style(Horizontal::right, bold)));
  style.wrap = false;
  return style;
}

bool is_open(const FormDraft& draft, std::size_t index, std::size_t row) {
  const FormColumn& column = draft.form->columns[index];
  if (!column.in_rows) return false;
  if (draft.is_result) return draft.rows.fault(row, index) != nullptr;
  if (std::holds_alternative<Empty>(column.source)) return true;
  // What only a month or earlier months could tell is written in where they are not known.
  if (std::holds_alternative<Asked>(column.source) ||
      std::holds_alternative<Accumulates>(column.source)) {
    return draft.rows.is_blank(row, index);
  }
  if (const auto* known = std::get_if<Known>(&column.source)) {
    const bool always_known = *known == Known::serial || *known == Known::province ||
                              *known == Known::district || *known == Known::month ||
                              *known == Known::item;
    if (always_known) return false;
    return column.open || draft.rows.is_spare(row);
  }
  return false;
}

FormCells::FormCells(const FormDraft& draft, const FormFormulas& formulas, FormNumbers& numbers,
                     const Occasion& occasion)
    : draft_(draft),
      formulas_(formulas),
      numbers_(numbers),
      digits_(occasion.digits),
      values_(occasion.values),
      styles_(draft.form->columns.size()) {}

void FormCells::make(std::size_t row, std::vector<Cell>& cells) {
  cells.resize(styles_.size());
  for (std::size_t column = 0; column < cells.size(); ++column) make(row, column, cells[column]);
}

void FormCells::make(std::size_t row, std::size_t column, Cell& cell) {
  const bool is_live = is_computed(row, column);
  const std::string* const fault = draft_.rows.fault(row, column);
  const SharedStyle& own = style(column, is_live, is_open(draft_, column, row), fault != nullptr);
  if (&*cell.style != &*own) cell.style = own;
  cell.comment.clear();
  if (fault) cell.comment = *fault;
  if (!draft_.form->columns[column].in_rows) {
    cell.value = Blank{};
  } else if (is_live) {
    cell.value = computed(row, column);
  } else {
    put_known(row, column, cell.value);
  }
}

const SharedStyle& FormCells::style(std::size_t column, bool is_live, bool is_open, bool is_fault) {
  auto& style = styles_[column][is_live * 4u + is_open * 2u + is_fault];
  if (!style) style = look(draft_.form->columns[column], is_live, is_open, is_fault);
  return *style;
}

Style FormCells::look(const FormColumn& column, bool is_live, bool is_open, bool is_fault) const {
  constexpr std::uint32_t kFault = 0xFFC7CE;
  Style style = style_of(column.type, false);
  const bool is_serial = std::holds_alternative<Known>(column.source) &&
                         std::get<Known>(column.source) == Known::serial;
  if (is_serial) {
    style = bordered(text_style(Horizontal::centre, false));
    style.number_format = format_code({0, false, digits_, ""});
  } else if (column.in_rows) {
    style.number_format = format_of(column.type, digits_, is_live);
  }
  if (is_open) {
    style.locked = false;
    style.fill = kOpenFill;
  }
  if (is_fault) style.fill = kFault;
  return style;
}

bool FormCells::is_computed(std::size_t row, std::size_t column) const {
  const Source& source = draft_.form->columns[column].source;
  if (std::holds_alternative<Accumulates>(source)) {
    return draft_.rows.number(row, column).has_value();
  }
  return std::holds_alternative<formula::Operand>(source) ||
         std::holds_alternative<Gathered>(source) || std::holds_alternative<Collected>(source);
}

Value FormCells::computed(std::size_t row, std::size_t column) {
  const Source& source = draft_.form->columns[column].source;
  const Number exact = numbers_.cell(draft_, row, column);
  if (values_) return exact;
  if (const auto* operand = std::get_if<formula::Operand>(&source)) {
    return document::Formula{formulas_.of(**operand, row), exact};
  }
  if (const auto* sum = std::get_if<Accumulates>(&source)) {
    return document::Formula{formulas_.of(*sum, *draft_.rows.number(row, column), row), exact};
  }
  if (const auto* from = std::get_if<Collected>(&source)) {
    return document::Formula{formulas_.of(*from, row), exact};
  }
  return document::Formula{formulas_.of(std::get<Gathered>(source), row), exact};
}

// "100.50+7", where a number is the sum of several.
void FormCells::put_known(std::size_t row, std::size_t column, Value& into) const {
  draft_.rows.value(row, column, into);
  const auto* parts = values_ ? nullptr : draft_.rows.parts(row, column);
  const auto* exact = std::get_if<Number>(&into);
  if (!parts || !exact) return;
  std::string sum;
  for (const Number& part : *parts) sum += (sum.empty() ? "" : "+") + part.to_string();
  into = document::Formula{std::move(sum), *exact};
}

}  // namespace chiwat::form
