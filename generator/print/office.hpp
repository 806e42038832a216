// LibreOffice as a printer: workbooks as PDFs.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"

namespace chiwat::print {

// The program, by $PATH or where it is usually installed; nothing when it is not there.
std::optional<std::string> find_office();

// A folder that is removed with all that is in it.
class WorkFolder {
 public:
  WorkFolder();  // throws std::system_error
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  ~WorkFolder();
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// One PDF for each workbook, in the work folder, in their order, by runs of LibreOffice that
// touch nothing of the user's own; nothing for a workbook that it could not print, reported there
// as print_failed {detail}. `office` is what find_office gave.
std::vector<std::optional<std::filesystem::path>> to_pdf(
    const std::string& office, const std::vector<std::filesystem::path>& workbooks,
    const WorkFolder& work, Diagnostics& diagnostics);

}  // namespace chiwat::print
