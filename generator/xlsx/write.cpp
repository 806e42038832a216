// Whole or not at all: the new file takes the place of the old one only when it is safely on disk.
#include "xlsx/write.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "xlsx/assemble.hpp"
#include "xlsx/check_parts.hpp"

namespace chiwat::xlsx {
namespace {

namespace fs = std::filesystem;

// A place for a file beside its final one, since only there a rename is one step. Its name is short
// and does not hold the final one: 85 Thai letters already fill the 255 bytes of a name.
class Draft {
 public:
  explicit Draft(const fs::path& folder)
      : path_(folder / (".chiwat-" + std::to_string(::getpid()) + ".tmp")) {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    std::error_code nobody_left_to_tell;
    fs::remove(path_, nobody_left_to_tell);
  }

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

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
