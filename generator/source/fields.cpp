#include "source/fields.hpp"

#include <algorithm>

#include "thai/digits.hpp"
#include "thai/names.hpp"

namespace chiwat::source {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : ", ") + word;
  return result;
}

// A message quotes a few words, not a whole file.
std::string shortened(const std::string& text) {
  constexpr std::size_t kLongest = 200;  // bytes
  if (text.size() <= kLongest) return text;
  std::size_t end = kLongest;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

// What was found instead, for a message: the text itself, or the kind of thing.
std::string found(const Node& node) {
  switch (node.kind) {
    case Node::Kind::scalar:
      return shortened(node.text);
    case Node::Kind::sequence:
      return "[…]";
    case Node::Kind::mapping:
      return "{…}";
    case Node::Kind::null:
      break;
  }
  return "";
}

void suggest(Diagnostic& diagnostic, const std::string& word,
             const std::vector<std::string>& known) {
  if (const auto near = thai::closest(word, known)) {
    diagnostic.hint("hint_did_you_mean", {{"name", *near}});
  }
}

}  // namespace

std::optional<Located<std::string>> as_text(const Node& node, Diagnostics& diagnostics) {
  if (node.kind == Node::Kind::scalar) return Located<std::string>{node.text, node.origin};
  // "หมายเหตุ: …" without quotes is a mapping to YAML, of one key.
  if (node.kind == Node::Kind::mapping && node.members.size() == 1) {
    diagnostics
        .error(node.origin, "text_with_colon", {{"text", shortened(node.members[0].key.value)}})
        .hint("yaml_quotes");
    return std::nullopt;
  }
  diagnostics.error(node.origin, "not_a_text", {{"found", found(node)}});
  return std::nullopt;
}

std::optional<Located<Number>> as_number(const Node& node, Diagnostics& diagnostics) {
  if (node.kind == Node::Kind::scalar) {
    std::string_view text = node.text;
    const bool percent = text.ends_with('%');
    if (percent) text.remove_suffix(1);
    if (const auto decimal = thai::plain_decimal(text)) {
      if (!Number::spreadsheets_keep(*decimal)) {
        diagnostics.error(node.origin, "number_too_long");
        return std::nullopt;
      }
      const Number value = Number::parse(*decimal).value();
      return Located<Number>{percent ? value / 100 : value, node.origin};
    }
  }
  diagnostics.error(node.origin, "not_a_number", {{"found", found(node)}});
  return std::nullopt;
}

std::optional<Located<int>> as_integer(const Node& node, int least, int most,
                                       Diagnostics& diagnostics) {
  const std::string digits = thai::to_arabic(node.text);
  const auto value =
      node.kind == Node::Kind::scalar ? Number::parse(digits) : std::optional<Number>();
  if (!value || !value->is_integer()) {
    diagnostics.error(node.origin, "not_an_integer", {{"found", found(node)}});
    return std::nullopt;
  }
  if (*value < Number(least) || *value > Number(most)) {
    diagnostics.error(
        node.origin, "out_of_range",
        {{"found", node.text}, {"least", std::to_string(least)}, {"most", std::to_string(most)}});
    return std::nullopt;
  }
  return Located<int>{std::stoi(value->to_string()), node.origin};
}

std::optional<Located<bool>> as_truth(const Node& node, Diagnostics& diagnostics) {
  for (const char* yes : {"yes", "true", "ใช่"}) {
    if (node.text == yes) return Located<bool>{true, node.origin};
  }
  for (const char* no : {"no", "false", "ไม่"}) {
    if (node.text == no) return Located<bool>{false, node.origin};
  }
  diagnostics.error(node.origin, "not_yes_no", {{"found", found(node)}});
  return std::nullopt;
}

std::vector<const Node*> as_items(const Node& node) {
  if (node.kind != Node::Kind::sequence) return {&node};
  std::vector<const Node*> result;
  for (const Node& item : node.items) result.push_back(&item);
  return result;
}

Fields::Fields(const Node& node, std::initializer_list<std::string_view> known,
               Diagnostics& diagnostics)
    : node_(node), diagnostics_(diagnostics) {
  if (!is_mapping()) {
    diagnostics_.error(node.origin, "not_a_mapping", {{"found", found(node)}});
    return;
  }
  const std::vector<std::string> names(known.begin(), known.end());
  for (const Member& member : node.members) {
    if (std::find(names.begin(), names.end(), member.key.value) != names.end()) continue;
    Diagnostic& diagnostic = diagnostics_.error(
        member.key.origin, "unknown_key", {{"key", member.key.value}, {"known", joined(names)}});
    suggest(diagnostic, member.key.value, names);
  }
}

const Node* Fields::find(std::string_view key) const {
  const Node* value = is_mapping() ? node_.find(key) : nullptr;
  return value && value->kind != Node::Kind::null ? value : nullptr;
}

const Node* Fields::require(std::string_view key) const {
  const Node* value = find(key);
  if (!value && is_mapping()) {
    diagnostics_.error(node_.origin, "missing_key", {{"key", std::string(key)}});
  }
  return value;
}

std::optional<Located<std::string>> Fields::text(std::string_view key) const {
  const Node* value = find(key);
  return value ? as_text(*value, diagnostics_) : std::nullopt;
}

std::optional<Located<std::string>> Fields::required_text(std::string_view key) const {
  const Node* value = require(key);
  return value ? as_text(*value, diagnostics_) : std::nullopt;
}

std::optional<Located<Number>> Fields::number(std::string_view key) const {
  const Node* value = find(key);
  return value ? as_number(*value, diagnostics_) : std::nullopt;
}

std::optional<Located<int>> Fields::integer(std::string_view key, int least, int most) const {
  const Node* value = find(key);
  return value ? as_integer(*value, least, most, diagnostics_) : std::nullopt;
}

std::optional<Located<int>> Fields::required_integer(std::string_view key, int least,
                                                     int most) const {
  const Node* value = require(key);
  return value ? as_integer(*value, least, most, diagnostics_) : std::nullopt;
}

std::optional<Located<bool>> Fields::truth(std::string_view key) const {
  const Node* value = find(key);
  return value ? as_truth(*value, diagnostics_) : std::nullopt;
}

std::vector<Located<std::string>> Fields::texts(std::string_view key) const {
  std::vector<Located<std::string>> result;
  for (const Node* item : items(key)) {
    if (auto text = as_text(*item, diagnostics_)) result.push_back(std::move(*text));
  }
  return result;
}

std::vector<const Node*> Fields::items(std::string_view key) const {
  const Node* value = find(key);
  return value ? as_items(*value) : std::vector<const Node*>();
}

void Fields::report_choice(const Located<std::string>& word,
                           const std::vector<std::string>& known) const {
  Diagnostic& diagnostic = diagnostics_.error(word.origin, "not_a_choice",
                                              {{"found", word.value}, {"known", joined(known)}});
  suggest(diagnostic, word.value, known);
}

}  // namespace chiwat::source
