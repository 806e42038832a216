// What the workbooks of this folder have in common: their cells and their heads. Private to it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/workbook.hpp"
#include "model/circular.hpp"

namespace chiwat::feedback {

// A cell of a list with a text; blank for none.
document::Cell words(const std::string& text,
                     document::Horizontal side = document::Horizontal::left);
// The number of a row, from its index.
document::Cell serial(std::size_t index);
// So many.
document::Cell counted(int count);

// The headings over how many errors, warnings and notes there are.
inline constexpr const char* kProblemCounts[] = {"ต้องแก้ไข (แห่ง)", "ควรตรวจ (แห่ง)", "หมายเหตุ (แห่ง)"};

// "สถานะการส่ง.xlsx" of a circular.
document::Workbook workbook_called(const std::string& title, const model::Circular& circular,
                                   std::vector<document::Sheet> sheets);

}  // namespace chiwat::feedback
