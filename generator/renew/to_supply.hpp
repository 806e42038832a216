// What a person must still supply in a description that the program has begun.
#pragma once

#include <string_view>

#include "base/diagnostics.hpp"
#include "source/files.hpp"

namespace chiwat::renew {

// A comment that begins so says what is to be supplied in the line below it; who has done so
// deletes it.
inline constexpr std::string_view kToSupply = "โปรดระบุ:";

// A warning, to_supply {what}, at each such comment of the YAML text of `path`.
void report_to_supply(const std::string& path, std::string_view utf8, Diagnostics& diagnostics);

}  // namespace chiwat::renew
