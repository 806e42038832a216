#include "xlsx/package.hpp"

#include <array>
#include <fstream>
#include <vector>

#include "xlsx/unreadable.hpp"
#include "xlsx/zip_file.hpp"

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

void check_start(std::string_view start) {
  // The container of passwords and of .xls.
  if (start == "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") throw Unreadable("xlsx_encrypted_or_old");
  if (!start.starts_with("PK")) throw Unreadable("xlsx_not_a_workbook");
}

}  // namespace

Package::Package(const fs::path& path, std::int64_t most_unpacked) : left_(most_unpacked) {
  check_start(first_bytes(path));
  zip_ = std::make_unique<ZipFile>(path);
  check_zip();
}

Package::Package(std::string_view bytes, std::int64_t most_unpacked) : left_(most_unpacked) {
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

void Package::open(const std::string& part) {
  if (!has(part)) throw Unreadable("xlsx_part_missing", {{"part", part}});
  unz_file_info64 info{};
  if (unzGetCurrentFileInfo64(zip_->get(), &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) {
    throw damaged(part);
  }
  const bool encrypted = (info.flag & 1) != 0;
  if (encrypted) throw Unreadable("xlsx_encrypted_or_old");
  const bool stored_or_deflated = info.compression_method == 0 || info.compression_method == 8;
  if (!stored_or_deflated) throw Unreadable("xlsx_packed_otherwise", {{"part", part}});
  if (unzOpenCurrentFile(zip_->get()) != UNZ_OK) throw damaged(part);
}

void Package::unpack(const std::string& part, const Take& take) {
  open(part);
  std::vector<char> buffer(1 << 16);
  int count = 0;
  while ((count = unzReadCurrentFile(zip_->get(), buffer.data(), 1 << 16)) > 0) {
    left_ -= count;
    if (left_ < 0) throw Unreadable("xlsx_too_large");
    take({buffer.data(), static_cast<std::size_t>(count)});
  }
  const bool whole = unzCloseCurrentFile(zip_->get()) == UNZ_OK;  // the checksum
  if (count < 0 || !whole) throw damaged(part);
}

}  // namespace chiwat::xlsx
