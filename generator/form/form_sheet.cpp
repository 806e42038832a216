#include "form/form_sheet.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "form/form_cells.hpp"
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
using document::Style;
using document::Value;

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
        sheet_(draft.sheet) {}

  document::Sheet write() {
    write_lines();
    write_headings();
    write_rows();
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

  // Made when they are written, row by row.
  void write_rows() {
    const auto cells = std::make_shared<FormCells>(draft_, formulas_, numbers_, occasion_);
    sheet_.put_below({draft_.place.first, static_cast<int>(draft_.rows.size()),
                      [cells, first = draft_.place.first](int row, std::vector<Cell>& into) {
                        cells->make(static_cast<std::size_t>(row - first), into);
                      }});
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
      style.fill = kOpenFill;
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
};

}  // namespace

document::Sheet form_sheet(const FormDraft& draft, const std::vector<FormDraft>& drafts,
                           FormNumbers& numbers, const Occasion& occasion) {
  return SheetWriter(draft, drafts, numbers, occasion).write();
}

}  // namespace chiwat::form
