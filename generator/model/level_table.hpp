// Score levels in a table of their own, for those who would rather not edit YAML.
#pragma once

#include <vector>

#include "model/reader.hpp"

namespace chiwat::model {

// The levels of a round as the description would have them, from the table that it names: columns
// คะแนน and เงื่อนไข (blank: everything else), and รอบ, ข้อความ, ชื่อ and สี where they are needed.
// Reports what read_table() does, and table_column_missing. Private to this folder.
std::vector<source::Node> levels_in_table(Reader& reader, const Text& file, int round);

}  // namespace chiwat::model
