#include "cli/print_rows.hpp"

#include <algorithm>
#include <ostream>

#include "thai/names.hpp"

namespace chiwat::cli {

void print_rows(const std::vector<Row>& rows, std::ostream& out,
                const std::set<std::size_t>& right) {
  std::vector<std::size_t> widest(rows.empty() ? 0 : rows.front().size());
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widest[i] = std::max(widest[i], thai::display_width(row[i]));
    }
  }
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string blanks(widest[i] - thai::display_width(row[i]), ' ');
      line += (i > 0 ? "  " : "") + (right.contains(i) ? blanks + row[i] : row[i] + blanks);
    }
    out << line.substr(0, line.find_last_not_of(' ') + 1) << "\n";
  }
}

std::string shortened(const std::string& text, std::size_t widest) {
  std::string line = text;
  std::ranges::replace(line, '\n', ' ');
  if (thai::display_width(line) <= widest) return line;
  std::size_t end = 0;
  for (std::size_t next = 0; next < line.size(); end = next) {
    do ++next;
    while (next < line.size() && (static_cast<unsigned char>(line[next]) & 0xC0) == 0x80);
    if (thai::display_width(std::string_view(line).substr(0, next)) >= widest) break;
  }
  return line.substr(0, end) + "…";
}

}  // namespace chiwat::cli
