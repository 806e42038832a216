#include "xlsx/check_parts.hpp"

#include <minizip/unzip.h>

#include <array>
#include <string>
#include <string_view>

#include "xlsx/inflate.hpp"
#include "xlsx/write.hpp"
#include "xlsx/xml_scanner.hpp"
#include "xlsx/zip_file.hpp"

namespace chiwat::xlsx {
namespace {

// Nobody asks what stands in a part that was written a moment ago.
class Nobody : public XmlHandler {
 public:
  void start(std::string_view, const Attributes&) override {}
  void end(std::string_view) override {}
  void text(std::string_view) override {}
};

// Looks at one part after the other.
class PartCheck {
 public:
  explicit PartCheck(unzFile zip) : zip_(zip) {}

  // The current part, to its end.
  void check() {
    std::array<char, 256> name{};
    if (unzGetCurrentFileInfo64(zip_, &info_, name.data(), name.size() - 1, nullptr, 0, nullptr,
                                0) != UNZ_OK) {
      throw NoRoom("a part without a name: cut off");
    }
    name_ = name.data();
    XmlScanner seen(nobody_);
    if (Inflate::suits(info_)) {
      check_at_once(seen);
    } else {
      check_in_pieces(seen);
    }
    if (!seen.is_whole()) throw cut_off();
  }

 private:
  NoRoom cut_off() const { return NoRoom(name_ + ": cut off"); }

  void look_at(std::string_view piece, XmlScanner& seen) {
    if (!seen.take(piece)) throw WriteError(name_ + ": not XML");
  }

  void check_at_once(XmlScanner& seen) {
    const auto text = inflate_.whole(zip_, info_);
    if (!text) throw cut_off();
    look_at(*text, seen);
  }

  void check_in_pieces(XmlScanner& seen) {
    if (unzOpenCurrentFile(zip_) != UNZ_OK) throw cut_off();
    std::string piece(kPiece, '\0');
    int count = 0;
    while ((count = unzReadCurrentFile(zip_, piece.data(), kPiece)) > 0) {
      look_at(std::string_view(piece).substr(0, static_cast<std::size_t>(count)), seen);
    }
    if (unzCloseCurrentFile(zip_) != UNZ_OK || count < 0) throw cut_off();  // the checksum, too
  }

  static constexpr unsigned kPiece = 64 << 10;

  unzFile zip_;
  Inflate inflate_;
  unz_file_info64 info_{};
  std::string name_;
  Nobody nobody_;
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
