// The bytes of a file that somebody sent back: a workbook, a zip of workbooks, or neither. A file
// in which nothing is found has a reason; the forms of the small office are taken back.
#include <fstream>

#include "office.hpp"
#include "promises.hpp"
#include "targets.hpp"
#include "xlsx/read.hpp"

namespace chiwat::fuzz {
namespace {

void require_read(std::string_view bytes) {
  Diagnostics diagnostics;
  const auto workbook = xlsx::read(bytes, "f.xlsx", diagnostics);
  require_reason(workbook.has_value(), diagnostics);
  require(diagnostics.all().size() <= 1, "a file is refused in one message");
  require_tellable(diagnostics, {});
}

}  // namespace

void workbook(std::string_view input) {
  require_read(input);
  const MemoryFile file;
  std::ofstream(file.path(), std::ios::binary) << input;
  Diagnostics diagnostics;
  std::vector<cli::FoundWorkbook> found;
  cli::find_workbooks({file.path()}, {"", true}, diagnostics,
                      [&](cli::FoundWorkbook&& each) { found.push_back(std::move(each)); });
  take_back(found, diagnostics);
}

}  // namespace chiwat::fuzz
