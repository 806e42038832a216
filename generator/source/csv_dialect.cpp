#include "source/csv_dialect.hpp"

#include <algorithm>
#include <array>

namespace chiwat::source {
namespace {

// The first line with anything on it; a line end inside quotes does not end it.
std::string_view header_line(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \n"), text.size()));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] == '\n' && !quoted) return text.substr(0, i);
  }
  return text;
}

}  // namespace

std::size_t after_comments(std::string_view text) {
  std::size_t start = 0;
  while (start < text.size() && text[start] == '#') {
    start = std::min(text.find('\n', start), text.size() - 1) + 1;
  }
  return start;
}

char separator_of(std::string_view text) {
  const std::string_view line = header_line(text);
  constexpr std::array kCandidates = {',', ';', '\t'};
  std::array<int, kCandidates.size()> counts{};
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    const auto candidate = std::find(kCandidates.begin(), kCandidates.end(), c);
    if (!quoted && candidate != kCandidates.end()) ++counts[candidate - kCandidates.begin()];
  }
  return kCandidates[std::max_element(counts.begin(), counts.end()) - counts.begin()];
}

}  // namespace chiwat::source
