#include "cli/new_folder.hpp"

#include <cerrno>
#include <fstream>
#include <string_view>
#include <system_error>

#include "thai/encoding.hpp"
#include "thai/names.hpp"

namespace chiwat::cli {
namespace {

namespace fs = std::filesystem;

std::string_view mark_before(const fs::path& path, const std::string& bytes) {
  const bool needs_mark = path.extension() == ".csv" && !bytes.starts_with(thai::kByteOrderMark);
  return needs_mark && thai::is_valid_utf8(bytes) ? thai::kByteOrderMark : "";
}

void write_file(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << mark_before(path, bytes) << bytes;
  out.close();
  if (!out) throw fs::filesystem_error("cannot write", path, {errno, std::generic_category()});
}

}  // namespace

bool is_free(const fs::path& folder) {
  std::error_code not_there;
  if (!fs::exists(folder, not_there)) return true;
  return fs::is_directory(folder, not_there) && fs::is_empty(folder, not_there);
}

void write_new_folder(const NewFiles& files, const fs::path& folder) {
  const fs::path target = (fs::absolute(folder) / "").lexically_normal().parent_path();
  fs::create_directories(target.parent_path());
  const fs::path draft = target.parent_path() / ("." + target.filename().string() + ".chiwat-new");
  std::error_code nobody_left_to_tell;
  fs::remove_all(draft, nobody_left_to_tell);
  try {
    for (const auto& [name, bytes] : files) write_file(draft / name, bytes);
    fs::rename(draft, target);
  } catch (...) {
    fs::remove_all(draft, nobody_left_to_tell);
    throw;
  }
}

}  // namespace chiwat::cli
