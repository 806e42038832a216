// Names as people type them, made comparable.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace chiwat::thai {

// The one form of a name: NFC; sara am as one character (also typed as nikhahit + sara aa, with a
// tone mark between or before) and its tone mark before it; sara ae for two sara e; private-use
// Thai vowels and tone marks of old fonts (U+F700-U+F71A) as their standard characters; zero-width
// characters removed; every run of white space (no-break space included) one space; none at the
// ends. Case is kept.
std::string normalise(std::string_view text);

// The one form of a name without the first of these words that stands before it: "ต.เขมราฐ" and
// "ตำบล เขมราฐ" are เขมราฐ. A name that is nothing but the word stays.
std::string without_title(std::string_view name, std::initializer_list<std::string_view> titles);

// The same of a district: without อำเภอ, กิ่งอำเภอ or อ.
std::string bare_district(std::string_view name);

// True for valid UTF-8 with no NUL.
bool is_valid_utf8(std::string_view text);

// Number of code points; the text is valid UTF-8.
std::size_t length(std::string_view text);

// Number of UTF-16 units, which is what Excel's limits count.
std::size_t utf16_length(std::string_view text);

// Columns that `text` takes on a terminal: none for marks above and below, two for wide characters.
std::size_t display_width(std::string_view text);

// The candidate that was probably meant: the nearest by edit distance over code points of the
// normalised, lower-cased texts (the first of several), if it is no farther than a third of the
// longer one (at least 1) and has something in common with it.
std::optional<std::string> closest(std::string_view text, std::span<const std::string> candidates);

// A number as people type it: Thai or Arabic digits, thousands separators, surrounding spaces, one
// of these units behind it, a sign; a dash alone ("-", or the en dash word processors make of it)
// is zero. The result is a plain decimal ("-1234.50"); nothing when it is no number or the
// separators do not stand at thousands.
std::optional<std::string> plain_decimal(std::string_view text, std::span<const std::string> units);

// The same of an amount or a number that may be one: the unit is "บาท".
std::optional<std::string> plain_decimal(std::string_view text);

// A file name part from any text, normalised: what Windows, macOS and chat programs refuse is
// replaced by a space, ends are trimmed of spaces and dots, the length is at most `max_bytes`
// (whole characters only, a mark with its letter; at least 4), device names such as CON get an
// underscore, before the extension if there is one; empty input gives "_".
std::string file_name(std::string_view text, std::size_t max_bytes);

}  // namespace chiwat::thai
