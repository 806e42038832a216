#include "input_files.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace chiwat::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBegin = "=== ";

InputFiles read_office() {
  InputFiles files;
  for (const auto& entry : fs::directory_iterator(CHIWAT_FUZZ_OFFICE)) {
    std::ifstream in(entry.path(), std::ios::binary);
    files[entry.path().filename()] = {std::istreambuf_iterator<char>(in), {}};
  }
  return files;
}

}  // namespace

InputFiles input_files(std::string_view input, const std::string& first) {
  InputFiles files;
  std::string* file = &files[first];
  while (!input.empty()) {
    const std::size_t end = std::min(input.find('\n'), input.size() - 1) + 1;
    const std::string_view line = input.substr(0, end);
    input.remove_prefix(end);
    if (line.starts_with(kBegin) && line.ends_with('\n')) {
      file = &files[std::string(line.substr(kBegin.size(), line.size() - kBegin.size() - 1))];
    } else {
      *file += line;
    }
  }
  return files;
}

std::optional<std::string> office_file(const std::string& name) {
  static const InputFiles office = read_office();
  const auto found = office.find(name);
  if (found == office.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string> OfficeFiles::read(const std::string& path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? office_file(path) : found->second;
}

}  // namespace chiwat::fuzz
