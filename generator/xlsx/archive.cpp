#include "xlsx/archive.hpp"

#include <algorithm>

#include "xlsx/zip_file.hpp"

namespace chiwat::xlsx {
namespace {

constexpr uLong kLongestName = 4096;

std::optional<Moment> moment(const tm_unz& time) {
  const Date date = std::chrono::year(static_cast<int>(time.tm_year)) /
                    static_cast<unsigned>(time.tm_mon + 1) / static_cast<unsigned>(time.tm_mday);
  // Where programs have no date, they write the first that a zip can have.
  if (!date.ok() || date <= Date(std::chrono::year(1980) / 1 / 1)) return std::nullopt;
  const auto second = static_cast<int>((time.tm_hour * 60 + time.tm_min) * 60 + time.tm_sec);
  return second < 24 * 60 * 60 ? Moment{date, second} : Moment{date, 0};
}

// The bytes of the file that is open, unless there are more than `most`.
std::optional<std::string> unpacked(unzFile zip, std::int64_t most) {
  std::string result;
  std::string piece(1 << 16, '\0');
  int count = 0;
  while ((count = unzReadCurrentFile(zip, piece.data(), 1 << 16)) > 0) {
    result.append(piece, 0, static_cast<std::size_t>(count));
    if (static_cast<std::int64_t>(result.size()) > most) break;
  }
  const bool whole = unzCloseCurrentFile(zip) == UNZ_OK;  // the checksum
  if (count == 0 && !whole) return std::nullopt;
  return count < 0 ? std::nullopt : std::optional(std::move(result));
}

}  // namespace

Archive::Archive(std::unique_ptr<ZipFile> zip, const ArchiveLimits& limits)
    : zip_(std::move(zip)), left_(limits) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

std::optional<Archive> Archive::open(const std::filesystem::path& path, const std::string& shown,
                                     Diagnostics& diagnostics, const ArchiveLimits& limits) {
  return opened(std::make_unique<ZipFile>(path), shown, diagnostics, limits);
}

std::optional<Archive> Archive::open(std::string_view bytes, const std::string& shown,
                                     Diagnostics& diagnostics, const ArchiveLimits& limits) {
  return opened(std::make_unique<ZipFile>(bytes), shown, diagnostics, limits);
}

std::optional<Archive> Archive::opened(std::unique_ptr<ZipFile> zip, const std::string& shown,
                                       Diagnostics& diagnostics, const ArchiveLimits& limits) {
  Archive result(std::move(zip), limits);
  unz_global_info64 info{};
  const bool is_zip = result.zip_->get() && unzGetGlobalInfo64(result.zip_->get(), &info) == UNZ_OK;
  if (is_zip && info.number_entry > limits.entries) {
    diagnostics.error({shown, 0, 0}, "xlsx_zip_too_large");
    return std::nullopt;
  }
  if (is_zip && result.list()) return result;
  diagnostics.error({shown, 0, 0}, "xlsx_cut_off");
  return std::nullopt;
}

bool Archive::list() {
  const unzFile zip = zip_->get();
  int outcome = unzGoToFirstFile(zip);
  for (; outcome == UNZ_OK; outcome = unzGoToNextFile(zip)) {
    unz_file_info64 info{};
    std::string name(kLongestName, '\0');
    if (unzGetCurrentFileInfo64(zip, &info, name.data(), kLongestName, nullptr, 0, nullptr, 0) !=
        UNZ_OK) {
      return false;
    }
    name.resize(std::min<std::size_t>(info.size_filename, kLongestName));
    entries_.push_back({std::move(name), moment(info.tmu_date)});
  }
  return outcome == UNZ_END_OF_LIST_OF_FILE || entries_.empty();
}

bool Archive::has(std::string_view name) const {
  return std::ranges::find(entries_, name, &ArchiveEntry::name) != entries_.end();
}

std::optional<std::string> Archive::bytes(std::size_t entry, const std::string& shown,
                                          Diagnostics& diagnostics) {
  const unzFile zip = zip_->get();
  const auto refuse = [&](const char* id) {
    diagnostics.error({shown, 0, 0}, id);
    return std::nullopt;
  };
  bool found = unzGoToFirstFile(zip) == UNZ_OK;
  for (std::size_t i = 0; found && i < entry; ++i) found = unzGoToNextFile(zip) == UNZ_OK;
  unz_file_info64 info{};
  if (!found || unzGetCurrentFileInfo64(zip, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK ||
      (info.flag & 1) != 0 || unzOpenCurrentFile(zip) != UNZ_OK) {
    return refuse("xlsx_zip_entry");
  }
  const std::int64_t most = std::min(left_.entry, left_.unpacked);
  auto result = unpacked(zip, most);
  if (!result) return refuse("xlsx_zip_entry");
  left_.unpacked -= static_cast<std::int64_t>(result->size());
  if (static_cast<std::int64_t>(result->size()) > most) return refuse("xlsx_zip_too_large");
  return result;
}

}  // namespace chiwat::xlsx
