// The parts of a workbook, as XML (input_files.hpp), in place of those of the first form that the
// small office sends out: a fuzzer seldom gets past the checksums of a zip. The workbook is read or
// refused in one message, and taken back; the XML is what it is to expat.
#include "input_files.hpp"
#include "office.hpp"
#include "packed_parts.hpp"
#include "promises.hpp"
#include "targets.hpp"
#include "xlsx/archive.hpp"
#include "xlsx/read.hpp"
#include "xlsx/write.hpp"
#include "xml_events.hpp"

namespace chiwat::fuzz {
namespace {

constexpr std::size_t kMonthly = 3;  // of the workbooks sent out, one with two forms

xlsx::Parts parts_of(const document::Workbook& workbook) {
  const MemoryFile file;
  xlsx::write_to(workbook, file.path());
  Diagnostics diagnostics;
  auto archive = xlsx::Archive::open(std::filesystem::path(file.path()), "form", diagnostics);
  xlsx::Parts parts;
  for (std::size_t i = 0; i < archive->entries().size(); ++i) {
    parts[archive->entries()[i].name] = *archive->bytes(i, "form", diagnostics);
  }
  return parts;
}

}  // namespace

void parts(std::string_view input) {
  static const xlsx::Parts sound = parts_of(sent_out().at(kMonthly));
  xlsx::Parts parts = sound;
  for (auto& [name, content] : input_files(input, "xl/worksheets/sheet1.xml")) {
    if (name.size() < 100 && !(content.empty() && name == "xl/worksheets/sheet1.xml")) {
      require(xlsx::disagreement(content).empty(), "XML is read and refused as by expat");
      parts[name] = std::move(content);
    }
  }
  const MemoryFile file;
  xlsx::put_package(file.path(), parts);
  Diagnostics diagnostics;
  auto workbook = xlsx::read(std::filesystem::path(file.path()), diagnostics);
  require_reason(workbook.has_value(), diagnostics);
  require(diagnostics.all().size() <= 1, "a file is refused in one message");
  if (!workbook) return require_tellable(diagnostics, {});
  const auto modified = workbook->properties.modified;
  take_back({{"f.xlsx", std::move(*workbook), modified}}, diagnostics);
}

}  // namespace chiwat::fuzz
