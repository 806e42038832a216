// A description whose tables are in a workbook, for officers who will not edit YAML.
#pragma once

#include <string>
#include <vector>

#include "source/yaml.hpp"

namespace chiwat::renew {

// A table with one row of headings; numbers are those cells that are.
struct InputTable {
  std::string sheet;
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> rows;
};

// The score levels of all rounds that are written out in the description.
InputTable level_table(const source::Node& tree);

// The description with these tables in the workbook `file` instead: its baseline.file, and the
// levels of each round, which with their comments leave the text.
std::string with_input_workbook(const std::string& utf8, const source::Node& tree,
                                const std::string& file);

inline constexpr const char* kBaselineSheet = "ข้อมูลฐาน";
inline constexpr const char* kLevelSheet = "ระดับคะแนน";

}  // namespace chiwat::renew
