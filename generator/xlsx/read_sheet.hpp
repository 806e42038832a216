// The cells of one sheet.
#pragma once

#include <string>
#include <vector>

#include "document/workbook.hpp"
#include "xlsx/read.hpp"
#include "xlsx/xml.hpp"

namespace chiwat::xlsx {

// What the sheets of a workbook share, and how much all of them may still hold: a few bytes stand
// for a cell, and a number for a text that may be megabytes, again in every cell.
struct SharedParts {
  std::vector<std::string> strings;
  std::vector<bool> date_styles;
  bool counts_from_1904 = false;
  Limits left;
};

// Reads values and merges of the part into `sheet`, whose name is known. Throws Unreadable.
void read_sheet(Package& package, const std::string& part, SharedParts& shared,
                document::Sheet& sheet);

}  // namespace chiwat::xlsx
