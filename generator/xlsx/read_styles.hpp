// Which styles show a number as a date: a date in a workbook is a number, and only its look says
// so.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "xlsx/xml.hpp"

namespace chiwat::xlsx {

// Whether a number format shows a day, a month or a year.
bool shows_date(std::string_view format_code);

// For each style that a cell may have, by its number. Throws Unreadable.
std::vector<bool> read_date_styles(Package& package, const std::string& part);

}  // namespace chiwat::xlsx
