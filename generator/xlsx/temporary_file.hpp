// The library's temporary files, in memory.
#pragma once

#include <cstddef>

namespace chiwat::xlsx {

// Temporary files up to this size are on no disk; what is longer goes where the library has them.
inline constexpr std::size_t kLongestInMemory = std::size_t{8} << 20;

// While it lives, this program's lxw_tmpfile() is the one that libxlsxwriter calls: it is as soon
// as it is part of the program, and this makes it a part.
class TemporaryFiles {
 public:
  TemporaryFiles();
  TemporaryFiles(const TemporaryFiles&) = delete;
  TemporaryFiles& operator=(const TemporaryFiles&) = delete;
  // Closes those that the library has left open: it does so when a workbook that is written row by
  // row is given up.
  ~TemporaryFiles();

  // Whether one of those that have been closed could not be written or read. The library notices
  // nothing: of a long sheet it would leave out the rows and go on.
  bool have_failed() const;
};

}  // namespace chiwat::xlsx
