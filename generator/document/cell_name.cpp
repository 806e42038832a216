// Cells, sheets and texts as spreadsheet formulas write them.
#include <algorithm>

#include "document/workbook.hpp"

namespace chiwat::document {
namespace {

// Bijective base 26: A to Z, then AA.
std::string column_letters(int column) {
  std::string letters;
  for (int left = column + 1; left > 0; left = (left - 1) / 26) {
    letters += static_cast<char>('A' + (left - 1) % 26);
  }
  std::reverse(letters.begin(), letters.end());
  return letters;
}

}  // namespace

std::string cell_name(Position position, bool absolute) {
  const std::string dollar = absolute ? "$" : "";
  return dollar + column_letters(position.column) + dollar + std::to_string(position.row + 1);
}

std::string sheet_prefix(const std::string& sheet) {
  std::string result = "'";
  for (const char c : sheet) result += c == '\'' ? "''" : std::string(1, c);
  return result + "'!";
}

std::string excel_text(const std::string& text) {
  constexpr std::size_t kLongest = 200;  // characters, of Excel's 255
  std::string result = "\"";
  std::size_t letters = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80 && ++letters > kLongest) {
      result += "\"&\"";
      letters = 1;
    }
    result += c == '"' ? "\"\"" : std::string(1, c);
  }
  return result + "\"";
}

}  // namespace chiwat::document
