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

double thousandths(int value) {
  return nearest_double(Number(value) / 1000);
}

}  // namespace chiwat::xlsx
