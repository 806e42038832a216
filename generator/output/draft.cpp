#include "output/draft.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <system_error>
#include <utility>

namespace chiwat::output {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStart = ".chiwat-";
constexpr const char* kLockedStart = ".chiwat-run-";
constexpr const char* kEnd = ".tmp";
constexpr auto kLongestWriting = std::chrono::hours(1);

bool is_draft(const fs::path& path, const char* start) {
  const std::string name = path.filename().string();
  return name.starts_with(start) && name.ends_with(kEnd);
}

// From the system's memory to the disk itself.
std::error_code flush(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return {errno, std::generic_category()};
  const int error = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  return {error, std::generic_category()};
}

}  // namespace

// Another machine with a process of the same number may be writing into the same folder. The name
// does not hold the final one: 85 Thai letters already fill the 255 bytes of a name.
Draft::Draft(const fs::path& folder, Company company) {
  const std::string start = company == Company::anybody ? kStart : kLockedStart;
  for (int i = 1; !create(folder, start + std::to_string(::getpid()), i); ++i) {
  }
}

Draft::Draft(Draft&& other) noexcept : path_(std::exchange(other.path_, fs::path())) {}

Draft::~Draft() {
  std::error_code nobody_left_to_tell;
  if (!path_.empty()) fs::remove(path_, nobody_left_to_tell);
}

// False when there is a file of this name.
bool Draft::create(const fs::path& folder, const std::string& start, int number) {
  path_ = folder / (start + "-" + std::to_string(number) + kEnd);
  const int descriptor = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0 && errno == EEXIST) return false;
  if (descriptor < 0) {
    throw fs::filesystem_error("cannot create", path_, {errno, std::generic_category()});
  }
  ::close(descriptor);
  return true;
}

void Draft::take_place_of(const fs::path& target) {
  if (const std::error_code error = flush(path_)) {
    throw fs::filesystem_error("cannot flush to disk", path_, error);
  }
  fs::rename(path_, target);
}

void flush_folder(const fs::path& folder) {
  flush(folder);  // where it cannot be, the files stand whole all the same
}

void remove_left_drafts(const fs::path& folder, Company company) {
  const auto now = fs::file_time_type::clock::now();
  std::error_code not_worth_a_word;
  for (fs::directory_iterator entry(folder, not_worth_a_word), end;
       !not_worth_a_word && entry != end; entry.increment(not_worth_a_word)) {
    if (!is_draft(entry->path(), kStart)) continue;
    std::error_code gone;
    const bool is_old = now - entry->last_write_time(gone) > kLongestWriting && !gone;
    const bool is_left = company == Company::nobody && is_draft(entry->path(), kLockedStart);
    if (is_old || is_left) fs::remove(entry->path(), gone);
  }
}

}  // namespace chiwat::output
