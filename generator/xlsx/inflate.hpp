// Unpacking a part of a zip as a whole, in half of zlib's time.
#pragma once

#include <minizip/unzip.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct libdeflate_decompressor;

namespace chiwat::xlsx {

class Inflate {
 public:
  Inflate();
  Inflate(const Inflate&) = delete;
  Inflate& operator=(const Inflate&) = delete;
  ~Inflate();

  // Whether a part is deflated, and at most 8 MB: what is longer belongs into pieces.
  static bool suits(const unz_file_info64& part);

  // The bytes of the part at which the zip stands, until the next call; nothing when they are not
  // what `part` says of them, checksum included.
  std::optional<std::string_view> whole(unzFile zip, const unz_file_info64& part);

 private:
  struct Free {
    void operator()(libdeflate_decompressor* unpacking) const;
  };

  std::unique_ptr<libdeflate_decompressor, Free> unpacking_;
  std::string packed_;
  std::string bytes_;
};

}  // namespace chiwat::xlsx
