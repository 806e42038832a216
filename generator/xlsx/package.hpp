// The zip file around a workbook, as somebody sent it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace chiwat::xlsx {

class Inflate;
class ZipFile;

class Package {
 public:
  // Throws Unreadable, with what is to be done about it, for a file that is no zip.
  Package(const std::filesystem::path& path, std::int64_t most_unpacked);
  // The same in memory; the bytes must outlive this.
  Package(std::string_view bytes, std::int64_t most_unpacked);
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;
  ~Package();

  bool has(const std::string& part) const;

  // Hands over a part ("xl/workbook.xml", in letters of either case), piece by piece. Throws
  // Unreadable when it is missing or damaged, and when more than `most_unpacked` bytes came out of
  // the package in all: a zip of kilobytes can hold gigabytes.
  using Take = std::function<void(std::string_view piece)>;
  void unpack(const std::string& part, const Take& take);

 private:
  void check_zip() const;
  void unpack_in_pieces(const std::string& part, const Take& take);
  void count(std::size_t bytes);

  std::unique_ptr<ZipFile> zip_;
  std::unique_ptr<Inflate> inflate_;
  std::int64_t left_;  // bytes that may still be unpacked
};

}  // namespace chiwat::xlsx
