#include "cli/workbook_files.hpp"

#include <algorithm>
#include <system_error>

namespace chiwat::cli {

namespace fs = std::filesystem;

bool is_workbook(const fs::path& path) {
  std::string extension = path.extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return extension == ".xlsx" && !path.filename().string().starts_with("~$");
}

std::vector<fs::path> workbooks(const std::string& path) {
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) return {path};
  std::vector<fs::path> result;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(path, options, ignored), end; at != end;
       at.increment(ignored)) {
    if (is_workbook(at->path())) result.push_back(at->path());
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace chiwat::cli
