// A font under another one's name and at its size, for a machine that lacks that one.
#pragma once

#include <optional>
#include <string>

namespace chiwat::print {

// What the copy is called and how large its letters are. Lengths are in units of the font; more
// units to the em make smaller letters.
struct StandIn {
  std::string family;
  std::string style;  // "Regular", "Bold", "Italic", "Bold Italic"
  int units_per_em = 1000;
  int ascent = 0;   // 0: as it is
  int descent = 0;  // below the line, as a positive number
};

// A TrueType font with these names and measures; nothing when the bytes are no such font.
std::optional<std::string> stand_in_font(const std::string& font, const StandIn& as);

// How wide a digit of a font is, in its units; nothing when the bytes are no such font.
std::optional<int> digit_width(const std::string& font);

}  // namespace chiwat::print
