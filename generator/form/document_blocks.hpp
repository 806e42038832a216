// The blocks of a document template. Private to this folder.
#pragma once

#include <optional>

#include "base/diagnostics.hpp"
#include "form/document_template.hpp"
#include "source/yaml.hpp"

namespace chiwat::form {

// A block is a mapping of one key, which says what it is. Reports block_one_key {known} for any
// other, block_row_cells {cells, columns} for a row of a table that does not fit it, and
// list_too_deep; nothing where nothing can be made of it.
std::optional<Block> read_block(const source::Node& node, Diagnostics& diagnostics);

}  // namespace chiwat::form
