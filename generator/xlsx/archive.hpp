// A zip in which somebody sent several files: what they are called, and their bytes. Nothing of it
// is written to disk, so that no name can reach where it should not.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.hpp"
#include "base/diagnostics.hpp"

namespace chiwat::xlsx {

class ZipFile;

struct ArchiveLimits {
  std::size_t entries = 10'000;
  std::int64_t entry = std::int64_t{64} << 20;      // bytes of one file, unpacked
  std::int64_t unpacked = std::int64_t{512} << 20;  // bytes of all files
};

struct ArchiveEntry {
  std::string name;  // with folders before it; as it stands there, in whatever character set
  std::optional<Moment> changed;  // by the clock of whoever packed it
};

class Archive {
 public:
  // Nothing, reported at `shown`, when it is no zip or a broken one (xlsx_cut_off), or holds too
  // many files (xlsx_zip_too_large).
  static std::optional<Archive> open(const std::filesystem::path& path, const std::string& shown,
                                     Diagnostics& diagnostics, const ArchiveLimits& limits = {});
  // The bytes must outlive the archive.
  static std::optional<Archive> open(std::string_view bytes, const std::string& shown,
                                     Diagnostics& diagnostics, const ArchiveLimits& limits = {});
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  const std::vector<ArchiveEntry>& entries() const { return entries_; }
  // Whether it has a file of this name; a workbook has [Content_Types].xml.
  bool has(std::string_view name) const;
  // Nothing, reported at `shown`, when the file is damaged, has a password (xlsx_zip_entry) or is
  // larger than a form can be (xlsx_zip_too_large).
  std::optional<std::string> bytes(std::size_t entry, const std::string& shown,
                                   Diagnostics& diagnostics);

 private:
  Archive(std::unique_ptr<ZipFile> zip, const ArchiveLimits& limits);
  static std::optional<Archive> opened(std::unique_ptr<ZipFile> zip, const std::string& shown,
                                       Diagnostics& diagnostics, const ArchiveLimits& limits);
  bool list();

  std::unique_ptr<ZipFile> zip_;
  std::vector<ArchiveEntry> entries_;
  ArchiveLimits left_;
};

}  // namespace chiwat::xlsx
