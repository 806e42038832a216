// What the readers of a description's CSV tables share. Private to this folder.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/reader.hpp"
#include "source/csv.hpp"

namespace chiwat::model {

using Row = std::vector<Located<std::string>>;

// The CSV beside the description. Reports file_outside_folder {file}, file_unreadable {file}, and
// whatever source::read_csv has to say.
std::optional<source::Table> read_table(Reader& reader, const Text& file);
// The same of a table that is too large to be kept: see source::read_csv.
std::optional<source::Table> read_table(Reader& reader, const Text& file,
                                        const source::TakeRow& take);

// The column of the CSV under the heading that the description names. Reports table_column_missing
// {column, file, known} there, and table_column_twice {column} at the second of two in the CSV.
std::optional<std::size_t> find_header(Reader& reader, const source::Table& table,
                                       const Text& wanted);

// The cell of a row in a column; where the row ends before it, an empty one placed at the line.
Located<std::string> cell_of(const Row& row, std::size_t column);

}  // namespace chiwat::model
