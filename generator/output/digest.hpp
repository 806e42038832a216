// Telling whether two files are the same.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace chiwat::output {

// The SHA-256 of a file's bytes in 64 hexadecimal digits; nothing when there is no file, or no
// regular one. Throws std::system_error when it cannot be read.
std::optional<std::string> digest(const std::filesystem::path& file);

}  // namespace chiwat::output
