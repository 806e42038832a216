#include "output/digest.hpp"

#include <sha2.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace chiwat::output {

namespace fs = std::filesystem;

std::optional<std::string> digest(const fs::path& file) {
  std::error_code not_there;
  if (!fs::is_regular_file(file, not_there)) return std::nullopt;
  std::array<char, SHA256_DIGEST_STRING_LENGTH> text{};
  if (!::SHA256File(file.c_str(), text.data())) {
    throw fs::filesystem_error("cannot read", file, {errno, std::generic_category()});
  }
  return text.data();
}

}  // namespace chiwat::output
