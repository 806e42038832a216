#include "form/table_sheet.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "formula/excel.hpp"
#include "thai/message.hpp"

namespace chiwat::form {
namespace {

using document::Horizontal;
using document::Position;
using document::Style;
using document::Value;
using model::ShownColumn;

constexpr std::uint32_t kSetByHand = 0xFFF2CC;  // a pale yellow that prints as a light grey

Style text_style(Horizontal horizontal, bool bold) {
  Style style;
  style.font_size = kPlain.size;
  style.bold = bold;
  style.wrap = true;
  style.horizontal = horizontal;
  return style;
}

Style bordered(Style style) {
  style.border = true;
  return style;
}

// Names and numbers keep off the lines at their side.
Style indented(Style style) {
  style.indent = 1;
  return style;
}

// Exact: a width in pixels and a height are what geometry has made whole.
int pixels(Millipoints width) {
  return width / kPixel;
}

int inch_thousandths(int millimetres) {
  return millimetres * 10'000 / 254;
}

class SheetWriter {
 public:
  SheetWriter(const Context& context, const model::Table& table, const Template& form,
              const TableText& text, const TableRows& rows, const Placement& placement,
              const Placement* supporting)
      : context_(context),
        table_(table),
        form_(form),
        text_(text),
        rows_(rows),
        placement_(placement),
        references_(context.circular, placement, supporting),
        geometry_(measure(text, rows, widest_cells(), form)) {}

  document::Sheet write() {
    sheet_.name = placement_.sheet;
    write_lines();
    write_headings();
    write_columns();
    write_signature();
    write_geometry();
    return std::move(sheet_);
  }

 private:
  int columns() const { return static_cast<int>(text_.grid.leaves.size()); }
  const model::Content& content(int column) const {
    return *text_.grid.leaves[static_cast<std::size_t>(column)]->content;
  }

  // ---- Texts
  // -------------------------------------------------------------------------------------

  void put(Position at, Value value, Style style, std::string comment = "") {
    sheet_.cells[at] = {std::move(value), std::move(style), std::move(comment)};
  }

  void put_merged(document::Range range, Value value, const Style& style) {
    put(range.first, std::move(value), style);
    if (range.first != range.last) sheet_.merges.push_back(range);
  }

  void put_line(int row, const std::string& text, const Style& style) {
    put_merged({{row, 0}, {row, columns() - 1}}, text, style);
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
      put_merged({first, {first.row + cell.rows - 1, first.column + cell.columns - 1}},
                 text_.headings[i], style);
    }
  }

  void write_signature() {
    const SignatureColumns block = geometry_.signature;
    for (std::size_t i = 0; i < text_.signature.size(); ++i) {
      const int row = rows_.signature + static_cast<int>(i);
      put_merged({{row, block.first}, {row, block.last}}, text_.signature[i],
                 text_style(Horizontal::centre, false));
    }
  }

  // ---- Columns
  // -----------------------------------------------------------------------------------

  void write_columns() {
    for (int column = 0; column < columns(); ++column) {
      std::visit([&](const auto& what) { write_column(column, what); }, content(column));
    }
    if (text_.total) write_total_label();
  }

  template <class ValueOf>
  void write_districts(int column, const Style& style, ValueOf value_of) {
    for (std::size_t i = 0; i < context_.circular.districts.size(); ++i) {
      put({placement_.first_row + static_cast<int>(i), column}, value_of(i), style);
    }
  }

  void write_column(int column, const model::SerialNumber&) {
    Style style = bordered(text_style(Horizontal::centre, false));
    style.number_format = format_code({0, false, context_.digits, ""});
    write_districts(column, style,
                    [](std::size_t i) { return Number(static_cast<std::int64_t>(i) + 1); });
  }

  void write_column(int column, const model::DistrictName&) {
    write_districts(column, indented(bordered(text_style(Horizontal::left, false))),
                    [&](std::size_t i) { return context_.circular.districts[i].value; });
  }

  void write_column(int column, const model::EmptyCells&) {
    const Style style = bordered(text_style(Horizontal::left, false));
    write_districts(column, style, [](std::size_t) { return document::Blank{}; });
    if (text_.total) put({rows_.total, column}, document::Blank{}, style);
  }

  void write_column(int column, const ShownColumn& shown) {
    const model::Column& what = context_.circular.columns[shown.column];
    for (std::size_t i = 0; i < context_.circular.districts.size(); ++i) {
      const auto found = what.overrides.find(i);
      const model::Override* entry = found == what.overrides.end() ? nullptr : &found->second;
      put_number({placement_.first_row + static_cast<int>(i), column},
                 district_value(shown, i, entry), shown, entry, false);
    }
    if (text_.total) write_total(column, shown);
  }

  void put_number(Position at, Value value, const ShownColumn& shown, const model::Override* entry,
                  bool bold) {
    Style style = indented(bordered(text_style(Horizontal::right, bold)));
    style.wrap = false;
    NumberLook look = look_of(context_, table_, shown);
    const Mark* mark = entry ? text_.mark_of(entry) : nullptr;
    if (mark) {
      look.mark = mark->sign;
      style.fill = kSetByHand;
    }
    style.number_format = format_code(look);
    put(at, std::move(value), std::move(style), mark ? mark->reason : "");
  }

  Value district_value(const ShownColumn& shown, std::size_t district,
                       const model::Override* entry) const {
    const model::Column& what = context_.circular.columns[shown.column];
    const Number& exact = context_.plan.columns[shown.column].districts[district];
    if (entry || !is_live(what)) return exact;
    return document::Formula{formula::to_excel(*what.definition,
                                               [&](const std::string& name) {
                                                 return references_.in_district(name, district);
                                               }),
                             exact};
  }

  // A constant such as 5 activities is a number, not a formula.
  bool is_live(const model::Column& column) const {
    return !context_.values && column.definition && !formula::names(*column.definition).empty();
  }

  // ---- The total row
  // -----------------------------------------------------------------------------

  // The label stands under the serial numbers and district names together.
  void write_total_label() {
    const Style style = bordered(text_style(Horizontal::centre, true));
    int last = -1;
    while (last + 1 < columns() && !std::holds_alternative<ShownColumn>(content(last + 1)) &&
           !std::holds_alternative<model::EmptyCells>(content(last + 1))) {
      ++last;
    }
    if (last >= 0) put_merged({{rows_.total, 0}, {rows_.total, last}}, *text_.total, style);
    for (int column = last + 1; column < columns(); ++column) {
      if (!sheet_.cells.contains({rows_.total, column})) {
        put({rows_.total, column}, document::Blank{}, style);
      }
    }
  }

  void write_total(int column, const ShownColumn& shown) {
    const Position at{rows_.total, column};
    const Style text = bordered(text_style(Horizontal::centre, true));
    const model::Total& total = total_of(context_, shown);
    if (std::holds_alternative<model::NoTotal>(total)) {
      put(at, document::Blank{}, text);
    } else if (const auto* label = std::get_if<Text>(&total)) {
      put(at, formatted(context_, table_, *label), text);
    } else {
      const auto& entry = context_.circular.columns[shown.column].total_override;
      put_number(at, total_value(column, shown), shown, entry ? &*entry : nullptr, true);
    }
  }

  Value total_value(int column, const ShownColumn& shown) const {
    const model::Column& what = context_.circular.columns[shown.column];
    const plan::ColumnValues& values = context_.plan.columns[shown.column];
    if (what.total_override) return what.total_override->value;
    if (std::holds_alternative<model::SumOfRows>(total_of(context_, shown))) {
      if (context_.values) return values.sum;
      const int last = placement_.first_row + static_cast<int>(values.districts.size()) - 1;
      return document::Formula{"SUM(" + document::cell_name({placement_.first_row, column}) + ":" +
                                   document::cell_name({last, column}) + ")",
                               values.sum};
    }
    const Number exact = values.rule.value_or(Number());
    if (!is_live(what)) return exact;
    return document::Formula{
        formula::to_excel(*what.definition,
                          [&](const std::string& name) { return references_.in_total(name); }),
        exact};
  }

  // ---- Lengths and pages
  // -------------------------------------------------------------------------

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
    if (!what.overrides.empty() || what.total_override) look.mark = text_.marks.back().sign;
    Millipoints most = 0;
    const auto fit = [&](const std::string& text) {
      most = std::max(most, thai::text_width(text, kBold));
    };
    for (const Number& number : values.districts) fit(form::shown(number, look));
    fit(form::shown(values.sum, look));
    if (values.total) fit(form::shown(*values.total, look));
    if (const auto* label = std::get_if<Text>(&total_of(context_, shown))) {
      fit(formatted(context_, table_, *label));
    }
    return most + kIndent;
  }

  void write_geometry() {
    for (const Millipoints width : geometry_.widths) {
      sheet_.column_pixels.push_back(pixels(width));
    }
    sheet_.row_heights = geometry_.heights;
    sheet_.freeze = Position{rows_.districts, frozen_columns()};
    document::Page& page = sheet_.page;
    page.landscape = geometry_.paper.landscape;
    page.scale = geometry_.pages.scale;
    page.breaks = geometry_.pages.breaks;
    page.left = inch_thousandths(form_.margins.left);
    page.right = inch_thousandths(form_.margins.right);
    page.top = inch_thousandths(form_.margins.top);
    page.bottom = inch_thousandths(form_.margins.bottom);
    page.repeat_rows = {rows_.headings, rows_.districts - 1};
    page.print_area = document::Range{{0, 0}, {rows_.count - 1, columns() - 1}};
    page.footer = footer();
  }

  // The columns up to the district's name stay when the sheet is scrolled.
  int frozen_columns() const {
    for (int column = 0; column < columns(); ++column) {
      if (std::holds_alternative<model::DistrictName>(content(column))) return column + 1;
    }
    return 0;
  }

  // Excel draws page numbers in Arabic digits, whatever the language; a font whose digits have Thai
  // shapes shows them Thai.
  std::string footer() const {
    if (!form_.footer) return "";
    const bool thai = context_.digits == thai::Digits::thai;
    const auto text =
        thai::format(form_.footer->value, {{"page", "&P"}, {"pages", "&N"}}, thai::Digits::arabic);
    return std::string("&C&\"") + (thai ? "TH SarabunIT๙" : "TH SarabunPSK") + ",Regular\"&14" +
           std::get<std::string>(text);
  }

  const Context& context_;
  const model::Table& table_;
  const Template& form_;
  const TableText& text_;
  const TableRows& rows_;
  const Placement& placement_;
  References references_;
  Geometry geometry_;
  document::Sheet sheet_;
};

}  // namespace

Placement placement_of(const Context& context, const model::Table& table, const TableText& text,
                       const TableRows& rows) {
  Placement placement;
  placement.sheet = table.sheet.value;
  placement.first_row = rows.districts;
  placement.total_row = rows.total;
  placement.shown = shown_columns(text.grid.leaves);
  for (const model::Heading* leaf : text.grid.leaves) {
    const auto* shown = std::get_if<ShownColumn>(&*leaf->content);
    if (!shown) continue;
    const model::Column& column = context.circular.columns[shown->column];
    const model::Total& total = total_of(context, *shown);
    const bool is_number = std::holds_alternative<model::SumOfRows>(total) ||
                           std::holds_alternative<model::RuleOnTotals>(total);
    if (is_number && total.index() == column.total.index()) {
      placement.with_total.insert(shown->column);
    }
  }
  return placement;
}

document::Sheet table_sheet(const Context& context, const model::Table& table, const Template& form,
                            const TableText& text, const TableRows& rows,
                            const Placement& placement, const Placement* supporting) {
  return SheetWriter(context, table, form, text, rows, placement, supporting).write();
}

}  // namespace chiwat::form
