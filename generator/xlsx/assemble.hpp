// The calls to libxlsxwriter.
#pragma once

#include <filesystem>

#include "document/workbook.hpp"

namespace chiwat::xlsx {

// Writes `workbook` to `path`, straight to the place. Throws WriteError; then what stands at `path`
// is worth nothing.
void assemble(const document::Workbook& workbook, const std::filesystem::path& path);

}  // namespace chiwat::xlsx
