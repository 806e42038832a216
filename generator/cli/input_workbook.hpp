// Workbooks of tables in the place of CSV files: the one that `new --input-workbook` writes, and
// that of an earlier description with a later table.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "cli/new_folder.hpp"

namespace chiwat::cli {

inline constexpr const char* kInputWorkbook = "input.xlsx";

// Takes the CSV of the baseline and the levels out of a new description, which is without mistakes,
// and into a workbook beside it.
void move_tables_into_workbook(NewFiles& files);

// CSV by the name of the sheet that it is to stand on; under no name, the first that people see.
using SheetTables = std::map<std::string, std::string>;

// The workbook at `path` with these tables, and the values of its other sheets. Nothing when one of
// them is no table with a row of headings.
std::optional<std::string> with_tables(const std::string& path, const SheetTables& tables);

}  // namespace chiwat::cli
