#include "xlsx/zip_file.hpp"

#include <algorithm>
#include <cstring>

namespace chiwat::xlsx {

ZipFile::ZipFile(const std::filesystem::path& path) : file_(unzOpen64(path.c_str())) {}

ZipFile::ZipFile(std::string_view bytes) : memory_{bytes, 0} {
  zlib_filefunc64_def reading = functions(memory_);
  file_ = unzOpen2_64("", &reading);
}

ZipFile::~ZipFile() {
  unzClose(file_);
}

zlib_filefunc64_def ZipFile::functions(Memory& memory) {
  zlib_filefunc64_def result{};
  result.opaque = &memory;
  result.zopen64_file = [](voidpf opaque, const void*, int) -> voidpf { return opaque; };
  result.zread_file = [](voidpf, voidpf stream, void* buffer, uLong size) -> uLong {
    auto& from = *static_cast<Memory*>(stream);
    const std::size_t count = std::min<std::size_t>(size, from.bytes.size() - from.at);
    if (count > 0) std::memcpy(buffer, from.bytes.data() + from.at, count);
    from.at += count;
    return static_cast<uLong>(count);
  };
  result.ztell64_file = [](voidpf, voidpf stream) -> ZPOS64_T {
    return static_cast<Memory*>(stream)->at;
  };
  result.zseek64_file = [](voidpf, voidpf stream, ZPOS64_T offset, int origin) -> long {
    auto& in = *static_cast<Memory*>(stream);
    const std::size_t base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                             : origin == ZLIB_FILEFUNC_SEEK_CUR ? in.at
                                                                : in.bytes.size();
    if (offset > in.bytes.size() - base) return -1;
    in.at = base + static_cast<std::size_t>(offset);
    return 0;
  };
  result.zclose_file = [](voidpf, voidpf) -> int { return 0; };
  result.zerror_file = [](voidpf, voidpf) -> int { return 0; };
  return result;
}

}  // namespace chiwat::xlsx
