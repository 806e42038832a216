// Why a file cannot be read. Thrown inside this folder, out of the depths of a parser; read() makes
// a diagnostic of it.
#pragma once

#include <string>

#include "base/diagnostics.hpp"

namespace chiwat::xlsx {

struct Unreadable {
  Message message;

  explicit Unreadable(std::string id, MessageArguments arguments = {})
      : message{std::move(id), std::move(arguments)} {}
};

// A part of the package that is cut off, no XML, or not as the format wants it.
inline Unreadable damaged(const std::string& part) {
  return Unreadable("xlsx_damaged", {{"part", part}});
}

}  // namespace chiwat::xlsx
