// A YAML text as a tree in which everything knows its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/origin.hpp"
#include "source/files.hpp"

namespace chiwat::source {

struct Member;

// Scalars are kept as text: the field that is read decides what it means, so that 0812345678 keeps
// its zero and "no" is not a boolean.
struct Node {
  enum class Kind { null, scalar, sequence, mapping };

  Kind kind = Kind::null;
  Origin origin;                // where the value begins
  std::string text;             // of a scalar
  std::vector<Node> items;      // of a sequence
  std::vector<Member> members;  // of a mapping, in the order written

  // The value of a key of a mapping; null when there is none.
  const Node* find(std::string_view key) const;
};

struct Member {
  Located<std::string> key;
  Node value;
};

// Reads one YAML document. Reported, each at its place: yaml_syntax {detail}, yaml_duplicate_key {key}
// with a note yaml_first_here, yaml_key_not_text, yaml_anchor (aliases and anchors are refused: they
// are how a small file becomes a huge tree), yaml_too_deep (more than 64 levels), yaml_several_documents,
// text_not_utf8, yaml_empty, yaml_tab (indented by a tab). Nothing is returned when there was an error.
std::optional<Node> read_yaml(const std::string& path, std::string_view bytes, Texts&,
                              Diagnostics&);

}  // namespace chiwat::source
