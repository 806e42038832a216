// From widths and heights to pages: the scale, the orientation and where pages end.
#pragma once

#include <vector>

#include "document/workbook.hpp"
#include "form/template.hpp"
#include "thai/text_width.hpp"

namespace chiwat::form {

using thai::Millipoints;

// The part of an A4 page inside the margins, and how large the table may be drawn on it.
struct Paper {
  bool landscape = false;
  Millipoints width = 0;
  Millipoints height = 0;
};

// The pages of the program's own sheets, with their number at the foot.
PageSetup numbered_pages(Orientation orientation = Orientation::automatic);

Paper a4(bool landscape, const Margins& margins);

// The pages of one sheet.
struct Pages {
  int scale = 100;          // percent
  std::vector<int> breaks;  // a page ends above each of these rows
};

// What must be known of a sheet's rows to cut it into pages.
struct Rows {
  std::vector<Millipoints> heights;
  int first_heading = 0, last_heading = 0;  // repeated on every page
  int kept_from = 0;                        // from here …
  int kept_at_least = 0;  // or, where one page does not hold so much, from here …
  int kept_until = 0;     // up to here all stays on one page
};

// A row of a text. One that keeps the next is not parted from it by the end of a page.
struct TextRow {
  Millipoints height = 0;
  bool keeps_next = false;
  bool begins_page = false;
};

// A text as wide as the paper, cut between rows; drawn a little smaller where that takes fewer
// pages.
Pages paginate_text(const Paper& paper, const std::vector<TextRow>& rows);

// One page wide. A sheet that nearly fits one page is made to fit it; a longer one is cut where a
// page is full, with the last rows kept together.
Pages paginate(const Paper& paper, Millipoints width, const Rows& rows);

}  // namespace chiwat::form
