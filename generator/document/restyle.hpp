// A cell's look with one thing changed; cells share their looks, so that none is changed in place.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "document/cell.hpp"

namespace chiwat::document {

inline SharedStyle filled(const SharedStyle& style, std::uint32_t fill) {
  Style changed = *style;
  changed.fill = fill;
  return changed;
}

inline SharedStyle formatted(const SharedStyle& style, std::string number_format) {
  Style changed = *style;
  changed.number_format = std::move(number_format);
  return changed;
}

}  // namespace chiwat::document
