#include "xlsx/check_parts.hpp"

#include <expat.h>
#include <minizip/unzip.h>

#include <array>
#include <memory>
#include <string>
#include <type_traits>

#include "xlsx/write.hpp"

namespace chiwat::xlsx {
namespace {

struct CloseZip {
  void operator()(unzFile zip) const { unzClose(zip); }
};
using Zip = std::unique_ptr<std::remove_pointer_t<unzFile>, CloseZip>;

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

std::string part_name(unzFile zip) {
  std::array<char, 256> name{};
  unzGetCurrentFileInfo64(zip, nullptr, name.data(), name.size() - 1, nullptr, 0, nullptr, 0);
  return name.data();
}

// Reads the current part to its end.
void check_part(unzFile zip) {
  const std::string cut_off = part_name(zip) + ": cut off";
  if (unzOpenCurrentFile(zip) != UNZ_OK) throw NoRoom(cut_off);
  const Parser parser(XML_ParserCreate(nullptr));
  std::array<char, 65536> buffer;
  int count = 0;
  do {
    count = unzReadCurrentFile(zip, buffer.data(), buffer.size());
    if (count < 0) throw NoRoom(cut_off);
    if (XML_Parse(parser.get(), buffer.data(), count, count == 0)) continue;
    if (count == 0) throw NoRoom(cut_off);
    throw WriteError(part_name(zip) + ": not XML");
  } while (count > 0);
  if (unzCloseCurrentFile(zip) != UNZ_OK) throw NoRoom(cut_off);  // the checksum
}

}  // namespace

void check_parts(const std::filesystem::path& package) {
  const Zip zip(unzOpen64(package.c_str()));
  if (!zip) throw NoRoom(package.string() + ": cannot be read again");
  int found = unzGoToFirstFile(zip.get());
  for (; found == UNZ_OK; found = unzGoToNextFile(zip.get())) {
    check_part(zip.get());
  }
  if (found != UNZ_END_OF_LIST_OF_FILE) {
    throw NoRoom(package.string() + ": cannot be read to its end");
  }
}

}  // namespace chiwat::xlsx
