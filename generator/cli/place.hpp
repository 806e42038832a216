// Where something was written, in the words of whoever has to look there.
#pragma once

#include <string>

#include "base/origin.hpp"
#include "source/files.hpp"

namespace chiwat::cli {

// "circular.yaml:12:5"; of a table on a sheet its cell, "input.xlsx#ข้อมูลฐาน!C7", or its row,
// "input.xlsx#ข้อมูลฐาน!7:7".
std::string place(const Origin& origin, const source::Texts& texts);

// "C7" or "7:7"; empty when it is no place on a sheet.
std::string cell_of_place(const Origin& origin, const source::Texts& texts);

}  // namespace chiwat::cli
