// A workbook to bytes on disk, through libxlsxwriter.
#pragma once

#include <filesystem>
#include <stdexcept>

#include "document/workbook.hpp"

namespace chiwat::xlsx {

// The file could not be made: there is no room for it (below), or the workbook holds what no Excel
// file can hold (a text over 32,767 characters, a sheet name with a '/'), which its maker promised
// not to do. Says where, in English: "รอบที่ 1!C7: …".
class WriteError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The disk, or the one of TMPDIR, is full, or failed while the file was made.
class NoRoom : public WriteError {
 public:
  using WriteError::WriteError;
};

// Writes `workbook` straight to `path`, and reads again whether all of it is there: for a draft
// that is to take a place of its own. Equal workbooks give equal bytes on any day, in any folder,
// time zone and locale. Throws WriteError. The process must ignore SIGXFSZ, or a limit on the size
// of files ends it before anything can be thrown.
void write_to(const document::Workbook& workbook, const std::filesystem::path& path);

// Writes `workbook` as folder/file_name, whole or not at all: it is written beside its place,
// flushed to disk and renamed, and an existing file survives whatever goes wrong. A missing folder
// is made. Drafts (.chiwat-*.tmp) that a killed run left in the folder an hour ago or longer are
// removed. Throws WriteError, or std::system_error when the folder cannot be written.
void write(const document::Workbook& workbook, const std::filesystem::path& folder);

}  // namespace chiwat::xlsx
