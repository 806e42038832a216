// Reading a mapping key by key: each field says what it must be, every mistake is reported, and a
// key that nobody asked for is one.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/number.hpp"
#include "source/yaml.hpp"

namespace chiwat::source {

// One value by itself. Each reports at the value and returns nothing when it is something else:
// not_a_text (text_with_colon), not_a_number, number_too_long, not_an_integer, out_of_range,
// not_yes_no.
std::optional<Located<std::string>> as_text(const Node& node, Diagnostics& diagnostics);
// A decimal as people write it, or a percentage ("10%" is a tenth).
std::optional<Located<Number>> as_number(const Node& node, Diagnostics& diagnostics);
std::optional<Located<int>> as_integer(const Node& node, int least, int most,
                                       Diagnostics& diagnostics);
// yes, no, true, false, ใช่, ไม่.
std::optional<Located<bool>> as_truth(const Node& node, Diagnostics& diagnostics);
// The items of a list; a single value counts as a list of one.
std::vector<const Node*> as_items(const Node& node);

// The fields of one mapping.
class Fields {
 public:
  // Reports not_a_mapping, and unknown_key for each key that is not among `known`.
  Fields(const Node& node, std::initializer_list<std::string_view> known, Diagnostics& diagnostics);

  const Origin& origin() const { return node_.origin; }
  bool is_mapping() const { return node_.kind == Node::Kind::mapping; }

  // The value of a key; null when the key is missing or has no value.
  const Node* find(std::string_view key) const;
  // The same; a missing one is reported (missing_key) at the mapping.
  const Node* require(std::string_view key) const;

  std::optional<Located<std::string>> text(std::string_view key) const;
  std::optional<Located<std::string>> required_text(std::string_view key) const;
  std::optional<Located<Number>> number(std::string_view key) const;
  std::optional<Located<int>> integer(std::string_view key, int least, int most) const;
  std::optional<Located<int>> required_integer(std::string_view key, int least, int most) const;
  std::optional<Located<bool>> truth(std::string_view key) const;
  // A text or a list of texts; empty when missing.
  std::vector<Located<std::string>> texts(std::string_view key) const;
  std::vector<const Node*> items(std::string_view key) const;

  // One of a few words; not_a_choice {found, known} otherwise.
  template <class T>
  std::optional<Located<T>> choice(
      std::string_view key, std::initializer_list<std::pair<std::string_view, T>> choices) const {
    const auto word = text(key);
    if (!word) return std::nullopt;
    std::vector<std::string> known;
    for (const auto& [name, value] : choices) {
      if (name == word->value) return Located<T>{value, word->origin};
      known.emplace_back(name);
    }
    report_choice(*word, known);
    return std::nullopt;
  }

 private:
  void report_choice(const Located<std::string>& found,
                     const std::vector<std::string>& known) const;

  const Node& node_;
  Diagnostics& diagnostics_;
};

}  // namespace chiwat::source
