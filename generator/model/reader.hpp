// What the readers of a description's parts share. Private to this folder.
//
// Each part is read by a function of its own, in the order of read.cpp; a part may use what the
// parts before it have put into the circular. A part that was wrong leaves something harmless
// behind, so that the parts after it can still report their own mistakes; no circular comes out
// then.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/diagnostics.hpp"
#include "formula/check.hpp"
#include "formula/expression.hpp"
#include "model/circular.hpp"
#include "model/layout.hpp"
#include "source/fields.hpp"
#include "source/files.hpp"

namespace chiwat::model {

struct Reader {
  const source::Files& files;
  source::Texts& texts;
  const FindLayout& find_layout;
  Diagnostics& diagnostics;
  Circular circular;
  // Of columns, quantities and the values that are numbers, which share the formulas.
  std::map<std::string, Origin> names;
  formula::Constants constants;  // the values that are numbers
  bool knows_year = false;       // without it, no month can be said to lie outside
  std::set<std::string> broken;  // the columns with a mistake of their own

  // Makes a name known to formulas and returns it in its one form, which is how it is compared
  // from here on; reports bad_name {name} and name_twice {name}.
  Text declare(const Text& name);
  // Makes a value known to formulas, if it is a number under a name that they can use.
  void add_constant(const Text& name, const Text& value);
  // Marks the column as broken when there are more errors now than there were `before`.
  void mark_if_broken(const Text& column, int before);
  // A date as written; reports what is wrong with it, and date_unlikely {text, year} for one that
  // is more than a year outside the fiscal year.
  std::optional<WrittenDate> date(const Text& text);
  // Reports a text that no cell can show: text_too_long {length, most}, text_too_many_lines
  // {lines, most}.
  void check_size(const std::string& text, const Origin& origin);
  // Reports a plain text too long for a cell among others, plain_text_too_long {length, most}, and
  // cuts it, so that messages can quote it.
  void cut_plain(Text& text);
  // Reports a text that does not format with the placeholders of its context, or that no cell can
  // show then.
  void check_text(const std::optional<Text>& text, const Round* round = nullptr,
                  const Attachment* attachment = nullptr);
  // The same of a level's text, which may also have the bounds of its condition.
  void check_level_text(const Round& round, const Level& level);
  // A formula at `node`: a tree whose names are all declared, or null, reported
  // (formula_unknown_name {name}).
  formula::Operand formula(const source::Node& node);
  // The column of this name, as an index; reports column_unknown {name}, also suggesting one of the
  // `other` names that could have been meant. Of a column that is missing because of a mistake of
  // its own nothing is said.
  std::optional<std::size_t> find_column(const Text& name, std::vector<std::string> other = {});
  // The type of a name in the formula of a measure or of a level.
  formula::Type type_of(const std::string& name) const;
};

void read_head(Reader& reader, const source::Fields& top);
void read_rounds(Reader& reader, const source::Fields& top);
void read_deadlines(Reader& reader, const source::Fields& top);
void read_baseline(Reader& reader, const source::Fields& top);
void read_lists(Reader& reader, const source::Fields& top);
void read_registry(Reader& reader, const source::Fields& top);
void read_columns(Reader& reader, const source::Fields& top);
void read_quantities(Reader& reader, const source::Fields& top);
void read_levels(Reader& reader, const source::Fields& top);
void read_attachments(Reader& reader, const source::Fields& top);
// `holidays:`, dates by name. Reports holiday_without_day {text}.
void read_holidays(Reader& reader, const source::Fields& top);
// `checks:`. Reports check_factor, and what formulas and columns have to say.
void read_checks(Reader& reader, const source::Fields& top);

// `figures:` of the letter, which name columns: column_without_total {name}.
void read_figures(Reader& reader, const source::Fields& top);

// `forms:` of an attachment: names of templates, or mappings.
void read_forms(Reader& reader, const source::Fields& fields, Attachment& attachment);

// Reports a layout that is not there (template_unknown {name}), or not of this kind
// (template_is_form, template_is_table).
void check_layout(Reader& reader, const Text& layout, LayoutKind wanted);

// The round that `round:` names, as an index; reports round_unknown {round}.
std::optional<std::size_t> read_round(Reader& reader, const source::Fields& fields);
// The round of this number, likewise.
std::optional<std::size_t> find_round(Reader& reader, const Located<int>& number);

// `total:` of a column or of a table's column: sum, rule, blank, or {text: …}.
std::optional<Total> read_total(Reader& reader, const source::Fields& fields);

// One entry of `overrides:`, into the column: a district or `total: yes`, its value and the reason.
// Reports override_unknown_district {name}, override_district_or_total, override_twice {name}.
void read_override(Reader& reader, const source::Fields& fields, Column& column);

// A rule on the totals needs totals that are numbers: reports total_rule_needs_total {column, name}
// for each name without one, at `rule`, or else where the formula has the name.
void check_rule_on_totals(Reader& reader, const Column& column, std::optional<Origin> rule = {});

}  // namespace chiwat::model
