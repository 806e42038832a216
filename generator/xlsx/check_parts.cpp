#include "xlsx/check_parts.hpp"

#include <libdeflate.h>
#include <minizip/unzip.h>

#include <array>
#include <memory>
#include <new>
#include <string>
#include <string_view>

#include "xlsx/well_formed.hpp"
#include "xlsx/write.hpp"
#include "xlsx/zip_file.hpp"

namespace chiwat::xlsx {
namespace {

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* unpacking) const {
    libdeflate_free_decompressor(unpacking);
  }
};
using Decompressor = std::unique_ptr<libdeflate_decompressor, FreeDecompressor>;

// A longer part is not unpacked as a whole.
constexpr std::size_t kLongestWhole = std::size_t{8} << 20;

// Looks at one part after the other.
class PartCheck {
 public:
  explicit PartCheck(unzFile zip) : zip_(zip), unpacking_(libdeflate_alloc_decompressor()) {
    if (!unpacking_) throw std::bad_alloc();
  }

  // The current part, to its end.
  void check() {
    std::array<char, 256> name{};
    if (unzGetCurrentFileInfo64(zip_, &info_, name.data(), name.size() - 1, nullptr, 0, nullptr,
                                0) != UNZ_OK) {
      throw NoRoom("a part without a name: cut off");
    }
    name_ = name.data();
    seen_ = WellFormed();
    if (info_.compression_method == Z_DEFLATED && info_.uncompressed_size <= kLongestWhole) {
      check_at_once();
    } else {
      check_in_pieces();
    }
    if (!seen_.is_whole()) throw cut_off();
  }

 private:
  NoRoom cut_off() const { return NoRoom(name_ + ": cut off"); }

  void look_at(std::string_view piece) {
    if (!seen_.take(piece)) throw WriteError(name_ + ": not XML");
  }

  void check_at_once() {
    packed_.resize(info_.compressed_size);
    text_.resize(info_.uncompressed_size);
    int method = 0;
    int level = 0;
    const bool is_read =
        unzOpenCurrentFile2(zip_, &method, &level, 1) == UNZ_OK &&
        unzReadCurrentFile(zip_, packed_.data(), static_cast<unsigned>(packed_.size())) ==
            static_cast<int>(packed_.size());
    unzCloseCurrentFile(zip_);
    const bool is_right =
        is_read &&
        libdeflate_deflate_decompress(unpacking_.get(), packed_.data(), packed_.size(),
                                      text_.data(), text_.size(), nullptr) == LIBDEFLATE_SUCCESS &&
        libdeflate_crc32(0, text_.data(), text_.size()) == info_.crc;
    if (!is_right) throw cut_off();
    look_at(text_);
  }

  void check_in_pieces() {
    if (unzOpenCurrentFile(zip_) != UNZ_OK) throw cut_off();
    text_.resize(kPiece);
    int count = 0;
    while ((count = unzReadCurrentFile(zip_, text_.data(), kPiece)) > 0) {
      look_at(std::string_view(text_).substr(0, static_cast<std::size_t>(count)));
    }
    if (unzCloseCurrentFile(zip_) != UNZ_OK || count < 0) throw cut_off();  // the checksum, too
  }

  static constexpr unsigned kPiece = 64 << 10;

  unzFile zip_;
  Decompressor unpacking_;
  unz_file_info64 info_{};
  std::string name_;
  std::string packed_;
  std::string text_;
  WellFormed seen_;
};

}  // namespace

void check_parts(const std::filesystem::path& package) {
  const ZipFile zip(package);
  if (!zip.get()) throw NoRoom(package.string() + ": cannot be read again");
  int found = unzGoToFirstFile(zip.get());
  PartCheck part(zip.get());
  for (; found == UNZ_OK; found = unzGoToNextFile(zip.get())) part.check();
  if (found != UNZ_END_OF_LIST_OF_FILE) {
    throw NoRoom(package.string() + ": cannot be read to its end");
  }
}

}  // namespace chiwat::xlsx
