// A finished workbook as plain values: what stands in which cell, and how it looks.
//
// Everything before xlsx/ makes one of these, and everything after only writes it, so that a whole
// attachment can be compared as text (see dump.hpp) without a spreadsheet program.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/calendar.hpp"
#include "base/number.hpp"
#include "document/cells.hpp"

namespace chiwat::document {

// A box that spreadsheet programs show: at most 32 UTF-16 units of title and 255 of text.
struct Prompt {
  std::string title;
  std::string text;  // empty: no box
  bool operator==(const Prompt&) const = default;
};

// A rule that spreadsheet programs hold a cell to while it is filled in. An empty cell passes.
struct Validation {
  // One of the values of a range, to be chosen from a list: 'รายการ'!$A$2:$A$6, or a defined name.
  // The range must be full: to Excel, a blank cell of a name allows anything.
  struct List {
    std::string source;
    bool operator==(const List&) const = default;
  };
  // Whatever makes a formula true; it is relative to the first cell of the range.
  struct Custom {
    std::string formula;
    bool operator==(const Custom&) const = default;
  };
  struct WholeNumber {
    std::int64_t least = 0;
    bool operator==(const WholeNumber&) const = default;
  };
  struct Decimal {
    Number least;
    bool operator==(const Decimal&) const = default;
  };
  // Both days are allowed.
  struct DateBetween {
    Date first{};
    Date last{};
    bool operator==(const DateBetween&) const = default;
  };

  Range range;
  std::variant<List, Custom, WholeNumber, Decimal, DateBetween> rule;
  Prompt prompt;         // shown when the cell is chosen
  Prompt error;          // shown when the rule is broken; empty: the program's own words
  bool warning = false;  // lets the value pass after a question, instead of refusing it
  bool operator==(const Validation&) const = default;
};

// Colours the cells of a range for which a formula is true. Of two that apply, the earlier wins.
struct ConditionalFormat {
  Range range;
  std::string formula;  // relative to the first cell of the range
  std::optional<std::uint32_t> fill;
  std::optional<std::uint32_t> font_color;
  bool bold = false;
  bool operator==(const ConditionalFormat&) const = default;
};

// Locked cells cannot be changed; without a password, against accidents only. What is still
// allowed:
struct Protection {
  bool insert_rows = false;
  bool delete_rows = false;  // only rows without locked cells
  bool format_columns = false;
  bool format_rows = false;
  bool sort = false;  // only ranges without locked cells
  bool autofilter = false;
  bool operator==(const Protection&) const = default;
};

struct Page {
  bool landscape = false;
  int scale = 100;  // percent; computed, since Excel ignores manual breaks in fit-to mode
  // Margins in thousandths of an inch, which is what the file holds.
  int left = 0, right = 0, top = 0, bottom = 0;
  std::optional<std::pair<int, int>> repeat_rows;  // first and last
  std::optional<Range> print_area;
  std::vector<int> breaks;  // a page ends above each of these rows
  std::string header;       // Excel's header code
  std::string footer;
  bool operator==(const Page&) const = default;
};

// Cells of a sheet, as a chart names them.
struct SheetRange {
  std::string sheet;
  Range range;
  bool operator==(const SheetRange&) const = default;
};

// A chart over cells: whoever changes a cell sees it move.
struct Chart {
  enum class Kind {
    bar,
    line
  };  // lying bars, the first at the top; lines with a mark at each cell

  struct Series {
    std::string name;
    SheetRange categories;
    SheetRange values;
    std::uint32_t color = 0;                // 0xRRGGBB
    std::vector<std::uint32_t> bar_colors;  // of each bar, instead; as many as there are cells
    bool operator==(const Series&) const = default;
  };

  Kind kind = Kind::bar;
  std::string title;
  Position at;                 // the cell in whose corner it begins
  int width = 0, height = 0;   // pixels
  std::string value_format;    // Excel's code, of the value axis and of the labels
  bool from_zero = false;      // the value axis begins at 0; else where the program likes
  std::vector<Series> series;  // named in a legend when there are several
  bool operator==(const Chart&) const = default;
};

struct Sheet {
  std::string name;
  Cells cells;
  std::vector<Range> merges;       // the first cell of each carries value and style
  std::vector<int> column_pixels;  // width of each column, at 96 dpi; 0: as the program likes
  std::vector<int> row_heights;    // thousandths of a point; 0: as the program likes
  std::optional<Position> freeze;  // the first cell that scrolls
  Page page;
  bool hidden = false;
  std::optional<Protection> protection;
  std::vector<Validation> validations;
  std::vector<ConditionalFormat> conditional_formats;
  std::vector<Chart> charts;
  std::optional<std::uint32_t> tab_color;
  bool gridlines = true;  // on the screen; never on paper
  bool operator==(const Sheet&) const = default;
};

struct Properties {
  std::string title;
  std::string subject;
  std::string author;
  std::string company;
  std::string keywords;
  Date created{};                    // never the clock's: the same description gives the same bytes
  std::optional<Moment> modified{};  // of a file that was read
  bool operator==(const Properties&) const = default;
};

struct Workbook {
  std::string file_name;  // without a folder, with .xlsx
  Properties properties;
  std::vector<Sheet> sheets;
  // Name to formula, without '='. A name of one sheet only has the sheet before it: 'รอบที่ 1'!อำเภอ.
  std::map<std::string, std::string> defined_names;
  bool operator==(const Workbook&) const = default;
};

}  // namespace chiwat::document
