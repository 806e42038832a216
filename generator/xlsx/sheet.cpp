#include "xlsx/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "xlsx/checked.hpp"
#include "xlsx/nearest_double.hpp"
#include "xlsx/page.hpp"
#include "xlsx/serial_number.hpp"

namespace chiwat::xlsx {
namespace {

using document::Blank;
using document::Cell;
using document::ErrorValue;
using document::Formula;
using document::Position;
using document::Range;
using document::Sheet;

// Writes a formula into one cell, with what it gave. The library knows numbers and texts: TRUE or
// an error would stand there as a text until somebody recalculates.
struct FormulaWriter {
  lxw_worksheet* target;
  lxw_row_t row;
  lxw_col_t column;
  lxw_format* format;
  const char* formula;

  lxw_error operator()(const Number& value) const { return number(value); }
  lxw_error operator()(const Date& value) const { return number(serial_number(value)); }
  lxw_error operator()(const std::string& value) const {
    return worksheet_write_formula_str(target, row, column, formula, format, value.c_str());
  }
  lxw_error operator()(bool) const { return LXW_ERROR_FEATURE_NOT_SUPPORTED; }
  lxw_error operator()(const ErrorValue&) const { return LXW_ERROR_FEATURE_NOT_SUPPORTED; }
  lxw_error operator()(const Blank&) const { return LXW_ERROR_FEATURE_NOT_SUPPORTED; }

 private:
  lxw_error number(const Number& value) const {
    return worksheet_write_formula_num(target, row, column, formula, format, nearest_double(value));
  }
};

// Writes a value of any kind into one cell.
struct ValueWriter {
  lxw_worksheet* target;
  lxw_row_t row;
  lxw_col_t column;
  lxw_format* format;

  lxw_error operator()(const Blank&) const {
    return worksheet_write_blank(target, row, column, format);
  }
  lxw_error operator()(const Number& value) const {
    return worksheet_write_number(target, row, column, nearest_double(value), format);
  }
  lxw_error operator()(const std::string& text) const {
    return worksheet_write_string(target, row, column, text.c_str(), format);
  }
  lxw_error operator()(const Formula& formula) const {
    return std::visit(FormulaWriter{target, row, column, format, formula.text.c_str()},
                      formula.value);
  }
  lxw_error operator()(const Date& date) const { return (*this)(Number(serial_number(date))); }
  lxw_error operator()(bool value) const {
    return worksheet_write_boolean(target, row, column, value, format);
  }
  lxw_error operator()(const ErrorValue&) const { return LXW_ERROR_FEATURE_NOT_SUPPORTED; }
};

// The lines that a comment takes in its box, with some to spare: vowels and tone marks above and
// below are counted as if they took room.
int comment_lines(const std::string& text) {
  constexpr int kLettersInLine = 40;
  int lines = 1;
  int letters = 0;
  for (const char c : text) {
    const bool begins_letter = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (begins_letter) ++letters;
    if (c == '\n' || letters > kLettersInLine) {
      ++lines;
      letters = 0;
    }
  }
  return lines;
}

// Hidden until the pointer is over the cell.
lxw_comment_options comment_box(const std::string& text) {
  constexpr int kMostLines = 40;
  constexpr int kLineHeight = 18;
  constexpr int kPadding = 12;
  lxw_comment_options box{};
  box.font_size = 10;  // of Tahoma, which has Thai letters wherever Excel is
  box.width = 320;
  box.height =
      narrow<std::uint16_t>(std::min(comment_lines(text), kMostLines) * kLineHeight + kPadding);
  return box;
}

// The library takes 15 points, its default, for no height at all and leaves the row to be fitted by
// Excel. The next double is another number to it, and is written as 15.
double row_points(int height) {
  const double points = thousandths(height);
  return points == LXW_DEF_ROW_HEIGHT ? std::nextafter(points, points + 1) : points;
}

class SheetWriter {
 public:
  SheetWriter(const Sheet& sheet, lxw_worksheet* target, Formats& formats)
      : sheet_(sheet), target_(target), formats_(formats) {}

  void write_columns() {
    for (int index = 0; const int pixels : sheet_.column_pixels) {
      const lxw_col_t at = column(index++);
      if (pixels == 0) continue;
      const auto width = narrow<std::uint32_t>(pixels);
      check(worksheet_set_column_pixels(target_, at, at, width, nullptr), sheet_.name);
    }
  }

  void write_rows() {
    for (int index = 0; const int height : sheet_.row_heights) {
      const lxw_row_t at = row(index++);
      if (height == 0) continue;
      check(worksheet_set_row(target_, at, row_points(height), nullptr), sheet_.name);
    }
  }

  // All but those that begin a merged range: a text written twice would count as two uses of it.
  void write_cells() {
    std::vector<Position> merged;
    for (const Range& merge : sheet_.merges) merged.push_back(merge.first);
    std::ranges::sort(merged);
    auto next = merged.begin();
    for (const auto& [position, cell] : sheet_.cells) {
      while (next != merged.end() && *next < position) ++next;
      if (next == merged.end() || *next != position) write_value(position, cell);
    }
  }

  // After the cells: the library fills the whole range with blank cells of one style, and then the
  // first gets its value again.
  void write_merges() {
    std::set<Position> covered;
    for (const Range& merge : sheet_.merges) {
      require(cover(merge, covered), sheet_.name + "!" + document::cell_name(merge.first),
              "two merged ranges overlap");  // Excel would call the file corrupt
      const Cell& first = cell_at(merge.first);
      check(worksheet_merge_range(target_, row(merge.first.row), column(merge.first.column),
                                  row(merge.last.row), column(merge.last.column), "",
                                  formats_.of(first.style)),
            sheet_, merge.first);
      write_value(merge.first, first);
    }
  }

  void write_comments() {
    worksheet_set_comments_author(target_, "chiwat");
    for (const auto& [position, cell] : sheet_.cells) {
      if (cell.comment.empty()) continue;
      lxw_comment_options box = comment_box(cell.comment);
      check(worksheet_write_comment_opt(target_, row(position.row), column(position.column),
                                        cell.comment.c_str(), &box),
            sheet_, position);
    }
  }

  void write_view() {
    if (const auto& cell = sheet_.freeze) {
      worksheet_freeze_panes(target_, row(cell->row), column(cell->column));
    }
    if (!sheet_.gridlines) worksheet_gridlines(target_, LXW_HIDE_ALL_GRIDLINES);
    if (sheet_.hidden) worksheet_hide(target_);
  }

 private:
  void write_value(Position position, const Cell& cell) {
    const ValueWriter writer{target_, row(position.row), column(position.column),
                             formats_.of(cell.style)};
    check(std::visit(writer, cell.value), sheet_, position);
  }

  const Cell& cell_at(Position position) const {
    static const Cell kBlank;
    const auto found = sheet_.cells.find(position);
    return found == sheet_.cells.end() ? kBlank : found->second;
  }

  // False if a cell of the range was covered before.
  static bool cover(const Range& range, std::set<Position>& covered) {
    bool apart = true;
    for (int r = range.first.row; r <= range.last.row; ++r) {
      for (int c = range.first.column; c <= range.last.column; ++c) {
        apart = covered.insert({r, c}).second && apart;
      }
    }
    return apart;
  }

  const Sheet& sheet_;
  lxw_worksheet* target_;
  Formats& formats_;
};

}  // namespace

void write_sheet(const Sheet& sheet, lxw_worksheet* target, Formats& formats) {
  SheetWriter writer(sheet, target, formats);
  writer.write_columns();
  writer.write_cells();
  writer.write_merges();
  writer.write_rows();
  writer.write_comments();
  writer.write_view();
  write_page(sheet, target);
}

}  // namespace chiwat::xlsx
