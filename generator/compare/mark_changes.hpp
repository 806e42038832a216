// Marks in a new workbook what has changed since an older one.
#pragma once

#include <string>
#include <vector>

#include "compare/comparison.hpp"
#include "document/workbook.hpp"

namespace chiwat::compare {

// The light yellow of a cell that has changed.
inline constexpr std::uint32_t kChangedFill = 0xFFEB9C;

// Fills the changed cells and says in a comment what stood there.
void mark_changes(const std::vector<SheetChange>& changes, document::Workbook& workbook);

// "เดิม 30"; "เดิมไม่มี" where nothing stood.
std::string old_value_note(const document::Value& old_value);

}  // namespace chiwat::compare
