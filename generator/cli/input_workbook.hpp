// The workbook of tables that `new --input-workbook` writes.
#pragma once

#include <string>

#include "cli/new_folder.hpp"

namespace chiwat::cli {

inline constexpr const char* kInputWorkbook = "input.xlsx";

// Takes the CSV of the baseline and the levels out of a new description, which is without mistakes,
// and into a workbook beside it.
void move_tables_into_workbook(NewFiles& files);

}  // namespace chiwat::cli
