// Texts of cells: the table that a workbook shares among them, and their escapes.
#pragma once

#include <string>
#include <vector>

#include "xlsx/xml.hpp"

namespace chiwat::xlsx {

// The text of a cell, in one piece or in runs of different looks. Readings that are drawn above
// Japanese letters are no part of it.
class RichText {
 public:
  void clear() { text_.clear(); }
  void start(std::string_view element);
  void end(std::string_view element);
  void text(std::string_view piece);
  // With what Excel writes as _x000D_ put back.
  std::string take() const;

 private:
  std::string text_;
  bool in_text_ = false;
  bool in_reading_ = false;
};

// "_x000D_" is how the format writes a character that XML cannot hold.
std::string unescaped(std::string text);

// The texts of the part in their order. Throws Unreadable.
std::vector<std::string> read_strings(Package& package, const std::string& part);

}  // namespace chiwat::xlsx
