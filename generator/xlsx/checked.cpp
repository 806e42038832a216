#include "xlsx/checked.hpp"

#include "xlsx/nearest_double.hpp"
#include "xlsx/write.hpp"

namespace chiwat::xlsx {

void require(bool kept, const std::string& where, const std::string& problem) {
  if (!kept) throw WriteError(where + ": " + problem);
}

void check(lxw_error answer, const std::string& where) {
  if (answer != LXW_NO_ERROR) throw WriteError(where + ": " + lxw_strerror(answer));
}

void check(lxw_error answer, const document::Sheet& sheet, document::Position position) {
  if (answer != LXW_NO_ERROR) check(answer, sheet.name + "!" + document::cell_name(position));
}

int utf16_length(const std::string& utf8) {
  int length = 0;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) ++length;
    if (byte >= 0xF0) ++length;  // a pair of surrogates
  }
  return length;
}

double thousandths(int value) {
  return nearest_double(Number(value) / 1000);
}

}  // namespace chiwat::xlsx
