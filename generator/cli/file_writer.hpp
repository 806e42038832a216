// Writes what a command has made, one file after the other, and says so.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "document/workbook.hpp"

namespace chiwat::cli {

class FileWriter {
 public:
  // Into this folder, which is made where it is missing; a dry run writes nothing and says what it
  // would. A quiet one says only what could not be written.
  FileWriter(std::string folder, bool is_dry_run, bool is_quiet, const Console& console);

  // Each file appears whole or not at all. Each call returns whether it could be written.
  bool write(const document::Workbook& workbook);
  bool write(const std::string& bytes, const std::string& file_name);
  // Into a folder inside: of these only their number is said, by say_folders().
  bool write(const document::Workbook& workbook, const std::string& subfolder);
  bool write(const std::string& bytes, const std::string& file_name, const std::string& subfolder);
  void say_folders();

  // The paths of what was written.
  const std::vector<std::string>& written() const { return written_; }

 private:
  struct InFolder {
    std::int64_t files = 0;
    std::int64_t sheets = 0;  // of each workbook; 0: texts
  };

  bool done(const std::filesystem::path& file, const std::function<void()>& write);
  void say(const char* id, const char* dry_id, MessageArguments arguments);

  const std::filesystem::path folder_;
  const bool is_dry_run_, is_quiet_;
  const Console& console_;
  std::vector<std::string> written_;
  std::map<std::string, InFolder> folders_;
};

}  // namespace chiwat::cli
