#include "xlsx/cell_writer.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

#include "xlsx/nearest_double.hpp"
#include "xlsx/serial_number.hpp"

namespace chiwat::xlsx {
namespace {

using document::Blank;
using document::Cell;
using document::ErrorValue;
using document::Formula;
using document::Position;
using document::Range;
using document::SharedStyle;

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

}  // namespace

void CellWriter::value(Position at, const Cell& cell) {
  const ValueWriter writer{target_, row(at.row), column(at.column), formats_.of(cell.style)};
  check(std::visit(writer, cell.value), sheet_, at);
}

void CellWriter::blank(Position at, const SharedStyle& style) {
  check(worksheet_write_blank(target_, row(at.row), column(at.column), formats_.of(style)), sheet_,
        at);
}

void CellWriter::comment(Position at, const std::string& text) {
  lxw_comment_options box = comment_box(text);
  check(worksheet_write_comment_opt(target_, row(at.row), column(at.column), text.c_str(), &box),
        sheet_, at);
}

void CellWriter::height(int index) {
  const auto at = static_cast<std::size_t>(index);
  const int height = at < sheet_.row_heights.size() ? sheet_.row_heights[at] : 0;
  if (height == 0) return;
  check(worksheet_set_row(target_, row(index), row_points(height), nullptr), sheet_.name);
}

void CellWriter::merge(const Range& range, const SharedStyle& style) {
  check(
      worksheet_merge_range(target_, row(range.first.row), column(range.first.column),
                            row(range.last.row), column(range.last.column), "", formats_.of(style)),
      sheet_, range.first);
}

}  // namespace chiwat::xlsx
