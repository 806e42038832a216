// The content of one workbook as plain structures in one file, so that the bare program maps it
// into memory and has nothing to parse.
//
// record.cpp makes such a file, bare.cpp writes the workbook that it describes. Both are built
// together, for one machine; the format has no other readers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

namespace chiwat::bench {

// `count` values somewhere in the file.
template <class T>
struct List {
  static_assert(std::is_trivially_copyable_v<T>);
  std::uint32_t offset = 0;
  std::uint32_t count = 0;

  std::span<const T> in(const std::byte* file) const {
    return {reinterpret_cast<const T*>(file + offset), count};
  }
};

// A text with a NUL behind it, which `count` does not count.
struct Text : List<char> {
  const char* in(const std::byte* file) const { return List<char>::in(file).data(); }
};

struct Style {
  std::int32_t font_size;
  bool bold, italic, wrap, border, locked;
  std::uint8_t horizontal, vertical;  // as libxlsxwriter counts them
  std::uint8_t indent;
  bool is_filled, has_font_color;
  std::uint32_t fill, font_color;
  Text number_format;
};

enum class Kind : std::uint8_t { blank, number, text, formula, text_formula };

// A cell, or the range that it is merged over.
struct Cell {
  std::uint32_t row, last_row;
  std::uint16_t column, last_column;
  std::uint16_t style;
  Kind kind;
  Text text;     // or formula
  Text shown;    // by a formula that gives a text
  double value;  // of a number or formula
};

struct Comment {
  std::uint32_t row;
  std::uint16_t column;
  std::uint16_t box_height;
  Text text;
};

struct Range {
  std::uint32_t row, last_row;
  std::uint16_t column, last_column;
};

// Formulas that stand for numbers too, as libxlsxwriter takes them.
struct Validation {
  Range range;
  std::uint8_t type, criteria;  // as libxlsxwriter counts them
  bool is_warning;
  Text first, second;  // formulas; the second may be empty
  Text prompt_title, prompt, error_title, error;
};

struct ConditionalFormat {
  Range range;
  Text formula;
  bool is_filled, has_font_color, bold;
  std::uint32_t fill, font_color;
};

// What may still be done to a protected sheet.
struct Protection {
  bool insert_rows, delete_rows, format_columns, format_rows, sort, autofilter;
};

struct Sheet {
  Text name;
  List<Cell> cells;  // in the order of writing
  List<Comment> comments;
  List<std::uint32_t> column_pixels;  // 0: as the program likes
  List<double> row_points;            // 0: as the program likes
  List<Validation> validations;
  List<ConditionalFormat> conditional_formats;
  Protection protection;
  bool is_protected, hides_gridlines, has_tab_color;
  std::uint32_t tab_color;
  bool landscape, is_hidden, is_frozen, repeats_rows, has_print_area;
  std::uint16_t scale;
  double left, right, top, bottom;  // margins in inches
  Range frozen;                     // its first cell
  Range repeated;                   // its rows
  Range print_area;
  List<std::uint32_t> breaks;  // with the 0 at their end that libxlsxwriter asks for
  Text header, footer;
};

struct DefinedName {
  Text name, formula;
};

// The beginning of the file.
struct Content {
  Text folder;  // below that of all workbooks; may be empty
  Text file_name;
  Text title, subject, author, company, keywords;
  std::int64_t created;
  List<Style> styles;
  List<Sheet> sheets;
  List<DefinedName> defined_names;
};

}  // namespace chiwat::bench
