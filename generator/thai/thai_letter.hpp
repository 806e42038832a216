// Thai letters in UTF-8, for what goes through every character of many texts: ICU's way from bytes
// to characters costs several times as much.
#pragma once

#include <cstddef>
#include <string_view>

namespace chiwat::thai {

inline constexpr std::size_t kThaiLetterSize = 3;  // bytes

// The character of the Thai block (U+0E00-U+0E7F) at this place of a text; 0 when there is another
// one, or none that is whole.
constexpr char16_t thai_letter(std::string_view utf8, std::size_t at) {
  if (utf8.size() - at < kThaiLetterSize) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[at + i]); };
  const unsigned high = byte(1) - 0xB8u;
  const unsigned low = byte(2) - 0x80u;
  if (byte(0) != 0xE0 || high > 1 || low > 0x3F) return 0;
  return static_cast<char16_t>(0x0E00 + high * 0x40 + low);
}

}  // namespace chiwat::thai
