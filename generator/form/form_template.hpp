// A form to fill in: one table with rows of its own, the same description for filling it in and for
// reading it back.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "formula/expression.hpp"
#include "model/circular.hpp"

namespace chiwat::form {

using model::Text;

// For whom a sheet is written: one for each district, one for the province, or both.
enum class Audience { district, province, both };

// What one copy of a form reports on.
enum class Span { year, round, month };

// What a cell of a column holds. Codes and telephone numbers are texts that no program may take for
// numbers; an amount is baht with two decimals; a mark is 1 or nothing.
enum class FieldType { text, code, telephone, count, amount, percent, date, choice, mark };

// What the program knows of a row and fills in by itself.
enum class Known {
  serial,
  district,
  province,
  month,  // of a row for each month
  item,   // of a row for each item of a list
  operator_code,
  operator_name,
  operator_type,
  house,
  village,
  subdistrict,
  telephone,
  product_count,
  online_before,
  product,
  category,
  online_sales,
};

// What rows of another sheet of the same workbook add up to: those whose `by` is this row's.
struct Gathered {
  Text form;    // a template's name
  Text column;  // of that form; what is counted when `counts`
  Text by;      // a column of both forms
  bool counts = false;
};

// A column of the circular, under the name that the form has for it; the description says which.
struct Asked {
  Text name;
};

// What another column of the form has added up to since the fiscal year began: what the months
// before bring (see brought.hpp), and this month's. An empty cell to fill in where that is not
// known.
struct Accumulates {
  Text column;
};

// What the rows of the districts' forms add up to once they have come back: those about the same
// thing as this row, of these items only.
struct Collected {
  struct Where {
    Text column;  // of that form, with choices from a list
    Text item;    // by its code; where it is the source of a column, what forms show for it
  };
  Text form;    // a template's name
  Text column;  // of that form
  Text by;      // what says there what a row is about: a column, or kDistrictColumn
  std::vector<Where> where;
};

// What says whose a row is where the rows of all districts stand together.
inline constexpr const char* kDistrictColumn = "district";

struct Empty {};  // for whoever fills in the form

using Source =
    std::variant<Empty, Known, Asked, Gathered, Accumulates, formula::Operand, Collected>;

struct SumOfColumn {};
using ColumnTotal = std::variant<std::monostate, SumOfColumn, formula::Operand, Asked, Text>;

struct FormColumn {
  Text name;  // for formulas, defined names and whoever reads the form back
  FieldType type = FieldType::text;
  Source source;
  bool in_rows = true;          // else only the total row has a cell
  bool open = false;            // may be corrected, though it is known
  bool required = false;        // of a row that has been begun
  std::optional<Text> choices;  // a list of the circular, or kSubdistricts
  std::optional<Text> prompt;   // shown when a cell is chosen; else that of the type
  std::vector<Text> units;      // words that may stand behind a number: ราย, คน
  ColumnTotal total;
  // Of a column to fill in: what its cells are made of once the districts' forms are there.
  std::optional<Collected> collects;
};

// The choices that are no list of the circular: the sub-districts of the district's operators.
inline constexpr const char* kSubdistricts = "subdistricts";

// In a formula of a form, before the name of a column: its cell in the total row.
inline constexpr const char* kSumPrefix = "sum_";

// The heading tree; each leaf stands over the next column.
struct FormHeading {
  Text text;
  std::vector<FormHeading> parts;
  std::optional<Located<int>> width;  // in millimetres; else computed
};

enum class Each { blank, product, operator_, district, month, item };

// Whether a column from what is known says what a row for `each` is about.
bool names_row(Each each, Known known);

struct FormRows {
  Each each = Each::blank;
  std::optional<Text> list;  // of a row for each item
  int spare = 0;             // open rows below what is known
  int blank = 0;             // open rows where nothing is known
};

// Two sums of columns that must agree: in the total row, and on this sheet in every row.
struct FormCheck {
  Text text;
  std::vector<Text> columns;
  std::vector<Text> equal;
  std::optional<Text> form;  // where `equal` stands; else on this sheet
  std::optional<Text> item;  // in that form the row of this item; else its total row
};

// What the rows of a form tell of one of the circular's results.
struct HandedIn {};  // evidence: whether the form came back filled in
// How many rows there are; with a condition, in how many it holds. In rows that are about something
// (a product, an operator), each such thing counts once in whatever a round counts.
struct RowsWhere {
  formula::Operand
      condition;  // over columns, a text counting as 1 where anything stands; null: all
};
struct SumOver {
  Text column;
};
// How many of these columns are used in any row.
struct UsedColumns {
  std::vector<Text> columns;
};
struct FormResult {
  Text name;  // of a result; forms that serve several circulars may name results that one lacks
  std::variant<HandedIn, RowsWhere, SumOver, UsedColumns> how;
};

struct FormTemplate {
  Audience audience = Audience::district;
  Span span = Span::year;
  Text sheet;  // the sheet's name
  std::vector<Text> title;
  std::vector<Text> quarter_title;  // of a monthly form that is also written for a quarter
  FormRows rows;
  std::vector<FormColumn> columns;
  std::vector<FormHeading> headings;
  std::optional<Text> total;  // label of the total row; none: no such row
  std::vector<FormCheck> checks;
  std::vector<FormResult> results;
  std::vector<Text> notes;
  std::vector<std::vector<Text>> signatures;  // blocks side by side

  // The column of this name; nothing when there is none.
  std::optional<std::size_t> find(const std::string& name) const;
  // The one column that says what a row is about; nothing when it takes two, or none does.
  std::optional<std::size_t> subject() const;
};

}  // namespace chiwat::form
