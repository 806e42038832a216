// Score levels in a table of their own, for those who would rather not edit YAML.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/reader.hpp"

namespace chiwat::model {

inline constexpr const char* kRoundHeading = "รอบ";

// A key of a level, and the heading over it in a table.
struct LevelColumn {
  const char* key;
  const char* heading;
  bool required = false;
};
inline constexpr LevelColumn kLevelColumns[] = {{"points", "คะแนน", true},
                                                {"when", "เงื่อนไข", true},
                                                {"text", "ข้อความ"},
                                                {"name", "ชื่อ"},
                                                {"color", "สี"}};

// Puts a cell of such a table under its key into a level, as if it stood there in the description.
void add_key(source::Node& level, const char* key, const Located<std::string>& cell);

// Levels as the description would have them, by the number of their round.
using LevelTable = std::map<int, std::vector<source::Node>>;
// The key of levels that name no round: they are those of every round.
inline constexpr int kEveryRound = 0;

// The table that a description names for its levels: columns คะแนน and เงื่อนไข (blank: everything
// else), and รอบ, ข้อความ, ชื่อ and สี where they are needed. Reports what read_table() does,
// table_column_missing, and round_unknown {round} of a row.
std::optional<LevelTable> read_level_table(Reader& reader, const Text& file);

}  // namespace chiwat::model
