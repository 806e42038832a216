// A workbook to bytes on disk, through libxlsxwriter. Here, and only here, a Number becomes a double.
#pragma once

#include <filesystem>

#include "document/workbook.hpp"

namespace chiwat::xlsx {

// Writes `workbook` as folder/file_name, whole or not at all: it is written beside its place, flushed
// to disk and renamed, and an existing file survives whatever goes wrong. Equal workbooks give equal
// bytes on any day, in any folder, time zone and locale. Throws std::system_error (or WriteError with
// libxlsxwriter's words) when the disk is full or the folder cannot be written.
void write(const document::Workbook& workbook, const std::filesystem::path& folder);

}  // namespace chiwat::xlsx
