// What the writer of a YAML text probably did wrong, told from where the parser gave up.
//
// yaml-cpp speaks of "illegal map value"; the person who wrote "note: see: below" must hear that
// the text needs quotes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"

namespace chiwat::source {

// The state in which the parser gave up. Offsets are bytes of the text, whose lines end with LF.
struct Halt {
  std::string_view text;
  std::size_t at = 0;               // where it gave up
  std::string reason;               // in yaml-cpp's words
  std::optional<std::size_t> last;  // where the last value read begins: a scalar, or its bracket
  std::optional<std::size_t> open;  // the innermost [ or { not closed yet
};

// A message and the offset it is about.
struct Remark {
  std::size_t at = 0;
  Message message;
};

struct Mistake {
  Remark remark;
  std::optional<Remark> elsewhere;  // a second place involved
  bool needs_quotes = false;        // quotes around the text are the remedy
};

// yaml_colon, yaml_no_colon {text}, yaml_indentation, yaml_tab, yaml_needs_quotes {character},
// yaml_anchor, yaml_after_quote (with yaml_quote_began), yaml_bracket {character} (with
// yaml_bracket_before), yaml_escape; yaml_syntax {detail} where nothing better can be told.
Mistake explain(const Halt& halt);

// The offset of the quote that closes the one at `open`; nothing when the text ends first.
std::optional<std::size_t> closing_quote(std::string_view text, std::size_t open);

}  // namespace chiwat::source
