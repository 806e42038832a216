// One cell: what stands in it, how it looks, and where.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "base/calendar.hpp"
#include "base/number.hpp"

namespace chiwat::document {

enum class Horizontal { general, left, centre, right };
enum class Vertical { top, centre, bottom };

// How a cell looks. Equal styles are one format in the file.
struct Style {
  int font_size = 16;
  bool bold = false;
  bool italic = false;
  bool wrap = false;
  bool border = false;  // thin, on all four sides
  Horizontal horizontal = Horizontal::general;
  int indent = 0;  // steps of about 6.5 points, from the side that the text keeps to
  Vertical vertical = Vertical::centre;
  std::string number_format;          // Excel's code; empty: General
  std::optional<std::uint32_t> fill;  // 0xRRGGBB
  std::optional<std::uint32_t> font_color;
  bool locked = true;  // matters on a protected sheet only
  auto operator<=>(const Style&) const = default;
};

// A style that the cells of a column share; a copy costs nothing to speak of. Equal when the styles
// are.
class SharedStyle {
 public:
  SharedStyle() : style_(usual()) {}
  SharedStyle(Style style) : style_(std::make_shared<const Style>(std::move(style))) {}  // NOLINT

  const Style& operator*() const { return *style_; }
  const Style* operator->() const { return style_.get(); }

  friend bool operator==(const SharedStyle& a, const SharedStyle& b) {
    return a.style_ == b.style_ || *a == *b;
  }

 private:
  static const std::shared_ptr<const Style>& usual() {
    static const auto style = std::make_shared<const Style>();
    return style;
  }
  std::shared_ptr<const Style> style_;
};

struct Blank {
  bool operator==(const Blank&) const = default;
};

// What stands in a cell whose formula failed.
struct ErrorValue {
  std::string code;  // "#DIV/0!"
  bool operator==(const ErrorValue&) const = default;
};

// What a formula gave. Blank: the file does not say; only a file that was read has such formulas.
using Result = std::variant<Number, std::string, Date, bool, ErrorValue, Blank>;

// A live formula, without its '=', and the exact value that stands beside it until a program
// recalculates.
struct Formula {
  std::string text;
  Result value;
  bool operator==(const Formula&) const = default;
};

// A text is always written as text, whatever it begins with.
using Value = std::variant<Blank, Number, std::string, Formula, Date, bool, ErrorValue>;

struct Cell {
  Value value;
  SharedStyle style;
  std::string comment;  // empty: none
  bool operator==(const Cell&) const = default;
};

// Rows and columns count from 0 here; dump() and messages say C7.
struct Position {
  int row = 0;
  int column = 0;
  auto operator<=>(const Position&) const = default;
};

// Both corners are in the range.
struct Range {
  Position first;
  Position last;
  auto operator<=>(const Range&) const = default;
};

// "C7"; with `absolute`, "$C$7".
std::string cell_name(Position position, bool absolute = false);

// The name of a sheet as formulas over its cells begin: "'รอบที่ 1'!".
std::string sheet_prefix(const std::string& sheet);

// A text as a formula holds it, in pieces no longer than Excel takes.
std::string excel_text(const std::string& text);

}  // namespace chiwat::document
