#include "scorecard/score_table.hpp"

#include <algorithm>
#include <numeric>
#include <variant>

#include "form/heading_grid.hpp"
#include "form/paper.hpp"

namespace chiwat::scorecard {
namespace {

using document::Cell;
using document::Horizontal;
using document::Position;
using document::Sheet;

form::PageSetup page_setup() {
  form::PageSetup setup;
  setup.footer = form::Text{"หน้า {page} จาก {pages}", {}};
  return setup;
}

// What a cell shows, as far as its width depends on it.
std::string shown_text(const Cell& cell) {
  const auto of_number = [](const Number& number) {
    return number.decimals().value_or(9) <= 2 ? number.to_fixed(2) : std::string("000.00%");
  };
  if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
  if (const auto* number = std::get_if<Number>(&cell.value)) return of_number(*number);
  const auto* formula = std::get_if<document::Formula>(&cell.value);
  if (!formula) return "";
  if (const auto* text = std::get_if<std::string>(&formula->value)) return *text;
  const auto* number = std::get_if<Number>(&formula->value);
  return number ? of_number(*number) : "";
}

class Layout {
 public:
  explicit Layout(const ScoreTable& table) : table_(table), sheet_(table.sheet) {}

  Sheet run() {
    const form::Paper paper = form::a4(table_.landscape, page_setup().margins);
    widths_ = column_widths(grid(), headings(), contents(), paper.width);
    for (const std::string& title : table_.titles) {
      put_line(title, form::text_style(Horizontal::centre, true), form::kBold);
    }
    put_headings();
    for (const auto& row : table_.rows) put_row(row);
    const int notes = next_row();
    for (const std::string& note : table_.notes) {
      put_line(note, form::text_style(Horizontal::left, false), form::kPlain);
    }
    sheet_.set_widths(widths_);
    const form::Pages pages = paginate(paper, whole_width(),
                                       {heights_, table_.heading_row(), table_.heading_row(),
                                        std::max(notes - 2, table_.first_row()), notes, notes});
    sheet_.set_heights(heights_);
    sheet_.set_page(page_setup(), paper, pages, thai::Digits::arabic);
    Sheet& sheet = sheet_.sheet();
    sheet.freeze = Position{table_.first_row(), 2};
    sheet.page.repeat_rows = {table_.heading_row(), table_.heading_row()};
    return sheet_.take();
  }

 private:
  int next_row() const { return static_cast<int>(heights_.size()); }
  form::Millipoints whole_width() const {
    return std::accumulate(widths_.begin(), widths_.end(), 0);
  }

  std::vector<std::string> headings() const {
    std::vector<std::string> result;
    for (const ScoreColumn& column : table_.columns) result.push_back(column.heading);
    return result;
  }

  form::HeadingGrid grid() const {
    form::HeadingGrid result;
    result.rows = 1;
    result.columns = static_cast<int>(table_.columns.size());
    for (int i = 0; i < result.columns; ++i) {
      result.cells.push_back({nullptr, std::nullopt, true, 0, i, 1, 1});
    }
    return result;
  }

  std::vector<form::ColumnContent> contents() const {
    std::vector<form::ColumnContent> result;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      form::Millipoints widest = 0, word = 0;
      for (const auto& row : table_.rows) {
        const std::string text = shown_text(row[i]);
        widest = std::max(widest, thai::text_width(text, form::kBold));
        word = std::max(word, thai::longest_word(text, form::kBold));
      }
      const form::Millipoints most = table_.columns[i].widest;
      if (most > 0) widest = std::max(std::min(widest, most), word);
      result.push_back({widest + form::kIndent, table_.fills_page && i > 0});
    }
    return result;
  }

  void put_line(const std::string& text, const document::Style& style, thai::Font font) {
    const int last = static_cast<int>(table_.columns.size()) - 1;
    sheet_.put_merged({{next_row(), 0}, {next_row(), last}}, text, style);
    heights_.push_back(form::text_height(text, font, whole_width()));
  }

  void put_headings() {
    form::Millipoints height = form::kRowHeight;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const std::string& heading = table_.columns[i].heading;
      sheet_.put({next_row(), static_cast<int>(i)},
                 {heading, form::bordered(form::text_style(Horizontal::centre, true)), ""});
      height = std::max(height, form::text_height(heading, form::kBold, widths_[i]));
    }
    heights_.push_back(height);
  }

  void put_row(const std::vector<Cell>& row) {
    form::Millipoints height = form::kRowHeight;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const thai::Font font = row[i].style.bold ? form::kBold : form::kPlain;
      const form::Millipoints inside = widths_[i] - (row[i].style.indent > 0 ? form::kIndent : 0);
      if (row[i].style.wrap)
        height = std::max(height, form::text_height(shown_text(row[i]), font, inside));
      sheet_.put({next_row(), static_cast<int>(i)}, row[i]);
    }
    heights_.push_back(std::min(height, form::kHighestRow));
  }

  const ScoreTable& table_;
  form::SheetBuilder sheet_;
  std::vector<form::Millipoints> widths_;
  std::vector<form::Millipoints> heights_;
};

// The largest scale at which a sheet of this size fits the paper.
int one_page_scale(const form::Paper& paper, std::int64_t width, std::int64_t height) {
  constexpr std::int64_t kSafety = 98, kSmallest = 10, kLargest = 100;
  const std::int64_t fitting =
      std::min(paper.width * kSafety / width, paper.height * kSafety / height);
  return static_cast<int>(std::clamp(fitting, kSmallest, kLargest));
}

// A chart is not cut: everything on one page, upright or across.
void fit_one_page(Sheet& sheet) {
  const auto width =
      std::accumulate(sheet.column_pixels.begin(), sheet.column_pixels.end(), std::int64_t{0}) *
      form::kPixel;
  const auto height =
      std::accumulate(sheet.row_heights.begin(), sheet.row_heights.end(), std::int64_t{0});
  const auto scale_on = [&](bool landscape) {
    return one_page_scale(form::a4(landscape, page_setup().margins), width, height);
  };
  sheet.page.landscape = scale_on(true) >= scale_on(false);
  sheet.page.scale = scale_on(sheet.page.landscape);
  sheet.page.breaks.clear();
  sheet.page.repeat_rows.reset();
}

}  // namespace

Sheet laid_out(const ScoreTable& table) {
  return Layout(table).run();
}

void put_chart(document::Chart chart, const ScoreTable& table, Sheet& sheet) {
  constexpr int kGap = 24, kWidth = 760, kLowest = 420, kRow = 32, kAround = 80;
  const int columns = static_cast<int>(table.columns.size());
  chart.at = {table.heading_row(), columns + 1};
  chart.width = kWidth;
  chart.height = std::max(kLowest, static_cast<int>(table.rows.size()) * kRow + kAround);
  sheet.column_pixels.resize(static_cast<std::size_t>(columns));
  sheet.column_pixels.push_back(kGap);
  sheet.column_pixels.push_back(kWidth + kGap);
  // Down to the end of the chart, at 4 pixels to 3 points.
  const auto heading = static_cast<std::size_t>(table.heading_row());
  int below = std::accumulate(sheet.row_heights.begin() + static_cast<std::ptrdiff_t>(heading),
                              sheet.row_heights.end(), 0);
  while (below < chart.height * form::kPixel) {
    sheet.row_heights.push_back(form::kRowHeight);
    below += form::kRowHeight;
  }
  fit_one_page(sheet);
  sheet.page.print_area = document::Range{{0, 0},
                                          {static_cast<int>(sheet.row_heights.size()) - 1,
                                           static_cast<int>(sheet.column_pixels.size()) - 1}};
  sheet.charts.push_back(std::move(chart));
}

document::Style score_text(Horizontal horizontal, bool bold) {
  const document::Style style = form::bordered(form::text_style(horizontal, bold));
  return horizontal == Horizontal::left ? form::indented(style) : style;
}

document::Style score_number(const std::string& format, bool bold) {
  document::Style style = form::indented(form::bordered(form::text_style(Horizontal::right, bold)));
  style.wrap = false;
  style.number_format = format;
  return style;
}

}  // namespace chiwat::scorecard
