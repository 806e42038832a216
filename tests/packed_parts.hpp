// Packages of parts that a test writes itself.
#pragma once

#include <minizip/zip.h>

#include <filesystem>
#include <map>
#include <string>

namespace chiwat::xlsx {

using Parts = std::map<std::string, std::string>;

inline void put_package(const std::filesystem::path& file, const Parts& parts) {
  const zipFile zip = zipOpen64(file.c_str(), APPEND_STATUS_CREATE);
  for (const auto& [name, content] : parts) {
    const zip_fileinfo info{};
    zipOpenNewFileInZip(zip, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 1);
    zipWriteInFileInZip(zip, content.data(), static_cast<unsigned>(content.size()));
    zipCloseFileInZip(zip);
  }
  zipClose(zip, nullptr);
}

}  // namespace chiwat::xlsx
