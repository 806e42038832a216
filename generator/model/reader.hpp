// What the readers of a description's parts share. Private to this folder.
//
// Each part is read by a function of its own, in the order of read.cpp; a part may use what the
// parts before it have put into the circular. A part that was wrong leaves something harmless
// behind, so that the parts after it can still report their own mistakes; read_circular() returns
// nothing then.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/diagnostics.hpp"
#include "formula/expression.hpp"
#include "model/circular.hpp"
#include "model/read.hpp"
#include "source/fields.hpp"
#include "source/files.hpp"

namespace chiwat::model {

struct Reader {
  const source::Files& files;
  source::Texts& texts;
  const IsLayout& is_layout;
  Diagnostics& diagnostics;
  Circular circular;
  std::map<std::string, Origin> names;  // of columns and quantities, which share the formulas
  bool knows_year = false;              // without it, no month can be said to lie outside

  // Makes a name known to formulas; reports bad_name {name} and name_twice {name}.
  void declare(const Text& name);
  // Reports a text that does not format with the placeholders of its context, or that no cell can
  // show (text_too_long {length, most}, text_too_many_lines {lines, most}).
  void check_text(const std::optional<Text>& text, const Round* round = nullptr,
                  const Attachment* attachment = nullptr);
  // The values that are numbers, which formulas may use by name.
  formula::Constants constants() const;
  // A formula at `node`: a tree whose names are all declared, or null, reported
  // (formula_unknown_name {name}).
  formula::Operand formula(const source::Node& node);
};

void read_head(Reader& reader, const source::Fields& top);
void read_rounds(Reader& reader, const source::Fields& top);
void read_deadlines(Reader& reader, const source::Fields& top);
void read_baseline(Reader& reader, const source::Fields& top);
void read_columns(Reader& reader, const source::Fields& top);
void read_quantities(Reader& reader, const source::Fields& top);
void read_levels(Reader& reader, const source::Fields& top);
void read_attachments(Reader& reader, const source::Fields& top);

// `total:` of a column or of a table's column: sum, rule, blank, or {text: …}.
std::optional<Total> read_total(Reader& reader, const source::Fields& fields);

}  // namespace chiwat::model
