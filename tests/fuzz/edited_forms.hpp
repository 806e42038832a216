// Workbooks after edits that a text tells, line by line:
//
//   * 3 2025-01-31   begins with the third of the workbooks, last saved on that day
//   1!C7=12 บาท       a text into a cell of the first sheet; nothing after = empties the cell
//   1!C7#12.5        a number
//   1!C7@2025-01-31  a date
//   1!C7&A1+1        a formula that gave no value; the next edit of the cell says what it gave
//   1+9, 1-9         the ninth row of the first sheet comes anew, or goes
//   1>C, 1<C         the same of a column
//   1                the sheet goes, 1~ก: it is called ก from now on
//   names, facts     what other programs lose: the defined names; the properties
//
// What is no such line is passed over.
#pragma once

#include <string_view>
#include <vector>

#include "cli/found_workbooks.hpp"

namespace chiwat::fuzz {

std::vector<cli::FoundWorkbook> edited_forms(std::string_view edits,
                                             const std::vector<document::Workbook>& forms);

}  // namespace chiwat::fuzz
