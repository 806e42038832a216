// The formats of one file: a format of libxlsxwriter for each distinct style.
#pragma once

#include <map>

#include "document/workbook.hpp"

struct lxw_format;
struct lxw_workbook;

namespace chiwat::xlsx {

// 0xRRGGBB as the library takes it: its 0 is "none", and black is another number.
std::uint32_t library_colour(std::uint32_t rgb);

class Formats {
 public:
  explicit Formats(lxw_workbook* workbook) : workbook_(workbook) {}

  // The format for `style`, made at its first use. It belongs to the workbook.
  lxw_format* of(const document::Style& style);

 private:
  lxw_workbook* workbook_;
  std::map<document::Style, lxw_format*> formats_;
};

}  // namespace chiwat::xlsx
