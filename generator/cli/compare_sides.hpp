// Two sides compared: descriptions as such, and workbook by workbook.
#pragma once

#include <optional>

#include "cli/compared_side.hpp"
#include "compare/comparison.hpp"

namespace chiwat::cli {

struct ComparedSides {
  compare::Comparison comparison;
  document::Properties properties;  // of the new side
};

// Nothing when a workbook cannot be read, or one workbook has no counterpart on the other side:
// compare_no_counterpart {file}; then it is reported.
std::optional<ComparedSides> compare_sides(const ComparedSide& old_side,
                                           const ComparedSide& new_side,
                                           const std::string& new_path, Diagnostics& diagnostics);

}  // namespace chiwat::cli
