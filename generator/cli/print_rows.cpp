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

namespace {

bool is_inside_letter(const std::string& text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// The bytes of the longest beginning that is narrower than `widest`.
std::size_t narrower(const std::string& line, std::size_t widest) {
  std::size_t end = 0;
  for (std::size_t next = 0; next < line.size(); end = next) {
    do ++next;
    while (is_inside_letter(line, next));
    if (thai::display_width(std::string_view(line).substr(0, next)) >= widest) break;
  }
  return end;
}

// Whether what begins there belongs to the letter before it.
bool is_mark(const std::string& text, std::size_t at) {
  if (at >= text.size()) return false;
  std::size_t end = at + 1;
  while (is_inside_letter(text, end)) ++end;
  const std::string letter = text.substr(at, end - at);
  return letter == "ำ" || thai::display_width(letter) == 0;
}

// A place in both texts a few letters, or a word, before they differ.
std::size_t shortly_before_difference(const std::string& one, const std::string& other) {
  constexpr std::size_t kBytes = 24;
  const auto differ = std::ranges::mismatch(one, other).in1;
  auto at = static_cast<std::size_t>(differ - one.begin());
  at = at > kBytes ? at - kBytes : 0;
  const std::size_t space = one.find(' ', at);
  if (space < static_cast<std::size_t>(differ - one.begin())) return space + 1;
  while (at > 0 && (is_inside_letter(one, at) || is_mark(one, at))) --at;
  return at;
}

}  // namespace

std::string shortened(const std::string& text, std::size_t widest) {
  std::string line = text;
  std::ranges::replace(line, '\n', ' ');
  if (thai::display_width(line) <= widest) return line;
  return line.substr(0, narrower(line, widest)) + "…";
}

std::pair<std::string, std::string> shortened(const std::string& one, const std::string& other,
                                              std::size_t widest) {
  const std::size_t at = shortly_before_difference(one, other);
  const bool is_seen = std::max(thai::display_width(one), thai::display_width(other)) <= widest ||
                       one == other || at < narrower(one, widest / 2);
  if (is_seen) return {shortened(one, widest), shortened(other, widest)};
  return {"…" + shortened(one.substr(at), widest - 1),
          "…" + shortened(other.substr(at), widest - 1)};
}

}  // namespace chiwat::cli
