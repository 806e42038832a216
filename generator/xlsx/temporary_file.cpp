// libxlsxwriter writes each part into a temporary file and reads it again to pack it. A workbook
// has fifteen parts and most are short: making, naming and removing files for them takes an eighth
// of the library's whole time. So its lxw_tmpfile() is defined here once more, and what a program
// defines goes before what its libraries do.
#include "xlsx/temporary_file.hpp"

#include <dlfcn.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <memory>
#include <new>
#include <set>
#include <string>

namespace chiwat::xlsx {
namespace {

constexpr std::size_t kPieceOfDisk = std::size_t{256} << 10;  // what is written at once

bool have_failed_since = false;  // some, since TemporaryFiles were made
std::set<std::FILE*> open_files;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// What has been written, and where it is read or written next: in memory, or in a file on disk when
// it has become long.
class TemporaryFile {
 public:
  explicit TemporaryFile(char* folder) : folder_(folder) {}
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    have_failed_since |= is_broken_;
    open_files.erase(stream_);
  }

  // How many bytes were read or written. Once the disk has been full nothing is read any more:
  // libxlsxwriter does not look at what its writing answers, and would pack a part with a hole.
  ssize_t read(char* to, std::size_t size) {
    if (is_broken_) return -1;
    if (disk_) return static_cast<ssize_t>(std::fread(to, 1, size, disk_.get()));
    const std::size_t count = std::min(size, memory_.size() - at_);
    std::copy_n(memory_.data() + at_, count, to);
    at_ += count;
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* from, std::size_t size) {
    if (is_broken_) return 0;
    if (!disk_ && at_ + size > kLongestInMemory) go_to_disk();
    if (disk_) return write_to_disk(from, size);
    memory_.replace(at_, std::min(size, memory_.size() - at_), from, size);
    at_ += size;
    return static_cast<ssize_t>(size);
  }

  // Goes to `offset` from where `origin` says, and puts the new place there; false when there is no
  // such place.
  bool seek(off64_t& offset, int origin) {
    if (disk_) {
      is_broken_ |= ::fseeko64(disk_.get(), offset, origin) != 0;  // it writes what was kept back
      offset = ::ftello64(disk_.get());
      return !is_broken_ && offset >= 0;
    }
    const std::size_t base = origin == SEEK_SET ? 0 : origin == SEEK_CUR ? at_ : memory_.size();
    offset += static_cast<off64_t>(base);
    if (offset < 0 || offset > static_cast<off64_t>(memory_.size())) return false;
    at_ = static_cast<std::size_t>(offset);
    return true;
  }

  void give_up() { is_broken_ = true; }

  // The stream that is this file to the library; null when there is no room for one.
  static std::FILE* opened(char* folder);

 private:
  void go_to_disk() {
    const auto of_library =
        reinterpret_cast<decltype(&lxw_tmpfile)>(dlsym(RTLD_NEXT, "lxw_tmpfile"));
    disk_.reset(of_library(folder_));
    is_broken_ = !disk_ || std::setvbuf(disk_.get(), nullptr, _IOFBF, kPieceOfDisk) != 0 ||
                 std::fwrite(memory_.data(), 1, memory_.size(), disk_.get()) != memory_.size() ||
                 ::fseeko64(disk_.get(), static_cast<off64_t>(at_), SEEK_SET) != 0;
    std::string().swap(memory_);
  }
  ssize_t write_to_disk(const char* from, std::size_t size) {
    is_broken_ = is_broken_ || std::fwrite(from, 1, size, disk_.get()) != size;
    return is_broken_ ? 0 : static_cast<ssize_t>(size);
  }

  char* const folder_;
  std::string memory_;
  std::size_t at_ = 0;
  std::unique_ptr<std::FILE, CloseFile> disk_;
  bool is_broken_ = false;  // not all of it could be written
  std::FILE* stream_ = nullptr;
};

TemporaryFile& of(void* cookie) {
  return *static_cast<TemporaryFile*>(cookie);
}

// Exceptions must not pass through C.
ssize_t read(void* cookie, char* to, std::size_t size) {
  return of(cookie).read(to, size);
}
ssize_t write(void* cookie, const char* from, std::size_t size) try {
  return of(cookie).write(from, size);
} catch (const std::bad_alloc&) {
  of(cookie).give_up();
  return 0;
}
int seek(void* cookie, off64_t* offset, int origin) {
  return of(cookie).seek(*offset, origin) ? 0 : -1;
}
int close(void* cookie) {
  delete &of(cookie);
  return 0;
}

std::FILE* TemporaryFile::opened(char* folder) {
  auto file = std::make_unique<TemporaryFile>(folder);
  std::FILE* const stream =
      ::fopencookie(file.get(), "w+", {xlsx::read, xlsx::write, xlsx::seek, xlsx::close});
  if (!stream) return nullptr;
  file.release()->stream_ = stream;
  open_files.insert(stream);
  return stream;
}

}  // namespace

TemporaryFiles::TemporaryFiles() {
  have_failed_since = false;
}

TemporaryFiles::~TemporaryFiles() {
  while (!open_files.empty()) std::fclose(*open_files.begin());
}

bool TemporaryFiles::have_failed() const {
  return have_failed_since;
}

}  // namespace chiwat::xlsx

// A file that is read and written; it is gone when it is closed.
extern "C" FILE* lxw_tmpfile(char* tmpdir) try {
  return chiwat::xlsx::TemporaryFile::opened(tmpdir);
} catch (const std::bad_alloc&) {
  return nullptr;
}
