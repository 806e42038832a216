#include "form/listing.hpp"

#include <algorithm>
#include <numeric>
#include <variant>

#include "form/heading_grid.hpp"
#include "form/number_format.hpp"
#include "form/paper.hpp"

namespace chiwat::form {
namespace {

using document::Cell;
using document::Horizontal;
using document::Position;
using document::Sheet;

// A line, with room above for marks over tall letters where a row is drawn a little off.
constexpr Millipoints kListedRow = 25'000;

// A number in its format: the decimals of the code, its percent sign.
std::string shown_number(const Number& number, const std::string& format, thai::Digits digits) {
  const std::size_t point = format.rfind('.');
  const std::size_t decimals =
      point == std::string::npos
          ? 0
          : std::min(format.find_first_not_of("0#", point + 1), format.size()) - point - 1;
  const bool is_percent = format.ends_with('%');
  return shown(is_percent ? number * 100 : number, {static_cast<int>(decimals), true, digits, ""}) +
         (is_percent ? "%" : "");
}

// What a cell shows, as far as its width depends on it.
std::string shown_text(const Cell& cell, thai::Digits digits) {
  const auto* formula = std::get_if<document::Formula>(&cell.value);
  const auto* text =
      formula ? std::get_if<std::string>(&formula->value) : std::get_if<std::string>(&cell.value);
  if (text) return *text;
  const auto* number =
      formula ? std::get_if<Number>(&formula->value) : std::get_if<Number>(&cell.value);
  return number ? shown_number(*number, cell.style->number_format, digits) : "";
}

class Layout {
 public:
  explicit Layout(const Listing& table) : table_(table), sheet_(table.sheet) {}

  Sheet run() {
    const Paper paper = a4(table_.landscape, numbered_pages().margins);
    widths_ = column_widths(grid(), headings(), contents(), paper.width);
    for (const std::string& title : table_.titles) {
      put_line(title, text_style(Horizontal::centre, true), kBold);
    }
    put_headings();
    for (const auto& row : table_.rows) put_row(row);
    const int notes = next_row();
    for (const std::string& note : table_.notes) {
      put_line(note, text_style(Horizontal::left, false), kPlain);
    }
    sheet_.set_widths(widths_);
    const Pages pages = paginate(paper, whole_width(),
                                 {heights_, table_.heading_row(), table_.heading_row(),
                                  std::max(notes - 2, table_.first_row()), next_row(), next_row()});
    sheet_.set_heights(heights_);
    sheet_.set_page(numbered_pages(), paper, pages, table_.digits);
    Sheet& sheet = sheet_.sheet();
    sheet.freeze = Position{table_.first_row(), 2};
    sheet.page.repeat_rows = {table_.heading_row(), table_.heading_row()};
    return sheet_.take();
  }

 private:
  int next_row() const { return static_cast<int>(heights_.size()); }
  Millipoints whole_width() const { return std::accumulate(widths_.begin(), widths_.end(), 0); }

  std::vector<std::string> headings() const {
    std::vector<std::string> result;
    for (const ListedColumn& column : table_.columns) result.push_back(column.heading);
    return result;
  }

  HeadingGrid grid() const {
    HeadingGrid result;
    result.rows = 1;
    result.columns = static_cast<int>(table_.columns.size());
    for (int i = 0; i < result.columns; ++i) {
      result.cells.push_back({nullptr, std::nullopt, true, 0, i, 1, 1});
    }
    return result;
  }

  std::vector<ColumnContent> contents() const {
    std::vector<ColumnContent> result;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      Millipoints widest = 0, word = 0;
      for (const auto& row : table_.rows) {
        const std::string text = shown_text(row[i], table_.digits);
        widest = std::max(widest, thai::text_width(text, kBold));
        word = std::max(word, thai::longest_word(text, kBold));
      }
      const Millipoints most = table_.columns[i].widest;
      if (most > 0) widest = std::max(std::min(widest, most), word);
      result.push_back({widest + kIndent, table_.fills_page && i > 0});
    }
    return result;
  }

  void put_line(const std::string& text, const document::Style& style, thai::Font font) {
    const int last = static_cast<int>(table_.columns.size()) - 1;
    sheet_.put_merged({{next_row(), 0}, {next_row(), last}}, text, style);
    heights_.push_back(text_height(text, font, whole_width()));
  }

  void put_headings() {
    Millipoints height = kRowHeight;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const std::string& heading = table_.columns[i].heading;
      sheet_.put({next_row(), static_cast<int>(i)},
                 {heading, bordered(text_style(Horizontal::centre, true)), ""});
      height = std::max(height, text_height(heading, kBold, widths_[i]));
    }
    heights_.push_back(height);
  }

  void put_row(const std::vector<Cell>& row) {
    Millipoints height = kListedRow;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const thai::Font font = row[i].style->bold ? kBold : kPlain;
      const Millipoints inside = widths_[i] - (row[i].style->indent > 0 ? kIndent : 0);
      if (row[i].style->wrap)
        height = std::max(height, text_height(shown_text(row[i], table_.digits), font, inside));
      sheet_.put({next_row(), static_cast<int>(i)}, row[i]);
    }
    heights_.push_back(std::min(height, kHighestRow));
  }

  const Listing& table_;
  SheetBuilder sheet_;
  std::vector<Millipoints> widths_;
  std::vector<Millipoints> heights_;
};

}  // namespace

Sheet laid_out(const Listing& table) {
  return Layout(table).run();
}

document::Style listed_text(Horizontal horizontal, bool bold) {
  const document::Style style = bordered(text_style(horizontal, bold));
  return horizontal == Horizontal::left ? indented(style) : style;
}

document::Style listed_number(const std::string& format, bool bold) {
  document::Style style = indented(bordered(text_style(Horizontal::right, bold)));
  style.wrap = false;
  style.number_format = format;
  return style;
}

document::Style listed_centred(const std::string& format, bool bold) {
  document::Style style = listed_number(format, bold);
  style.horizontal = Horizontal::centre;
  style.indent = 0;
  return style;
}

}  // namespace chiwat::form
