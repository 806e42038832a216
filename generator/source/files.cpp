// Reading files whole, and finding the lines of a text again.
#include "source/files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace chiwat::source {
namespace {

constexpr std::size_t kLargestFile = std::size_t{256} << 20;

// Bytes up to the end, or one more than the limit.
std::string read_limited(std::istream& in, std::size_t expected) {
  std::string bytes;
  bytes.reserve(expected);
  std::string block(std::size_t{64} << 10, '\0');
  while (bytes.size() <= kLargestFile && in) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    bytes.append(block, 0, static_cast<std::size_t>(in.gcount()));
  }
  return bytes;
}

}  // namespace

std::optional<std::string> DiskFiles::read(const std::string& path) const {
  // Asked before opening: opening a pipe would wait for its writer, and a device may never end.
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  const auto size = std::filesystem::file_size(path, error);
  std::string bytes = read_limited(in, error ? 0 : std::min<std::size_t>(size, kLargestFile));
  if (in.bad() || bytes.size() > kLargestFile) return std::nullopt;
  return bytes;
}

std::optional<std::string> MemoryFiles::read(const std::string& path) const {
  const auto found = files_.find(path);
  if (found == files_.end()) return std::nullopt;
  return found->second;
}

void Texts::keep(const std::string& path, std::string utf8) {
  if (utf8.size() > kLongestKept) std::string().swap(utf8);
  texts_.insert_or_assign(path, Text{std::move(utf8), {}});
}

std::vector<std::size_t> Texts::starts_of_lines(std::string_view utf8) {
  std::vector<std::size_t> starts;
  for (std::size_t start = 0; start < utf8.size();) {
    starts.push_back(start);
    const auto rest = utf8.begin() + static_cast<std::ptrdiff_t>(start);
    const auto found =
        std::find_if(rest, utf8.end(), [](char c) { return c == '\r' || c == '\n'; });
    if (found == utf8.end()) break;
    const auto end = static_cast<std::size_t>(found - utf8.begin());
    start = end + (utf8.compare(end, 2, "\r\n") == 0 ? 2 : 1);
  }
  return starts;
}

std::optional<std::string_view> Texts::line(const std::string& path, int number) const {
  const auto found = texts_.find(path);
  if (found == texts_.end() || number < 1) return std::nullopt;
  const Text& text = found->second;
  if (text.starts.empty()) text.starts = starts_of_lines(text.utf8);
  const auto index = static_cast<std::size_t>(number) - 1;
  if (index >= text.starts.size()) return std::nullopt;
  const std::string_view rest = std::string_view(text.utf8).substr(text.starts[index]);
  return rest.substr(0, rest.find_first_of("\r\n"));
}

}  // namespace chiwat::source
