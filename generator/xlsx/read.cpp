#include "xlsx/read.hpp"

#include "xlsx/package.hpp"
#include "xlsx/read_workbook.hpp"
#include "xlsx/unreadable.hpp"

namespace chiwat::xlsx {

std::optional<document::Workbook> read(const std::filesystem::path& path, Diagnostics& diagnostics,
                                       const Limits& limits) {
  try {
    Package package(path, limits.unpacked);
    document::Workbook workbook = read_workbook(package, limits);
    workbook.file_name = path.filename().string();
    return workbook;
  } catch (const Unreadable& why) {
    diagnostics.error({path.string(), 0, 0}, why.message.id, why.message.arguments);
    return std::nullopt;
  }
}

}  // namespace chiwat::xlsx
