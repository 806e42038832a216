// The library's temporary files, in memory.
#pragma once

#include <cstddef>

namespace chiwat::xlsx {

// Temporary files up to this size are on no disk; what is longer goes where the library has them.
inline constexpr std::size_t kLongestInMemory = std::size_t{8} << 20;

// Sees to it that this program's lxw_tmpfile() is the one that libxlsxwriter calls: it is as soon
// as it is part of the program, and a call makes it a part.
void use_memory_for_temporary_files();

// Closes those that the library has left open: it does so when a workbook that is written row by
// row is given up.
struct CloseTemporaryFiles {
  ~CloseTemporaryFiles();
};

// Whether one of those that have been closed since then could not be written or read. The library
// notices nothing: of a long sheet it would leave out the rows and go on.
bool temporary_files_have_failed();

}  // namespace chiwat::xlsx
