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
  Origin origin;                // where the value begins; of an empty one, its key or its dash
  std::string text;             // of a scalar
  std::vector<Node> items;      // of a sequence
  std::vector<Member> members;  // of a mapping, in the order written
  bool quoted = false;          // a scalar between quotes

  // Where the text of a scalar begins: after its quote.
  Origin text_origin() const {
    return {origin.file, origin.line, origin.column + (quoted ? 1 : 0)};
  }

  // The value of a key of a mapping; null when there is none.
  const Node* find(std::string_view key) const;
};

struct Member {
  Located<std::string> key;
  Node value;
};

// Reads one YAML document, in any character set that thai::decode knows. Reported, each at its
// place:
//   text_not_utf8, yaml_empty, yaml_control_character
//   yaml_duplicate_key {key} with a note yaml_first_here, yaml_key_not_text
//   yaml_anchor (aliases and anchors: they are how a small file becomes a huge tree), yaml_tag
//   yaml_too_deep (more than 64 levels), yaml_too_large (64 MiB), yaml_several_documents
//   yaml_after_end (something after a value that was complete)
//   yaml_no_colon {text}, and yaml_needs_quotes {character} for a text that begins with a brace:
//     to YAML both are keys without a value
//   yaml_quote_open, and the mistakes of yaml_mistake.hpp, of which the parser finds one at a time
// Nothing is returned when there was an error, except a duplicate key: then its first value counts,
// so that the rest can still be checked.
std::optional<Node> read_yaml(const std::string& path, std::string_view bytes, Texts&,
                              Diagnostics&);

}  // namespace chiwat::source
