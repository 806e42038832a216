// Bytes from anywhere to UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chiwat::thai {

// Of UTF-8. Excel takes a CSV without it for one in windows-874.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// `bytes` as UTF-8 without a byte-order mark: by byte-order mark (UTF-8, UTF-16 LE or BE), else as
// UTF-8 when valid, else as windows-874 (what Thai Excel saves). Nothing when none fits: a NUL, a
// broken UTF-16 pair, or a byte that windows-874 leaves undefined.
std::optional<std::string> decode(std::string_view bytes);

}  // namespace chiwat::thai
