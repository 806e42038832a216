#include "xlsx/package.hpp"

#include <minizip/unzip.h>

#include <array>
#include <fstream>
#include <vector>

#include "xlsx/unreadable.hpp"

namespace chiwat::xlsx {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kMostParts = 10'000;
constexpr int kAnyCase = 2;

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

}  // namespace

struct Package::Zip {
  explicit Zip(const fs::path& path) : file(unzOpen64(path.c_str())) {}
  Zip(const Zip&) = delete;
  Zip& operator=(const Zip&) = delete;
  ~Zip() { unzClose(file); }

  unzFile file;
};

Package::Package(const fs::path& path, std::int64_t most_unpacked) : left_(most_unpacked) {
  const std::string start = first_bytes(path);
  // The container of passwords and of .xls.
  if (start == "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") throw Unreadable("xlsx_encrypted_or_old");
  if (!start.starts_with("PK")) throw Unreadable("xlsx_not_a_workbook");
  zip_ = std::make_unique<Zip>(path);
  unz_global_info64 info{};
  if (!zip_->file || unzGetGlobalInfo64(zip_->file, &info) != UNZ_OK)
    throw Unreadable("xlsx_cut_off");
  if (info.number_entry > kMostParts) throw Unreadable("xlsx_too_large");
}

Package::~Package() = default;

bool Package::has(const std::string& part) const {
  return unzLocateFile(zip_->file, part.c_str(), kAnyCase) == UNZ_OK;
}

void Package::open(const std::string& part) {
  if (!has(part)) throw Unreadable("xlsx_part_missing", {{"part", part}});
  unz_file_info64 info{};
  if (unzGetCurrentFileInfo64(zip_->file, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) {
    throw damaged(part);
  }
  const bool encrypted = (info.flag & 1) != 0;
  if (encrypted) throw Unreadable("xlsx_encrypted_or_old");
  const bool stored_or_deflated = info.compression_method == 0 || info.compression_method == 8;
  if (!stored_or_deflated) throw Unreadable("xlsx_packed_otherwise", {{"part", part}});
  if (unzOpenCurrentFile(zip_->file) != UNZ_OK) throw damaged(part);
}

void Package::unpack(const std::string& part, const Take& take) {
  open(part);
  std::vector<char> buffer(1 << 16);
  int count = 0;
  while ((count = unzReadCurrentFile(zip_->file, buffer.data(), 1 << 16)) > 0) {
    left_ -= count;
    if (left_ < 0) throw Unreadable("xlsx_too_large");
    take({buffer.data(), static_cast<std::size_t>(count)});
  }
  const bool whole = unzCloseCurrentFile(zip_->file) == UNZ_OK;  // the checksum
  if (count < 0 || !whole) throw damaged(part);
}

}  // namespace chiwat::xlsx
