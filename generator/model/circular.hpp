// A circular: what one province sends to its districts about one indicator in one fiscal year.
//
// Everything here is resolved and located: every name is known, formulas are trees, dates dates.
// Nothing unresolved leaves this room, so the stages after it have no mistakes of the user's left
// to find, except those that need arithmetic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/calendar.hpp"
#include "base/number.hpp"
#include "base/origin.hpp"
#include "formula/expression.hpp"
#include "model/registry.hpp"
#include "thai/digits.hpp"

namespace chiwat::model {

// A text with {placeholders} (see placeholders.hpp), known to format.
using Text = Located<std::string>;

// A number that the letter quotes: the total of a column.
struct Figure {
  Text text;               // what it is the number of: "รอบที่ 1"
  std::size_t column = 0;  // index into Circular::columns; its total is a number
  std::optional<Text> unit;
  std::optional<Located<Number>> quoted;  // what the letter says, where that must stay
};

struct Letter {
  std::optional<Text> number;     // ที่
  Located<WrittenDate> date;      // the day may be left for the stamp
  Text subject;                   // เรื่อง
  std::optional<Text> addressee;  // เรียน
  std::optional<Text> office;     // the office that owns the matter
  std::optional<Text> signer;     // the position that signs
  thai::Digits digits = thai::Digits::thai;
  std::vector<Figure> figures;
};

struct Indicator {
  std::optional<Located<int>> number;
  Text name;
  std::optional<Text> unit;               // หน่วยวัด
  std::optional<Located<Number>> weight;  // น้ำหนัก, a share of 1
  std::optional<Text> reason;             // เหตุผลในการวัด
};

// A score level: it is reached when its condition holds; the highest reached counts.
struct Level {
  Located<Number> points;
  std::optional<Text> name;
  std::optional<Text> color;  // RRGGBB
  std::optional<Text> color_name;
  std::optional<Text> text;    // the criterion in words; see level_placeholders
  formula::Operand condition;  // over results, measures and columns; null: everything else
  Origin origin;
};

struct Round {
  Located<int> number;
  Located<Period> months;
  Located<Period> counts;  // the months whose results count: round 2 may be cumulative
  std::vector<Level> levels;
};

// A date by which something is handed in, once or again and again.
struct Deadline {
  enum class Recurrence { once, monthly, quarterly };

  Text name;
  Recurrence recurrence = Recurrence::once;
  std::optional<Located<WrittenDate>> date;  // once
  std::optional<Located<int>> day;           // of the month, its last where it is shorter
  std::optional<Located<int>> attachment;    // by number
  std::optional<Located<int>> round;         // by number
  std::optional<Text> placeholder;           // what texts call the date; see due
  Origin origin;
};

// A quantity that districts report, or that follows from such.
struct Quantity {
  Text name;
  std::optional<Text> label;
  std::optional<Text> unit;
  bool is_truth = false;        // handed in or not; of a measure, whether it is a condition
  bool adds_up = true;          // over months and districts; else the largest stands for all
  formula::Operand definition;  // null: reported
};

struct Override {
  Number value;
  Text reason;
  Origin origin;
};

// How a column's cell in the total row is made.
struct SumOfRows {};
struct RuleOnTotals {};  // the formula, applied to the total row
struct NoTotal {};
using Total = std::variant<SumOfRows, RuleOnTotals, NoTotal, Text>;

// One value for each district: a baseline from the CSV, or computed by a formula.
struct Column {
  Text name;
  std::string label;  // for people; of a baseline the heading in the CSV; may be empty
  std::vector<Located<Number>> baseline;  // one for each district, those set by hand included;
                                          // empty when computed
  formula::Operand definition;            // null for a baseline
  std::optional<Number>
      denominator;              // see formula::common_denominator; districts set by hand included
  std::optional<int> decimals;  // shown after the point; else found out
  Total total;
  std::map<std::size_t, Override> overrides;  // by district
  std::optional<Override> total_override;
};

// What stands under a heading: a column of the circular, or one of these.
struct SerialNumber {};
struct DistrictName {};
struct EmptyCells {};
struct ShownColumn {
  std::size_t column = 0;       // index into Circular::columns
  std::optional<Total> total;   // in this table; else the column's own
  std::optional<int> decimals;  // in this table; else the column's own
};
using Content = std::variant<SerialNumber, DistrictName, EmptyCells, ShownColumn>;

// The heading tree: a heading stands over its parts, or over one column of the sheet.
struct Heading {
  Text text;
  std::vector<Heading> parts;
  std::optional<Content> content;     // of a heading without parts
  std::optional<Located<int>> width;  // in millimetres; else computed
};

struct Table {
  Origin origin;
  Text sheet;                        // the sheet's name, formatted
  Located<std::string> layout;       // a template's name
  std::optional<std::size_t> round;  // index into Circular::rounds
  std::vector<Text> title;
  std::vector<Heading> headings;
  std::optional<Text> total_label;  // else the template's; empty text: no total row
  bool thousands = true;            // separators in numbers
  std::vector<Text> notes;
  std::vector<Text> signature;
};

// The column of the circular that a form is given where it asks for one: always the same, or one
// for each round. Indexes into Circular::columns.
struct GivenColumn {
  Origin origin;
  std::optional<std::size_t> always;
  std::map<std::size_t, std::size_t> by_round;  // by index into Circular::rounds

  // The column in a round, by its index; nothing where only a round could tell and none is known,
  // or for a round that is not there.
  std::optional<std::size_t> in(std::optional<std::size_t> round) const {
    if (always || !round) return always;
    const auto found = by_round.find(*round);
    return found == by_round.end() ? std::nullopt : std::optional(found->second);
  }
};

// A sheet that comes from a template with contents of its own: a form to fill in, a guideline.
struct Form {
  Origin origin;
  Located<std::string> layout;       // a template's name
  std::optional<Text> sheet;         // the sheet's name; else the template's
  std::optional<std::size_t> round;  // index into Circular::rounds
  // The columns of the circular that the template asks for, by its name for each.
  std::map<std::string, GivenColumn> columns;
};

struct Attachment {
  Located<int> number;
  Text title;
  std::optional<Text> short_title;  // for the file's name
  std::optional<Text> count;        // "2 ฉบับ"
  thai::Digits digits = thai::Digits::thai;
  std::vector<Table> tables;
  std::vector<Form> forms;  // neither tables nor forms: not produced
};

// A rule of the review that does not hold for this circular, and why.
struct SwitchedOff {
  Text rule;                   // its id, as written
  std::optional<Text> reason;  // none: reported, and the rule stays on
};

// Something that must hold in every district and in the province: a condition over columns.
struct Agreement {
  Text text;  // as written
  formula::Operand condition;
};

// Two columns of the same thing, this year and before; neither may be `factor` times the other.
struct Comparable {
  Origin origin;
  std::size_t column = 0;  // index into Circular::columns
  std::size_t before = 0;  // likewise
  Number factor;           // more than 1
};

// What the description says to the review.
struct Checks {
  std::vector<SwitchedOff> off;
  std::vector<Agreement> agreements;
  std::vector<Comparable> comparables;
};

struct Holiday {
  Text name;
  Located<Date> date;
};

struct Circular {
  std::string folder;  // of the description; where its own templates are
  Text province;
  Located<int> fiscal_year;  // Buddhist Era
  Letter letter;
  Indicator indicator;
  std::map<std::string, Text> values;  // the description's own placeholders, written out
  std::vector<Round> rounds;
  std::vector<Deadline> deadlines;
  std::vector<Holiday> holidays;
  std::vector<Quantity> quantities;  // results first, then measures
  std::vector<Text> districts;       // in the order of the input, which is the office's
  std::vector<Column> columns;       // a formula uses only columns before its own
  std::vector<List> lists;
  std::optional<Registry> registry;
  std::vector<Attachment> attachments;
  Checks checks;
};

// What can still be computed of a description with mistakes: the columns about which nothing was
// reported, nor about any that they use.
struct IntactColumns {
  std::vector<Text> districts;
  std::vector<Column> columns;  // a formula uses only columns before its own
};

}  // namespace chiwat::model
