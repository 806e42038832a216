#include "form/table_sheet.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "form/sheet_builder.hpp"
#include "formula/excel.hpp"
#include "thai/message.hpp"

namespace chiwat::form {
namespace {

using document::Cell;
using document::Horizontal;
using document::Position;
using document::SharedStyle;
using document::Style;
using document::Value;
using model::ShownColumn;

constexpr std::uint32_t kSetByHand = 0xFFF2CC;  // a pale yellow that prints as a light grey

class SheetWriter {
 public:
  SheetWriter(const Context& context, const model::Table& table, const Template& form,
              const TableText& text, const TableRows& rows, const Placement& placement,
              const std::vector<Placement>& sheets)
      : context_(context),
        table_(table),
        form_(form),
        text_(text),
        rows_(rows),
        placement_(placement),
        references_(context.circular, placement, sheets),
        geometry_(measure(text, rows, widest_cells(), form.page)),
        sheet_(placement.sheet) {}

  document::Sheet write() {
    write_lines();
    write_headings();
    write_districts();
    if (text_.total) write_total_row();
    write_signature();
    write_geometry();
    return sheet_.take();
  }

 private:
  int columns() const { return static_cast<int>(text_.leaves.size()); }
  const model::Content& content(int column) const {
    return *text_.leaves[static_cast<std::size_t>(column)]->content;
  }

  // --- Texts ---

  void put_line(int row, const std::string& text, const Style& style) {
    sheet_.put_merged({{row, 0}, {row, columns() - 1}}, text, style);
  }

  void write_lines() {
    put_line(0, text_.label, text_style(Horizontal::right, false));
    for (std::size_t i = 0; i < text_.titles.size(); ++i) {
      put_line(rows_.titles + static_cast<int>(i), text_.titles[i],
               text_style(Horizontal::centre, true));
    }
    const Style note = text_style(Horizontal::left, false);
    for (std::size_t i = 0; i < text_.notes.size(); ++i) {
      put_line(rows_.notes + static_cast<int>(i), text_.notes[i], note);
    }
  }

  void write_headings() {
    const Style style = bordered(text_style(Horizontal::centre, true));
    for (std::size_t i = 0; i < text_.grid.cells.size(); ++i) {
      const HeadingCell& cell = text_.grid.cells[i];
      const Position first{rows_.headings + cell.row, cell.column};
      sheet_.put_merged({first, {first.row + cell.rows - 1, first.column + cell.columns - 1}},
                        text_.headings[i], style);
    }
  }

  void write_signature() {
    const SignatureColumns block = geometry_.signature;
    for (std::size_t i = 0; i < text_.signature.size(); ++i) {
      const int row = rows_.signature + static_cast<int>(i);
      sheet_.put_merged({{row, block.first}, {row, block.last}}, text_.signature[i],
                        text_style(Horizontal::centre, false));
    }
  }

  // --- The rows of the districts ---

  // What a column of the sheet shows in each district.
  using CellOf = std::function<Cell(std::size_t district)>;

  void write_districts() {
    std::vector<CellOf> cells;
    for (int column = 0; column < columns(); ++column) {
      cells.push_back(
          std::visit([&](const auto& what) { return cells_of(what); }, content(column)));
    }
    for (std::size_t district = 0; district < context_.circular.districts.size(); ++district) {
      const int row = placement_.first_row + static_cast<int>(district);
      for (int column = 0; column < columns(); ++column) {
        sheet_.put({row, column}, cells[static_cast<std::size_t>(column)](district));
      }
    }
  }

  CellOf cells_of(const model::SerialNumber&) const {
    Style style = bordered(text_style(Horizontal::centre, false));
    style.number_format = format_code({0, false, context_.digits, ""});
    return [style = SharedStyle(style)](std::size_t district) {
      return Cell{Number(static_cast<std::int64_t>(district) + 1), style, ""};
    };
  }

  CellOf cells_of(const model::DistrictName&) const {
    const SharedStyle style = indented(bordered(text_style(Horizontal::left, false)));
    return [this, style](std::size_t district) {
      return Cell{context_.circular.districts[district].value, style, ""};
    };
  }

  CellOf cells_of(const model::EmptyCells&) const {
    const SharedStyle style = bordered(text_style(Horizontal::left, false));
    return [style](std::size_t) { return Cell{document::Blank{}, style, ""}; };
  }

  CellOf cells_of(const ShownColumn& shown) const {
    const model::Column& what = context_.circular.columns[shown.column];
    const std::vector<Number>& values = context_.plan.columns[shown.column].districts;
    const SharedStyle style = number_style(shown, false);
    const bool live = is_live(what);
    return [this, &shown, &what, &values, style, live](std::size_t district) {
      const auto entry = what.overrides.find(district);
      if (entry != what.overrides.end()) return set_by_hand(entry->second, shown, false);
      if (!live) return Cell{values[district], style, ""};
      return Cell{document::Formula{district_formula(what, district), values[district]}, style, ""};
    };
  }

  Style number_style(const ShownColumn& shown, bool bold, const std::string& mark = "") const {
    Style style = indented(bordered(text_style(Horizontal::right, bold)));
    style.wrap = false;
    NumberLook look = look_of(context_, table_, shown);
    look.mark = mark;
    style.number_format = format_code(look);
    return style;
  }

  Cell set_by_hand(const model::Override& entry, const ShownColumn& shown, bool bold) const {
    const Mark* mark = text_.mark_of(&entry);
    if (!mark) return {entry.value, number_style(shown, bold), ""};
    Style style = number_style(shown, bold, mark->sign);
    style.fill = kSetByHand;
    return {entry.value, std::move(style), mark->reason};
  }

  std::string district_formula(const model::Column& column, std::size_t district) const {
    return formula::to_excel(*column.definition, [&](const std::string& name) {
      return references_.in_district(name, district);
    });
  }

  // A constant such as 5 activities is a number, not a formula.
  bool is_live(const model::Column& column) const {
    return !context_.values && column.definition && !formula::names(*column.definition).empty();
  }

  // --- The total row ---

  // The label stands under the serial numbers and district names together.
  void write_total_row() {
    int column = total_label_columns(text_);
    if (column > 0) {
      sheet_.put_merged({{rows_.total, 0}, {rows_.total, column - 1}}, *text_.total,
                        total_text_style());
    }
    for (; column < columns(); ++column) {
      sheet_.put(
          {rows_.total, column},
          std::visit([&](const auto& what) { return total_cell(column, what); }, content(column)));
    }
  }

  static Style total_text_style() { return bordered(text_style(Horizontal::centre, true)); }

  Cell total_cell(int, const model::SerialNumber&) const {
    return {document::Blank{}, total_text_style(), ""};
  }
  Cell total_cell(int, const model::DistrictName&) const {
    return {document::Blank{}, total_text_style(), ""};
  }
  Cell total_cell(int, const model::EmptyCells&) const {
    return {document::Blank{}, bordered(text_style(Horizontal::left, false)), ""};
  }
  Cell total_cell(int column, const ShownColumn& shown) const {
    const model::Total& total = total_of(context_, shown);
    if (std::holds_alternative<model::NoTotal>(total)) {
      return {document::Blank{}, total_text_style(), ""};
    }
    if (const auto* label = std::get_if<Text>(&total)) {
      return {formatted(context_, table_, *label), total_text_style(), ""};
    }
    const auto& entry = context_.circular.columns[shown.column].total_override;
    if (entry) return set_by_hand(*entry, shown, true);
    return {total_value(column, shown), number_style(shown, true), ""};
  }

  Value total_value(int column, const ShownColumn& shown) const {
    const model::Column& what = context_.circular.columns[shown.column];
    const plan::ColumnValues& values = context_.plan.columns[shown.column];
    if (std::holds_alternative<model::SumOfRows>(total_of(context_, shown))) {
      if (context_.values) return values.sum;
      const int last = placement_.first_row + static_cast<int>(values.districts.size()) - 1;
      return document::Formula{"SUM(" + document::cell_name({placement_.first_row, column}) + ":" +
                                   document::cell_name({last, column}) + ")",
                               values.sum};
    }
    const Number exact = values.rule.value();  // plan/ has reported what has none
    if (!is_live(what)) return exact;
    return document::Formula{
        formula::to_excel(*what.definition,
                          [&](const std::string& name) { return references_.in_total(name); }),
        exact};
  }

  // --- Lengths and pages ---

  std::vector<Millipoints> widest_cells() const {
    std::vector<Millipoints> result;
    for (int column = 0; column < columns(); ++column) {
      result.push_back(std::visit([&](const auto& what) { return widest(what); }, content(column)));
    }
    return result;
  }

  Millipoints widest(const model::SerialNumber&) const { return thai::text_width("0000", kPlain); }
  Millipoints widest(const model::EmptyCells&) const {
    return thai::text_width("หมายเหตุหมายเหตุ", kPlain);
  }
  Millipoints widest(const model::DistrictName&) const {
    Millipoints most = 0;
    for (const Text& district : context_.circular.districts) {
      most = std::max(most, thai::text_width(district.value, kPlain));
    }
    return most + kIndent;
  }
  Millipoints widest(const ShownColumn& shown) const {
    const model::Column& what = context_.circular.columns[shown.column];
    const plan::ColumnValues& values = context_.plan.columns[shown.column];
    NumberLook look = look_of(context_, table_, shown);
    const bool is_set_by_hand = !what.overrides.empty() || what.total_override;
    if (is_set_by_hand && !text_.marks.empty()) look.mark = text_.marks.back().sign;
    Millipoints most = 0;
    const auto fit = [&](const std::string& text) {
      most = std::max(most, thai::text_width(text, kBold));
    };
    // All digits are equally wide, so that no number is wider than both the smallest and the
    // largest.
    const auto [smallest, largest] = std::ranges::minmax_element(values.districts);
    fit(form::shown(*smallest, look));
    fit(form::shown(*largest, look));
    fit(form::shown(values.sum, look));
    if (values.total) fit(form::shown(*values.total, look));
    if (values.rule) fit(form::shown(*values.rule, look));
    if (const auto* label = std::get_if<Text>(&total_of(context_, shown))) {
      fit(formatted(context_, table_, *label));
    }
    return most + kIndent;
  }

  void write_geometry() {
    sheet_.set_widths(geometry_.widths);
    sheet_.set_heights(geometry_.heights);
    sheet_.set_page(form_.page, geometry_.paper, geometry_.pages, context_.digits);
    document::Sheet& sheet = sheet_.sheet();
    sheet.freeze = Position{rows_.districts, frozen_columns()};
    sheet.page.repeat_rows = {rows_.headings, rows_.districts - 1};
  }

  // The columns up to the district's name stay when the sheet is scrolled.
  int frozen_columns() const {
    for (int column = 0; column < columns(); ++column) {
      if (std::holds_alternative<model::DistrictName>(content(column))) return column + 1;
    }
    return 0;
  }

  const Context& context_;
  const model::Table& table_;
  const Template& form_;
  const TableText& text_;
  const TableRows& rows_;
  const Placement& placement_;
  References references_;
  Geometry geometry_;
  SheetBuilder sheet_;
};

}  // namespace

Placement placement_of(const Context& context, const model::Table& table, const TableText& text,
                       const TableRows& rows) {
  Placement placement;
  placement.sheet = table.sheet.value;
  placement.first_row = rows.districts;
  placement.total_row = rows.total;
  placement.shown = shown_columns(text.leaves);
  for (std::size_t i = 0; i < text.leaves.size(); ++i) {
    const auto* shown = std::get_if<ShownColumn>(&*text.leaves[i]->content);
    if (!shown) continue;
    const model::Column& column = context.circular.columns[shown->column];
    const model::Total& total = total_of(context, *shown);
    if (text.total && is_number(total) && total.index() == column.total.index()) {
      placement.with_total.emplace(shown->column, static_cast<int>(i));
    }
  }
  return placement;
}

document::Sheet table_sheet(const Context& context, const model::Table& table, const Template& form,
                            const TableText& text, const TableRows& rows,
                            const Placement& placement, const std::vector<Placement>& sheets) {
  return SheetWriter(context, table, form, text, rows, placement, sheets).write();
}

}  // namespace chiwat::form
