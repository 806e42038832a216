#include "xlsx/inflate.hpp"

#include <libdeflate.h>

#include <new>

namespace chiwat::xlsx {
namespace {

constexpr ZPOS64_T kLongest = 8 << 20;

// As it is packed; whether all of it could be read.
bool read_packed(unzFile zip, std::string& bytes) {
  constexpr int kRaw = 1;
  int method = 0;
  int level = 0;
  if (unzOpenCurrentFile2(zip, &method, &level, kRaw) != UNZ_OK) return false;
  const int read = unzReadCurrentFile(zip, bytes.data(), static_cast<unsigned>(bytes.size()));
  unzCloseCurrentFile(zip);
  return read == static_cast<int>(bytes.size());
}

}  // namespace

void Inflate::Free::operator()(libdeflate_decompressor* unpacking) const {
  libdeflate_free_decompressor(unpacking);
}

Inflate::Inflate() : unpacking_(libdeflate_alloc_decompressor()) {
  if (!unpacking_) throw std::bad_alloc();
}

Inflate::~Inflate() = default;

bool Inflate::suits(const unz_file_info64& part) {
  return part.compression_method == Z_DEFLATED && part.compressed_size <= kLongest &&
         part.uncompressed_size <= kLongest;
}

std::optional<std::string_view> Inflate::whole(unzFile zip, const unz_file_info64& part) {
  packed_.resize(static_cast<std::size_t>(part.compressed_size));
  bytes_.resize(static_cast<std::size_t>(part.uncompressed_size));
  const bool is_right =
      read_packed(zip, packed_) &&
      libdeflate_deflate_decompress(unpacking_.get(), packed_.data(), packed_.size(), bytes_.data(),
                                    bytes_.size(), nullptr) == LIBDEFLATE_SUCCESS &&
      libdeflate_crc32(0, bytes_.data(), bytes_.size()) == part.crc;
  return is_right ? std::optional<std::string_view>(bytes_) : std::nullopt;
}

}  // namespace chiwat::xlsx
