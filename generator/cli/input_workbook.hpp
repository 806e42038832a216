// Workbooks of tables in the place of CSV files: the one that `new --input-workbook` writes, and
// that of an earlier description with a later table.
#pragma once

#include <optional>
#include <string>

#include "cli/new_folder.hpp"

namespace chiwat::cli {

inline constexpr const char* kInputWorkbook = "input.xlsx";

// Takes the CSV of the baseline and the levels out of a new description, which is without mistakes,
// and into a workbook beside it.
void move_tables_into_workbook(NewFiles& files);

// The workbook at `path` with the table `csv` on the sheet of this name (empty: the first that
// people see), and the values of its other sheets. Nothing when one of them is no table with a row
// of headings.
std::optional<std::string> with_table(const std::string& path, const std::string& sheet,
                                      const std::string& csv);

}  // namespace chiwat::cli
