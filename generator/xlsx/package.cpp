#include "xlsx/package.hpp"

#include <array>
#include <fstream>
#include <vector>

#include "xlsx/inflate.hpp"
#include "xlsx/unreadable.hpp"
#include "xlsx/zip_file.hpp"

namespace chiwat::xlsx {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kMostParts = 10'000;
constexpr int kAnyCase = 2;
constexpr std::size_t kPiece = 1 << 16;

std::string first_bytes(const fs::path& path) {
  std::error_code ignored;
  std::ifstream in;
  if (fs::is_regular_file(path, ignored)) in.open(path, std::ios::binary);
  std::array<char, 8> bytes{};
  if (!in.is_open() || (in.read(bytes.data(), bytes.size()), in.bad())) {
    throw Unreadable("file_unreadable", {{"file", path.string()}});
  }
  return {bytes.data(), static_cast<std::size_t>(in.gcount())};
}

void check_start(std::string_view start) {
  // The container of passwords and of .xls.
  if (start == "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") throw Unreadable("xlsx_encrypted_or_old");
  if (!start.starts_with("PK")) throw Unreadable("xlsx_not_a_workbook");
}

unz_file_info64 info_of_current(unzFile zip, const std::string& part) {
  unz_file_info64 info{};
  if (unzGetCurrentFileInfo64(zip, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) {
    throw damaged(part);
  }
  return info;
}

}  // namespace

Package::Package(const fs::path& path, std::int64_t most_unpacked)
    : inflate_(std::make_unique<Inflate>()), left_(most_unpacked) {
  check_start(first_bytes(path));
  zip_ = std::make_unique<ZipFile>(path);
  check_zip();
}

Package::Package(std::string_view bytes, std::int64_t most_unpacked)
    : inflate_(std::make_unique<Inflate>()), left_(most_unpacked) {
  check_start(bytes.substr(0, 8));
  zip_ = std::make_unique<ZipFile>(bytes);
  check_zip();
}

void Package::check_zip() const {
  unz_global_info64 info{};
  if (!zip_->get() || unzGetGlobalInfo64(zip_->get(), &info) != UNZ_OK)
    throw Unreadable("xlsx_cut_off");
  if (info.number_entry > kMostParts) throw Unreadable("xlsx_too_large");
}

Package::~Package() = default;

bool Package::has(const std::string& part) const {
  return unzLocateFile(zip_->get(), part.c_str(), kAnyCase) == UNZ_OK;
}

void Package::unpack(const std::string& part, const Take& take) {
  if (!has(part)) throw Unreadable("xlsx_part_missing", {{"part", part}});
  const unz_file_info64 info = info_of_current(zip_->get(), part);
  const bool encrypted = (info.flag & 1) != 0;
  if (encrypted) throw Unreadable("xlsx_encrypted_or_old");
  const bool stored_or_deflated = info.compression_method == 0 || info.compression_method == 8;
  if (!stored_or_deflated) throw Unreadable("xlsx_packed_otherwise", {{"part", part}});
  if (!Inflate::suits(info)) return unpack_in_pieces(part, take);
  count(info.uncompressed_size);
  const auto bytes = inflate_->whole(zip_->get(), info);
  if (!bytes) throw damaged(part);
  take(*bytes);
}

void Package::unpack_in_pieces(const std::string& part, const Take& take) {
  if (unzOpenCurrentFile(zip_->get()) != UNZ_OK) throw damaged(part);
  std::vector<char> buffer(kPiece);
  int read = 0;
  while ((read = unzReadCurrentFile(zip_->get(), buffer.data(), kPiece)) > 0) {
    const std::string_view piece(buffer.data(), static_cast<std::size_t>(read));
    count(piece.size());
    take(piece);
  }
  const bool whole = unzCloseCurrentFile(zip_->get()) == UNZ_OK;  // the checksum
  if (read < 0 || !whole) throw damaged(part);
}

void Package::count(std::size_t bytes) {
  left_ -= static_cast<std::int64_t>(bytes);
  if (left_ < 0) throw Unreadable("xlsx_too_large");
}

}  // namespace chiwat::xlsx
