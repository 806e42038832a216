// How wide Thai text is in the standard font, and where its lines break.
//
// Excel fits the height of no merged cell, and LibreOffice that of no row a file leaves open, so
// whoever writes the file must know. Widths come from a table of advance widths in this folder
// (font_advances.inc), so that the result is the same on every machine.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chiwat::thai {

// TH SarabunPSK at `size` points.
struct Font {
  int size = 16;
  bool bold = false;
  bool operator==(const Font&) const = default;
};

// Thousandths of a point. Every length of layout is an integer of these.
using Millipoints = int;

// The advance width of one line of text (line ends count as nothing).
Millipoints text_width(std::string_view text, Font font);

// `text` in lines no wider than `width`, broken where ICU's Thai line breaker allows, and at its
// own line ends; white space at the end of a line belongs to no line. At least one line, which may
// be empty. A word wider than `width` gets broken between grapheme clusters, if possible not before
// a vowel such as sara aa and not after one such as sara e; a single cluster may be wider.
std::vector<std::string> break_lines(std::string_view text, Font font, Millipoints width);

// How many lines break_lines gives.
std::size_t count_lines(std::string_view text, Font font, Millipoints width);

// The same of a text whose text_width is known, `one_line`: sooner where that is no wider.
std::size_t count_lines(std::string_view text, Font font, Millipoints width, Millipoints one_line);

// The widest piece between two allowed breaks: narrower than this, a word is cut. At least `least`;
// the more that is, the sooner the answer is known.
Millipoints longest_word(std::string_view text, Font font, Millipoints least = 0);

// The height of one line: 1.3 em, TH SarabunPSK's ascent and descent.
Millipoints line_height(Font font);

}  // namespace chiwat::thai
