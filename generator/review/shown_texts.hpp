// Every text of a circular as people read it, with its place. Private to this folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/circular.hpp"
#include "model/said_text.hpp"

namespace chiwat::review {

struct ShownText {
  // What can be expected of its years: a title is about the circular's own year.
  enum class Kind { title, heading, note, other };

  Kind kind;
  std::string text;  // formatted, digits Arabic
  Origin origin;
  const model::Round* round;          // of the table or level, or null
  std::optional<std::size_t> column;  // of a heading over one column: index into Circular::columns
};

// Of the letter, indicator, values, levels, deadlines and attachments with their tables, in the
// order in which they stand in the description; then of its documents and forms, which is `said`.
std::vector<ShownText> shown_texts(const model::Circular& circular,
                                   const std::vector<model::SaidText>& said);

// Districts that one message names: all of a province, and not all of a country.
inline constexpr std::size_t kMostNamed = 50;

// "2", "1,946", "24.4".
std::string shown(const Number& number);
// The first `most` of them, parted by commas; "…" for the others.
std::string joined(const std::vector<std::string>& items, std::size_t most);

}  // namespace chiwat::review
