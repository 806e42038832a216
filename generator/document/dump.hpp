// A workbook as text, one line per fact: the golden form of the tests.
#pragma once

#include <string>

#include "document/workbook.hpp"

namespace chiwat::document {

// One line per cell in reading order, `sheet!C7 number 12.5 style…`, after lines for the sheet's
// page, columns, rows and merges. Deterministic; every field that matters to a reader shows.
std::string dump(const Workbook& workbook);

}  // namespace chiwat::document
