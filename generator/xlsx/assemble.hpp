// The calls to libxlsxwriter.
#pragma once

#include <filesystem>

#include "document/workbook.hpp"

namespace chiwat::xlsx {

// A sheet of more rows is written row by row, and so is the rest of its workbook. In memory the
// library keeps a cell in about 90 bytes; on the other way the texts are not shared, which makes
// files of many short sheets larger and slower to write.
inline constexpr int kLongSheet = 20'000;

// Writes `workbook` to `path`, straight to the place. Throws WriteError; then what stands at `path`
// is worth nothing.
void assemble(const document::Workbook& workbook, const std::filesystem::path& path);

}  // namespace chiwat::xlsx
