// Whole or not at all: the new file takes the place of the old one only when it is safely on disk.
#include "xlsx/write.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <string>
#include <system_error>

#include "xlsx/assemble.hpp"
#include "xlsx/check_parts.hpp"

namespace chiwat::xlsx {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDraftStart = ".chiwat-";
constexpr const char* kDraftEnd = ".tmp";
constexpr auto kLongestWriting = std::chrono::hours(1);

// A place for a file beside its final one, since only there a rename is one step. Its name is short
// and does not hold the final one: 85 Thai letters already fill the 255 bytes of a name.
class Draft {
 public:
  // Another machine with a process of the same number may be writing into the same folder.
  explicit Draft(const fs::path& folder) {
    for (int i = 1; !create(folder, i); ++i) {
    }
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    std::error_code nobody_left_to_tell;
    fs::remove(path_, nobody_left_to_tell);
  }

  const fs::path& path() const { return path_; }

 private:
  // False when there is a file of this name.
  bool create(const fs::path& folder, int number) {
    path_ = folder /
            (kDraftStart + std::to_string(::getpid()) + "-" + std::to_string(number) + kDraftEnd);
    const int descriptor = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0 && errno == EEXIST) return false;
    if (descriptor < 0) {
      throw fs::filesystem_error("cannot create", path_, {errno, std::generic_category()});
    }
    ::close(descriptor);
    return true;
  }

  fs::path path_;
};

bool is_draft(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with(kDraftStart) && name.ends_with(kDraftEnd);
}

// Removes what killed runs have left. Told by age and not by whether the writer lives: it may live
// on another machine.
void remove_old_drafts(const fs::path& folder) {
  const auto now = fs::file_time_type::clock::now();
  std::error_code not_worth_a_word;
  for (fs::directory_iterator entry(folder, not_worth_a_word), end;
       !not_worth_a_word && entry != end; entry.increment(not_worth_a_word)) {
    std::error_code gone;
    const auto age = now - entry->last_write_time(gone);
    if (!gone && is_draft(entry->path()) && age > kLongestWriting) fs::remove(entry->path(), gone);
  }
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

void write(const document::Workbook& workbook, const fs::path& folder) {
  fs::create_directories(folder);
  remove_old_drafts(folder);
  const Draft draft(folder);
  assemble(workbook, draft.path());
  check_parts(draft.path());
  if (const std::error_code error = flush(draft.path())) {
    throw fs::filesystem_error("cannot flush to disk", draft.path(), error);
  }
  fs::rename(draft.path(), folder / workbook.file_name);
  flush(folder);  // some network drives cannot; the file stands whole in its place all the same
}

}  // namespace chiwat::xlsx
