// What a description that checks clean promises: that everything can be made of it.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/prepare.hpp"

namespace chiwat::fuzz {

// Which attachments are looked at.
using Chosen = std::function<bool(const model::Attachment&)>;
inline bool any_attachment(const model::Attachment&) {
  return true;
}

// What circular.yaml among `files` comes to; nothing, with a reason that can be told, when it is
// not clean.
std::optional<cli::Prepared> require_prepares(const source::Files& files);

// Every workbook is laid out, its formulas and its constants, and every number is explained. The
// province's and a district's workbook of each attachment are written, and can be read.
void require_makes(const cli::Prepared& prepared, const Chosen& chosen = any_attachment);

// A form that nobody has touched is known, and nothing is wrong with it.
void require_read_back(const cli::Prepared& prepared, const Chosen& chosen = any_attachment);

// The text of next year's description is YAML.
void require_next_year(const cli::Prepared& prepared, const std::string& text);

}  // namespace chiwat::fuzz
