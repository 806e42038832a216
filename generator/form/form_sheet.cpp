#include "form/form_sheet.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "form/form_formulas.hpp"
#include "form/form_geometry.hpp"
#include "form/form_rules.hpp"
#include "form/number_format.hpp"
#include "form/sheet_builder.hpp"

namespace chiwat::form {
namespace {

using document::Blank;
using document::Cell;
using document::Horizontal;
using document::Position;
using document::SharedStyle;
using document::Style;
using document::Value;

constexpr std::uint32_t kOpen = 0xFFFBE6;  // pale, and white on paper
constexpr std::uint32_t kFault = 0xFFC7CE;

// Excel's code for a type; `dash`: nothing is shown as a dash, as in official tables.
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

class SheetWriter {
 public:
  SheetWriter(const FormDraft& draft, const std::vector<FormDraft>& drafts, FormNumbers& numbers,
              const Occasion& occasion)
      : draft_(draft),
        form_(*draft.form),
        numbers_(numbers),
        occasion_(occasion),
        formulas_(draft, drafts),
        geometry_(measure(draft)),
        sheet_(draft.sheet),
        row_styles_(form_.columns.size()) {}

  document::Sheet write() {
    sheet_.reserve(static_cast<std::size_t>(draft_.place.count) * form_.columns.size());
    write_lines();
    write_headings();
    for (std::size_t row = 0; row < draft_.rows.size(); ++row) write_row(row);
    if (draft_.text.total) write_total_row();
    write_checks();
    write_notes();
    write_signatures();
    write_geometry();
    add_rules(draft_, formulas_, occasion_, sheet_.sheet());
    return sheet_.take();
  }

 private:
  int columns() const { return static_cast<int>(form_.columns.size()); }

  void put_line(int row, const std::string& text, const Style& style) {
    sheet_.put_merged({{row, 0}, {row, columns() - 1}}, text, style);
  }

  void write_lines() {
    put_line(0, draft_.text.label, text_style(Horizontal::right, false));
    for (int i = 0; const std::string& title : draft_.text.titles) {
      put_line(draft_.place.titles + i++, title, text_style(Horizontal::centre, true));
    }
  }

  void write_headings() {
    const Style style = bordered(text_style(Horizontal::centre, true));
    for (std::size_t i = 0; i < draft_.text.grid.cells.size(); ++i) {
      const HeadingCell& cell = draft_.text.grid.cells[i];
      const Position first{draft_.place.headings + cell.row, cell.column};
      sheet_.put_merged({first, {first.row + cell.rows - 1, first.column + cell.columns - 1}},
                        draft_.text.headings[i], style);
    }
  }

  void write_row(std::size_t row) {
    const int at = draft_.place.first + static_cast<int>(row);
    for (std::size_t column = 0; column < form_.columns.size(); ++column) {
      sheet_.put({at, static_cast<int>(column)}, row_cell(row, column));
    }
  }

  Cell row_cell(std::size_t row, std::size_t index) {
    const bool is_live = is_computed(row, index);
    const bool is_open = form::is_open(draft_, index, draft_.rows[row]);
    const auto& faults = draft_.rows[row].faults;
    const auto fault = faults.find(index);
    const bool is_fault = fault != faults.end();
    auto& style = row_styles_[index][is_live * 4u + is_open * 2u + is_fault];
    if (!style) style = row_style(form_.columns[index], is_live, is_open, is_fault);
    return {row_value(row, index), *style, is_fault ? fault->second : std::string()};
  }

  Style row_style(const FormColumn& column, bool is_live, bool is_open, bool is_fault) const {
    Style style = style_of(column.type, false);
    const bool is_serial = std::holds_alternative<Known>(column.source) &&
                           std::get<Known>(column.source) == Known::serial;
    if (is_serial) {
      style = bordered(text_style(Horizontal::centre, false));
      style.number_format = format_code({0, false, occasion_.digits, ""});
    } else if (column.in_rows) {
      style.number_format = format_of(column.type, occasion_.digits, is_live);
    }
    if (is_open) {
      style.locked = false;
      style.fill = kOpen;
    }
    if (is_fault) style.fill = kFault;
    return style;
  }

  bool is_computed(std::size_t row, std::size_t index) const {
    const Source& source = form_.columns[index].source;
    if (std::holds_alternative<Accumulates>(source)) {
      return std::holds_alternative<Number>(draft_.rows[row].known[index]);
    }
    return std::holds_alternative<formula::Operand>(source) ||
           std::holds_alternative<Gathered>(source) || std::holds_alternative<Collected>(source);
  }

  Value row_value(std::size_t row, std::size_t index) {
    const FormColumn& column = form_.columns[index];
    if (!column.in_rows) return Blank{};
    const Value& known = draft_.rows[row].known[index];
    if (!is_computed(row, index)) return added_up(known, draft_.rows[row].parts, index);
    const Number exact = numbers_.cell(draft_, row, index);
    if (occasion_.values) return exact;
    if (const auto* operand = std::get_if<formula::Operand>(&column.source)) {
      return document::Formula{formulas_.of(**operand, row), exact};
    }
    if (const auto* sum = std::get_if<Accumulates>(&column.source)) {
      return document::Formula{formulas_.of(*sum, std::get<Number>(known), row), exact};
    }
    if (const auto* from = std::get_if<Collected>(&column.source)) {
      return document::Formula{formulas_.of(*from, row), exact};
    }
    return document::Formula{formulas_.of(std::get<Gathered>(column.source), row), exact};
  }

  // "100.50+7", where a number is the sum of several.
  Value added_up(const Value& known, const std::map<std::size_t, std::vector<Number>>& parts,
                 std::size_t index) const {
    const auto* exact = std::get_if<Number>(&known);
    const auto own = parts.find(index);
    if (!exact || own == parts.end() || occasion_.values) return known;
    std::string sum;
    for (const Number& part : own->second) sum += (sum.empty() ? "" : "+") + part.to_string();
    return document::Formula{sum, *exact};
  }

  // The label stands under the columns before the first total.
  void write_total_row() {
    const int row = draft_.place.total;
    const int under = total_label_columns(form_);
    const Style style = bordered(text_style(Horizontal::centre, true));
    if (under > 0) sheet_.put_merged({{row, 0}, {row, under - 1}}, *draft_.text.total, style);
    for (int column = under; column < columns(); ++column) {
      sheet_.put({row, column}, total_cell(static_cast<std::size_t>(column)));
    }
  }

  Cell total_cell(std::size_t index) {
    const FormColumn& column = form_.columns[index];
    const Style words = bordered(text_style(Horizontal::centre, true));
    if (std::holds_alternative<std::monostate>(column.total)) return {Blank{}, words, ""};
    if (const auto* text = std::get_if<Text>(&column.total)) {
      return {formatted(*text, draft_.placeholders, occasion_.digits), words, ""};
    }
    Style style = style_of(column.type == FieldType::mark ? FieldType::count : column.type, true);
    style.number_format = format_of(column.type == FieldType::mark ? FieldType::count : column.type,
                                    occasion_.digits, true);
    Value value = total_value(index);
    if (std::holds_alternative<Blank>(value)) {
      style.locked = false;
      style.fill = kOpen;
    }
    return {std::move(value), std::move(style), ""};
  }

  Value total_value(std::size_t index) {
    const ColumnTotal& total = form_.columns[index].total;
    if (std::holds_alternative<Asked>(total)) {
      const auto& asked = draft_.asked_totals[index];
      return asked ? Value(*asked) : Value(Blank{});
    }
    const Number exact = numbers_.total(draft_, index);
    if (occasion_.values) return exact;
    if (const auto* operand = std::get_if<formula::Operand>(&total)) {
      return document::Formula{formulas_.of(**operand, std::nullopt), exact};
    }
    return document::Formula{formulas_.sum(index), exact};
  }

  void write_checks() {
    for (std::size_t i = 0; i < form_.checks.size(); ++i) {
      const int row = draft_.place.checks + static_cast<int>(i);
      const auto line = [&](Columns columns, Value value) {
        sheet_.put_merged({{row, columns.first}, {row, columns.last}}, std::move(value),
                          text_style(Horizontal::left, false));
      };
      line(geometry_.check_text, draft_.text.checks[i]);
      line(geometry_.check_result, check_value(form_.checks[i]));
    }
  }

  Value check_value(const FormCheck& check) {
    const Number difference = numbers_.difference(draft_, check);
    const std::string now = difference.is_zero()
                                ? std::string("ตรงกัน")
                                : "ต่างกัน " + shown(difference, {2, true, thai::Digits::arabic, ""});
    if (occasion_.values) return now;
    const std::string formula = formulas_.difference(check);
    return document::Formula{
        "IF(" + formula + "=0,\"ตรงกัน\",\"ต่างกัน \"&TEXT(" + formula + ",\"#,##0.00\"))", now};
  }

  void write_notes() {
    for (int i = 0; const std::string& note : draft_.text.notes) {
      put_line(draft_.place.notes + i++, note, text_style(Horizontal::left, false));
    }
  }

  void write_signatures() {
    Style style = text_style(Horizontal::centre, false);
    style.locked = false;
    for (std::size_t block = 0; block < draft_.text.signatures.size(); ++block) {
      const Columns own = geometry_.signatures[block];
      for (int i = 0; const std::string& line : draft_.text.signatures[block]) {
        const int row = draft_.place.signatures + i++;
        sheet_.put_merged({{row, own.first}, {row, own.last}}, line, style);
      }
    }
  }

  void write_geometry() {
    sheet_.set_widths(geometry_.widths);
    sheet_.set_heights(geometry_.heights);
    sheet_.set_page(draft_.page->page, geometry_.paper, geometry_.pages, occasion_.digits);
    document::Sheet& sheet = sheet_.sheet();
    sheet.freeze = Position{draft_.place.first, frozen_columns()};
    sheet.page.repeat_rows = {draft_.place.headings, draft_.place.first - 1};
  }

  // What names a row stays when the sheet is scrolled, unless that is half of a small screen.
  int frozen_columns() const {
    constexpr Millipoints kHalfAScreen = 480'000;
    Millipoints width = 0;
    for (int column = 0; column < columns(); ++column) {
      width += geometry_.widths[static_cast<std::size_t>(column)];
      const auto* known =
          std::get_if<Known>(&form_.columns[static_cast<std::size_t>(column)].source);
      const bool is_name = known && (*known == Known::operator_name || *known == Known::month ||
                                     *known == Known::item || *known == Known::district);
      if (is_name) return width <= kHalfAScreen ? column + 1 : 0;
    }
    return 0;
  }

  const FormDraft& draft_;
  const FormTemplate& form_;
  FormNumbers& numbers_;
  const Occasion& occasion_;
  const FormFormulas formulas_;
  const FormGeometry geometry_;
  SheetBuilder sheet_;
  // Of each column's cells, live or not, open or not, faulty or not: few styles for many rows.
  std::vector<std::array<std::optional<SharedStyle>, 8>> row_styles_;
};

}  // namespace

bool is_open(const FormDraft& draft, std::size_t index, const FormRow& row) {
  const FormColumn& column = draft.form->columns[index];
  if (!column.in_rows) return false;
  if (draft.is_result) return row.faults.contains(index);
  if (std::holds_alternative<Empty>(column.source)) return true;
  // What only a month or earlier months could tell is written in where they are not known.
  if (std::holds_alternative<Asked>(column.source) ||
      std::holds_alternative<Accumulates>(column.source)) {
    return std::holds_alternative<Blank>(row.known[index]);
  }
  if (const auto* known = std::get_if<Known>(&column.source)) {
    const bool always_known = *known == Known::serial || *known == Known::province ||
                              *known == Known::district || *known == Known::month ||
                              *known == Known::item;
    if (always_known) return false;
    return row.is_spare || column.open;
  }
  return false;
}

document::Sheet form_sheet(const FormDraft& draft, const std::vector<FormDraft>& drafts,
                           FormNumbers& numbers, const Occasion& occasion) {
  return SheetWriter(draft, drafts, numbers, occasion).write();
}

}  // namespace chiwat::form
