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

// The current part to its end; false if it is not whole.
bool is_whole(unzFile zip) {
  if (unzOpenCurrentFile(zip) != UNZ_OK) return false;
  const Parser parser(XML_ParserCreate(nullptr));
  std::array<char, 65536> buffer;
  int count = 0;
  bool well_formed = true;
  do {
    count = unzReadCurrentFile(zip, buffer.data(), buffer.size());
    well_formed = count >= 0 && XML_Parse(parser.get(), buffer.data(), count, count == 0);
  } while (well_formed && count > 0);
  const bool intact = unzCloseCurrentFile(zip) == UNZ_OK;  // the checksum
  return well_formed && intact;
}

}  // namespace

void check_parts(const std::filesystem::path& package) {
  const Zip zip(unzOpen64(package.c_str()));
  if (!zip) throw WriteError(package.string() + ": cannot be read again");
  int found = unzGoToFirstFile(zip.get());
  for (; found == UNZ_OK; found = unzGoToNextFile(zip.get())) {
    if (!is_whole(zip.get())) {
      throw WriteError(part_name(zip.get()) +
                       ": cut off (no room for temporary files?) or not XML");
    }
  }
  if (found != UNZ_END_OF_LIST_OF_FILE) {
    throw WriteError(package.string() + ": cannot be read to its end");
  }
}

}  // namespace chiwat::xlsx
