// Which bytes may stand where in XML of UTF-8.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chiwat::xlsx {

// Where a byte of ASCII may stand for itself. A sign that begins something, or that is read as
// another one (the end of a line is \n to XML, however it is written), does so nowhere.
enum Place : std::uint8_t {
  kInName = 1,
  kInText = 2,
  kInSection = 4,       // <![CDATA[…]]>
  kInDoubleQuotes = 8,  // a value of an attribute
  kInSingleQuotes = 16,
  kIsSpace = 32,
  kBeginsName = 64,
};

// The places of each byte. Of a letter beyond ASCII this is only known where it begins a name.
inline constexpr std::array<std::uint8_t, 256> kPlaces = [] {
  std::array<std::uint8_t, 256> result{};
  const auto in = [](std::string_view all, char c) { return all.find(c) != all.npos; };
  for (unsigned byte = 0; byte < result.size(); ++byte) {
    const char c = static_cast<char>(byte);
    const bool is_space = in(" \t\r\n", c);
    const bool is_ascii = byte < 0x80 && (byte >= ' ' || is_space);
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool is_digit = c >= '0' && c <= '9';
    const auto put = [&](Place place, bool stands) {
      if (stands) result[byte] = static_cast<std::uint8_t>(result[byte] | place);
    };
    put(kBeginsName, is_letter || in(":_", c) || byte >= 0x80);
    put(kInName, is_letter || is_digit || in(":_-.", c));
    put(kInText, is_ascii && !in("<&]\r", c));
    put(kInSection, is_ascii && !in("]\r", c));
    put(kInDoubleQuotes, is_ascii && !in("<&\"\t\r\n", c));
    put(kInSingleQuotes, is_ascii && !in("<&'\t\r\n", c));
    put(kIsSpace, is_space);
  }
  return result;
}();

inline bool stands_in(Place place, char c) {
  return (kPlaces[static_cast<unsigned char>(c)] & place) != 0;
}

// How many bytes the character at the front has, of a text that is not empty; 0 when it is cut off
// or XML knows none such.
std::size_t character_size(std::string_view text);

// Whether the text is the beginning of a character whose other bytes have not come.
bool is_cut_off(std::string_view text);

// How many bytes at the front stand for themselves there, in whole characters. Those beyond ASCII
// may stand everywhere: XML has a list of the few that may not in a name, but nothing depends on
// it.
std::size_t plain_size(std::string_view text, Place place);

// Whether all of it is characters.
bool holds_characters(std::string_view text);

// What a reference means, by what stands between & and ; as UTF-8. Nothing when nothing is called
// so.
std::optional<std::string> referred_to(std::string_view name);

}  // namespace chiwat::xlsx
