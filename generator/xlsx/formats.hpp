// The formats of one file: a format of libxlsxwriter for each distinct style.
#pragma once

#include <map>
#include <unordered_map>

#include "document/workbook.hpp"

struct lxw_format;
struct lxw_workbook;

namespace chiwat::xlsx {

// 0xRRGGBB as the library takes it: its 0 is "none", and black is another number.
std::uint32_t library_colour(std::uint32_t rgb);

class Formats {
 public:
  explicit Formats(lxw_workbook* workbook) : workbook_(workbook) {}

  // The format for a style, made at its first use. It belongs to the workbook.
  lxw_format* of(const document::SharedStyle& shared);

 private:
  lxw_format* of(const document::Style& style);

  lxw_workbook* workbook_;
  // Where cells share a style, a look at its address is enough, which must then stay its own.
  struct Known {
    document::SharedStyle style;
    lxw_format* format = nullptr;
  };
  std::unordered_map<const document::Style*, Known> of_shared_;
  std::map<document::Style, lxw_format*> formats_;
};

}  // namespace chiwat::xlsx
