#include "xlsx/write.hpp"

#include "output/draft.hpp"
#include "xlsx/assemble.hpp"
#include "xlsx/check_parts.hpp"

namespace chiwat::xlsx {

namespace fs = std::filesystem;

void write_to(const document::Workbook& workbook, const fs::path& path) {
  assemble(workbook, path);
  check_parts(path);
}

void write(const document::Workbook& workbook, const fs::path& folder) {
  fs::create_directories(folder);
  output::remove_left_drafts(folder, output::Company::anybody);
  output::Draft draft(folder);
  write_to(workbook, draft.path());
  draft.take_place_of(folder / workbook.file_name);
  output::flush_folder(folder);
}

}  // namespace chiwat::xlsx
