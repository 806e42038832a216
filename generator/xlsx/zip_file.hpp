// An open zip, on disk or in memory. Private to this folder.
#pragma once

#include <minizip/unzip.h>

#include <filesystem>
#include <string_view>

namespace chiwat::xlsx {

class ZipFile {
 public:
  explicit ZipFile(const std::filesystem::path& path);
  // The bytes must outlive this.
  explicit ZipFile(std::string_view bytes);
  ZipFile(const ZipFile&) = delete;
  ZipFile& operator=(const ZipFile&) = delete;
  ~ZipFile();

  // Null when it is no zip, or cut off.
  unzFile get() const { return file_; }

 private:
  struct Memory {
    std::string_view bytes;
    std::size_t at = 0;
  };
  static zlib_filefunc64_def functions(Memory& memory);

  Memory memory_;
  unzFile file_;
};

}  // namespace chiwat::xlsx
