// A sheet of the scorecard: titles, one row of headings, rows of cells, notes.
#pragma once

#include <string>
#include <vector>

#include "document/workbook.hpp"
#include "form/sheet_builder.hpp"

namespace chiwat::scorecard {

struct ScoreColumn {
  std::string heading;
  form::Millipoints widest = 0;  // beyond this, texts take several lines; 0: as their longest text
};

struct ScoreTable {
  std::string sheet;
  std::vector<std::string> titles;
  std::vector<ScoreColumn> columns;
  std::vector<std::vector<document::Cell>> rows;  // a cell for each column
  std::vector<std::string> notes;
  bool fills_page = true;  // columns are widened towards the paper
  bool landscape = true;

  int heading_row() const { return static_cast<int>(titles.size()); }
  int first_row() const { return heading_row() + 1; }
  int last_row() const { return heading_row() + static_cast<int>(rows.size()); }
};

document::Sheet laid_out(const ScoreTable& table);

// Puts a chart to the right of the table, as high as it, and makes room for it on the page.
void put_chart(document::Chart chart, const ScoreTable& table, document::Sheet& sheet);

// The styles of cells.
document::Style score_text(document::Horizontal horizontal, bool bold = false);
document::Style score_number(const std::string& format, bool bold = false);

}  // namespace chiwat::scorecard
