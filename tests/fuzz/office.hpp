// The small office of tests/fuzz/office/, and what it does with forms that came back.
#pragma once

#include <vector>

#include "cli/found_workbooks.hpp"
#include "cli/prepare.hpp"
#include "document/workbook.hpp"

namespace chiwat::fuzz {

const cli::Prepared& office();

// The forms that the office sends out: of every attachment the province's and the first two
// districts', of monthly ones those of two months.
const std::vector<document::Workbook>& sent_out();

// Takes workbooks back as `chiwat collect` does, down to everything that it writes, and as the next
// month goes on from them. Requires that whatever is told can be told.
void take_back(const std::vector<cli::FoundWorkbook>& found, Diagnostics& diagnostics);

// A file that is only in memory, under a path of its own; one at a time.
class MemoryFile {
 public:
  MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile();
  const std::string& path() const { return path_; }

 private:
  int file_;
  std::string path_;
};

}  // namespace chiwat::fuzz
