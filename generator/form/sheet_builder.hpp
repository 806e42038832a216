// The cells and the page of one sheet, put down one after the other: what all kinds of sheets
// share.
#pragma once

#include <string>
#include <vector>

#include "document/workbook.hpp"
#include "form/column_widths.hpp"
#include "form/paper.hpp"
#include "form/template.hpp"
#include "thai/digits.hpp"

namespace chiwat::form {

// The standard font of sheets; titles, headings and total rows are bold.
inline constexpr thai::Font kPlain{16, false};
inline constexpr thai::Font kBold{16, true};

// The comfortable height of a line in Thai offices, and what each further line adds: the line of
// the font is 20.8 points high, and vowels over tall letters reach a little out of it.
inline constexpr Millipoints kRowHeight = 24'000;
inline constexpr Millipoints kNextLine = 22'500;

// Excel's highest row.
inline constexpr Millipoints kHighestRow = 409'000;

// `text` in lines that fit a cell of this width.
std::vector<std::string> text_lines(const std::string& text, thai::Font font, Millipoints width);

// The height of a row in which `text`, broken into lines, fits a cell of this width.
Millipoints text_height(const std::string& text, thai::Font font, Millipoints width);
// The same of a text that is `one_line` wide where nothing breaks it (see thai::text_width).
Millipoints text_height(std::string_view text, thai::Font font, Millipoints width,
                        Millipoints one_line);

// A text that wraps, in the standard font.
document::Style text_style(document::Horizontal horizontal, bool bold);
document::Style bordered(document::Style style);
// Names and numbers keep off the lines at their side.
document::Style indented(document::Style style);

class SheetBuilder {
 public:
  explicit SheetBuilder(std::string name) { sheet_.name = std::move(name); }

  void put(document::Position at, document::Cell cell);
  // Rows below all that is there; what makes them must outlive the sheet.
  void put_below(document::MadeRows rows) { sheet_.cells.put_below(std::move(rows)); }
  // A text or number over several cells, or over one.
  void put_merged(document::Range range, document::Value value, const document::Style& style);

  void set_widths(const std::vector<Millipoints>& widths);  // whole numbers of kPixel
  void set_heights(std::vector<Millipoints> heights) { sheet_.row_heights = std::move(heights); }
  // Paper, margins, scale, breaks and footer; the print area is every row and column that has a
  // size.
  void set_page(const PageSetup& setup, const Paper& paper, const Pages& pages,
                thai::Digits digits);

  document::Sheet& sheet() { return sheet_; }
  document::Sheet take() { return std::move(sheet_); }

 private:
  document::Sheet sheet_;
};

}  // namespace chiwat::form
