// Each rule below recognises one mistake; they are asked in order, and the first that knows wins.
#include "source/yaml_mistake.hpp"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <array>
#include <utility>

namespace chiwat::source {
namespace {

using Guess = std::optional<Mistake>;
constexpr std::size_t kNone = std::string_view::npos;

std::size_t line_start(std::string_view text, std::size_t at) {
  return text.substr(0, at).rfind('\n') + 1;  // npos + 1 is the start of the text
}

// What stands on the line before the offset.
std::string_view before(const Halt& halt) {
  const std::size_t start = line_start(halt.text, halt.at);
  return halt.text.substr(start, halt.at - start);
}

std::string_view without_blanks_after(std::string_view text) {
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

bool is_blank(std::string_view text) {
  return without_blanks_after(text).empty();
}

// The character at the offset, as text; empty at the end.
std::string_view character(const Halt& halt, std::size_t at) {
  return halt.text.substr(at, 1);
}

Mistake simple(std::size_t at, std::string id, MessageArguments arguments = {}) {
  return {{at, {std::move(id), std::move(arguments)}}, std::nullopt, false};
}

Mistake unquoted(const Halt& halt, std::size_t at) {
  Mistake mistake =
      simple(at, "yaml_needs_quotes", {{"character", std::string(character(halt, at))}});
  mistake.needs_quotes = true;
  return mistake;
}

// A tab before the first word of the line, or between its dash and its first word.
Guess tab(const Halt& halt) {
  const std::size_t start = line_start(halt.text, halt.at);
  const std::size_t found = halt.text.find_first_not_of(" -", start);
  if (found == kNone || halt.text[found] != '\t') return std::nullopt;
  return simple(found, "yaml_tab");
}

// "note: see: below"
Guess second_colon(const Halt& halt) {
  const bool at_colon = halt.reason == YAML::ErrorMsg::MAP_VALUE || character(halt, halt.at) == ":";
  if (!at_colon || before(halt).find(": ") == kNone) return std::nullopt;
  Mistake mistake = simple(halt.at, "yaml_colon");
  mistake.needs_quotes = true;
  return mistake;
}

// The last line before the one at `start` that is not empty.
std::string_view line_above(std::string_view text, std::size_t start) {
  while (start > 0) {
    const std::size_t above = line_start(text, start - 1);
    const std::string_view line = text.substr(above, start - 1 - above);
    if (!is_blank(line)) return line;
    start = above;
  }
  return {};
}

// A line without its colon is taken for the beginning of the next line's name.
Guess no_colon_above(const Halt& halt) {
  if (halt.reason != YAML::ErrorMsg::MAP_VALUE) return std::nullopt;
  const std::size_t start = line_start(halt.text, halt.at);
  const std::string_view line = line_above(halt.text, start);
  const std::size_t indent = line.find_first_not_of(' ');
  if (indent == kNone || indent != before(halt).find_first_not_of(' ')) return std::nullopt;
  const auto offset = static_cast<std::size_t>(line.data() - halt.text.data()) + indent;
  const std::string_view words = without_blanks_after(line.substr(indent));
  return simple(offset, "yaml_no_colon", {{"text", std::string(words)}});
}

// "note: "see" below"
Guess text_after_quote(const Halt& halt) {
  const std::string_view quoted = without_blanks_after(before(halt));
  if (!halt.last || quoted.empty() || quoted.back() != halt.text[*halt.last]) return std::nullopt;
  if (quoted.back() != '"' && quoted.back() != '\'') return std::nullopt;
  Mistake mistake = simple(halt.at, "yaml_after_quote");
  mistake.elsewhere = Remark{*halt.last, {"yaml_quote_began", {}}};
  return mistake;
}

// "title: {name} and more": the text was to begin with the brace.
Guess text_after_bracket(const Halt& halt) {
  if (!halt.last || halt.reason != YAML::ErrorMsg::END_OF_MAP) return std::nullopt;
  const std::string_view closed = without_blanks_after(before(halt));
  const char opening = halt.text[*halt.last];
  if (opening != '{' && opening != '[') return std::nullopt;
  if (!closed.ends_with(opening == '{' ? '}' : ']')) return std::nullopt;
  return unquoted(halt, *halt.last);
}

// "[a, b" and "[a b: c, d: e: f]"
Guess bracket(const Halt& halt) {
  const bool in_brackets = halt.reason == YAML::ErrorMsg::END_OF_SEQ_FLOW ||
                           halt.reason == YAML::ErrorMsg::END_OF_MAP_FLOW;
  if (!in_brackets || !halt.open) return std::nullopt;
  Mistake mistake =
      simple(*halt.open, "yaml_bracket", {{"character", std::string(character(halt, *halt.open))}});
  mistake.elsewhere = Remark{halt.at, {"yaml_bracket_before", {}}};
  return mistake;
}

// "target: >80%": the sign promises a block of text on the lines below.
Guess block_sign(const Halt& halt) {
  if (halt.reason != YAML::ErrorMsg::CHAR_IN_BLOCK) return std::nullopt;
  const std::size_t sign = halt.text.substr(0, halt.at).find_last_of("|>");
  if (sign == kNone) return std::nullopt;
  return unquoted(halt, sign);
}

// "title: @home": a character that has a meaning of its own to YAML.
Guess special_character(const Halt& halt) {
  constexpr std::string_view kSpecial = "@`%,[]{}?-";
  const std::string_view here = character(halt, halt.at);
  // At the beginning of a line a dash or a question mark is only at the wrong level.
  const bool begins_nothing =
      halt.reason == YAML::ErrorMsg::UNKNOWN_TOKEN || halt.reason == YAML::ErrorMsg::FLOW_END;
  if (here.empty() || (is_blank(before(halt)) && !begins_nothing)) return std::nullopt;
  if (kSpecial.find(here) == kNone) return std::nullopt;
  return unquoted(halt, halt.at);
}

// "* text", "&x" and "*x"
Guess anchor(const Halt& halt) {
  const std::string& reason = halt.reason;
  if (reason == YAML::ErrorMsg::ALIAS_NOT_FOUND || reason == YAML::ErrorMsg::ANCHOR_NOT_FOUND) {
    return unquoted(halt, std::max<std::size_t>(halt.at, 1) - 1);
  }
  const bool named = reason.starts_with(YAML::ErrorMsg::UNKNOWN_ANCHOR) ||
                     reason == YAML::ErrorMsg::CHAR_IN_ALIAS ||
                     reason == YAML::ErrorMsg::CHAR_IN_ANCHOR;
  if (!named) return std::nullopt;
  Mistake mistake = simple(halt.at, "yaml_anchor");
  mistake.needs_quotes = true;
  return mistake;
}

// "!! text": a tag to YAML, and not a good one.
Guess tag(const Halt& halt) {
  const std::array kTags = {YAML::ErrorMsg::CHAR_IN_TAG_HANDLE, YAML::ErrorMsg::TAG_WITH_NO_SUFFIX,
                            YAML::ErrorMsg::END_OF_VERBATIM_TAG};
  if (std::find(kTags.begin(), kTags.end(), halt.reason) == kTags.end()) return std::nullopt;
  return unquoted(halt, std::min(halt.text.substr(0, halt.at + 1).rfind('!'), halt.at));
}

// "C:\path" in double quotes
Guess escape(const Halt& halt) {
  const bool escaped = halt.reason.starts_with(YAML::ErrorMsg::INVALID_ESCAPE) ||
                       halt.reason.starts_with(YAML::ErrorMsg::INVALID_HEX) ||
                       halt.reason.starts_with(YAML::ErrorMsg::INVALID_UNICODE);
  if (!escaped) return std::nullopt;
  const std::size_t backslash = halt.text.substr(0, halt.at).rfind('\\');
  return simple(backslash == kNone ? halt.at : backslash, "yaml_escape");
}

// A line that fits none of the levels above it.
Guess indentation(const Halt& halt) {
  const std::array kLevels = {YAML::ErrorMsg::END_OF_MAP, YAML::ErrorMsg::END_OF_SEQ,
                              YAML::ErrorMsg::BLOCK_ENTRY, YAML::ErrorMsg::MAP_KEY};
  const bool wrong_level = is_blank(before(halt)) &&
                           std::find(kLevels.begin(), kLevels.end(), halt.reason) != kLevels.end();
  if (!wrong_level && halt.reason != YAML::ErrorMsg::MAP_VALUE) return std::nullopt;
  const std::size_t start = line_start(halt.text, halt.at);
  return simple(std::min(halt.text.find_first_not_of(" \t", start), halt.at), "yaml_indentation");
}

}  // namespace

Mistake explain(const Halt& halt) {
  constexpr std::array kRules = {tab,
                                 tag,
                                 escape,
                                 anchor,
                                 block_sign,
                                 second_colon,
                                 no_colon_above,
                                 bracket,
                                 text_after_quote,
                                 text_after_bracket,
                                 special_character,
                                 indentation};
  for (const auto rule : kRules) {
    if (Guess guess = rule(halt)) return *std::move(guess);
  }
  return simple(halt.at, "yaml_syntax", {{"detail", halt.reason}});
}

std::optional<std::size_t> closing_quote(std::string_view text, std::size_t open) {
  const char quote = text[open];
  for (std::size_t i = open + 1; i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"') {
      ++i;
    } else if (text[i] == quote) {
      const bool doubled = quote == '\'' && i + 1 < text.size() && text[i + 1] == quote;
      if (!doubled) return i;
      ++i;
    }
  }
  return std::nullopt;
}

}  // namespace chiwat::source
