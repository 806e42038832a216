// A document as rows over a grid of equal narrow columns: whatever stands in it is a text over some
// of them, in a row as high as its highest text.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "document/workbook.hpp"
#include "form/document_text.hpp"
#include "form/sheet_builder.hpp"

namespace chiwat::form {

// The width of a column of the grid.
inline constexpr Millipoints kGridStep = 12 * kPixel;

// The columns of the grid that a text of this width needs on one line.
int grid_steps(Millipoints text);

// A text over columns of the grid, both counted.
struct PlacedText {
  int first = 0;
  int last = 0;
  std::string text;
  document::Style style;
  std::optional<Number> number;  // instead of the text, which measures it
};

struct DocumentRow {
  Millipoints height = 0;
  std::vector<PlacedText> texts;
  bool keeps_next = false;  // not parted from the next row by the end of a page
  bool begins_page = false;
};

class DocumentRows {
 public:
  explicit DocumentRows(int columns) : columns_(columns) {}

  int columns() const { return columns_; }

  // A row of texts side by side. One that Excel has no row for becomes several, cut between lines.
  void add(std::vector<PlacedText> texts, bool keeps_next = false);
  // A text from side to side.
  void add_line(const std::string& text, const document::Style& style, bool keeps_next = false);
  // A row of a height of its own, without texts to measure.
  void add_bare(Millipoints height, std::vector<PlacedText> texts, bool keeps_next = false);
  // Room between two parts; it goes with the part before.
  void add_gap(Millipoints height);

  int count() const { return static_cast<int>(rows_.size()); }
  // The rows from `first` on stay on one page, unless they are higher than `most`.
  void keep_together(int first, Millipoints most);
  void keep_last_with_next() {
    if (!rows_.empty()) rows_.back().keeps_next = true;
  }
  void begin_page() { begins_page_ = true; }

  std::vector<DocumentRow> take() { return std::move(rows_); }

 private:
  void push(DocumentRow row);

  int columns_;
  bool begins_page_ = false;
  std::vector<DocumentRow> rows_;
};

// Whether white letters are easier to read on it; 0xRRGGBB.
bool is_dark(std::uint32_t color);

// The rows of a table, as wide as the page.
void add_table(const PrintedTable& table, thai::Digits digits, DocumentRows& rows);

// Boxes with arrows between them.
void add_steps(const PrintedSteps& steps, DocumentRows& rows);

}  // namespace chiwat::form
