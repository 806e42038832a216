#include "xlsx/read.hpp"

#include "xlsx/package.hpp"
#include "xlsx/read_workbook.hpp"
#include "xlsx/unreadable.hpp"

namespace chiwat::xlsx {
namespace {

template <class Source>
std::optional<document::Workbook> read_from(const Source& source, const std::string& shown,
                                            Diagnostics& diagnostics, const Limits& limits) {
  try {
    Package package(source, limits.unpacked);
    document::Workbook workbook = read_workbook(package, limits);
    workbook.file_name = std::filesystem::path(shown).filename().string();
    return workbook;
  } catch (const Unreadable& why) {
    diagnostics.error({shown, 0, 0}, why.message.id, why.message.arguments);
    return std::nullopt;
  }
}

}  // namespace

std::optional<document::Workbook> read(const std::filesystem::path& path, Diagnostics& diagnostics,
                                       const Limits& limits) {
  return read_from(path, path.string(), diagnostics, limits);
}

std::optional<document::Workbook> read(std::string_view bytes, const std::string& shown,
                                       Diagnostics& diagnostics, const Limits& limits) {
  return read_from(bytes, shown, diagnostics, limits);
}

}  // namespace chiwat::xlsx
