// Names, numbers and file names as people type them. ICU knows the characters; what is ours are the
// habits of Thai keyboards, old fonts and spreadsheets.
#include "thai/names.hpp"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <memory>
#include <numeric>
#include <utility>
#include <vector>

#include "thai/digits.hpp"
#include "thai/thai_letter.hpp"

namespace chiwat::thai {
namespace {

// U+F700 to U+F71A, where fonts made for Windows 3 to XP kept shifted and shortened glyphs.
constexpr char16_t kOldFontFirst = 0xF700;
constexpr std::u16string_view kOldFont =
    u"\u0E10\u0E34\u0E35\u0E36\u0E37"  // tho than without its foot; vowels shifted left
    u"\u0E48\u0E49\u0E4A\u0E4B\u0E4C"  // tone marks, low and left
    u"\u0E48\u0E49\u0E4A\u0E4B\u0E4C"  // low
    u"\u0E0D\u0E31\u0E4D\u0E47"        // yo ying without its foot; marks shifted left
    u"\u0E48\u0E49\u0E4A\u0E4B\u0E4C"  // left
    u"\u0E38\u0E39\u0E3A";             // vowels below, lowered
static_assert(kOldFont.size() == 0xF71A - kOldFontFirst + 1);

// Two ways to type the same letters, and the one we keep; applied in this order.
constexpr std::pair<std::u16string_view, std::u16string_view> kSameLetters[] = {
    // nikhahit, a tone mark, sara aa
    {u"\u0E4D\u0E48\u0E32", u"\u0E48\u0E33"},
    {u"\u0E4D\u0E49\u0E32", u"\u0E49\u0E33"},
    {u"\u0E4D\u0E4A\u0E32", u"\u0E4A\u0E33"},
    {u"\u0E4D\u0E4B\u0E32", u"\u0E4B\u0E33"},
    {u"\u0E4D\u0E32", u"\u0E33"},
    // sara am, then the tone mark
    {u"\u0E33\u0E48", u"\u0E48\u0E33"},
    {u"\u0E33\u0E49", u"\u0E49\u0E33"},
    {u"\u0E33\u0E4A", u"\u0E4A\u0E33"},
    {u"\u0E33\u0E4B", u"\u0E4B\u0E33"},
    // sara e twice
    {u"\u0E40\u0E40", u"\u0E41"},
};

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(text);
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  return text.toUTF8String(utf8);
}

icu::UnicodeString alias(std::u16string_view text) {
  return {false, text.data(), static_cast<int32_t>(text.size())};
}

UChar32 without_old_font(UChar32 c) {
  const UChar32 index = c - kOldFontFirst;
  const bool old = index >= 0 && index < static_cast<UChar32>(kOldFont.size());
  return old ? kOldFont[static_cast<std::size_t>(index)] : c;
}

// Zero-width characters and runs of white space settled, characters of old fonts replaced.
icu::UnicodeString cleaned(const icu::UnicodeString& text) {
  icu::UnicodeString clean;
  bool space = false;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) continue;
    if (u_isUWhiteSpace(c)) {
      space = true;
      continue;
    }
    if (space && !clean.isEmpty()) clean.append(u' ');
    space = false;
    clean.append(without_old_font(c));
  }
  return clean;
}

icu::UnicodeString normalised(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  assert(U_SUCCESS(status));
  icu::UnicodeString name = nfc->normalize(cleaned(from_utf8(text)), status);
  for (const auto& [typed, kept] : kSameLetters) name.findAndReplace(alias(typed), alias(kept));
  return name;
}

// The order that marks on one letter are kept in, by Unicode; 0 for a letter.
int order_of_mark(char16_t c) {
  if (c < u'\u0E38' || c > u'\u0E4B') return 0;
  const bool is_tone_mark = c >= u'\u0E48' && c <= u'\u0E4B';
  const bool is_vowel_below = c == u'\u0E38' || c == u'\u0E39';
  return is_tone_mark ? 107 : is_vowel_below ? 103 : c == u'\u0E3A' ? 9 : 0;
}

// Whether `c` may follow `before` as they are: none of kSameLetters, no marks out of order, no
// second space.
bool may_follow(char16_t before, char16_t c) {
  const int order = order_of_mark(c);
  return !(c == u' ' && before == u' ') && !(c == u'\u0E40' && before == c) &&
         !(before == u'\u0E33' && order > 0) && !(order > 0 && order_of_mark(before) > order);
}

// Letters, digits and signs of both scripts as nearly everybody types them, with single spaces
// between them: already in the one form. (Nikhahit may be half of a sara am.)
bool is_in_one_form(std::string_view text) {
  char16_t before = u' ';
  for (std::size_t i = 0; i < text.size(); ++i) {
    char16_t c = thai_letter(text, i);
    if (c != 0) {
      if (c == u'\u0E00' || c > u'\u0E5B' || c == u'\u0E4D') return false;
      i += kThaiLetterSize - 1;
    } else {
      c = static_cast<unsigned char>(text[i]);
      if (c < ' ' || c > '~') return false;
    }
    if (!may_follow(before, c)) return false;
    before = c;
  }
  return text.empty() || before != u' ';
}

std::u32string comparable(std::string_view text) {
  icu::UnicodeString name = normalised(text).foldCase();
  std::u32string points;
  for (int32_t i = 0; i < name.length(); i = name.moveIndex32(i, 1)) {
    points += static_cast<char32_t>(name.char32At(i));
  }
  return points;
}

// Levenshtein's: insertions, deletions and replacements, over code points.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, is_digit);
}

void strip_prefix(std::string_view& text, std::string_view prefix) {
  if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
}

void strip_suffix(std::string_view& text, std::string_view suffix) {
  if (text.ends_with(suffix)) text.remove_suffix(suffix.size());
}

// The longest that fits, so that "บาทถ้วน" is not taken for "บาท" or the reverse.
void strip_unit(std::string_view& text, std::span<const std::string> units) {
  std::string longest;
  for (const std::string& each : units) {
    const std::string unit = to_arabic(normalise(each));
    if (unit.size() > longest.size() && text.ends_with(unit)) longest = unit;
  }
  strip_suffix(text, longest);
  strip_suffix(text, " ");
}

// Word processors turn a typed hyphen into an en dash.
bool take_minus(std::string_view& text) {
  for (const std::string_view minus : {"-", "–", "−"}) {
    if (!text.starts_with(minus)) continue;
    text.remove_prefix(minus.size());
    return true;
  }
  return false;
}

// "1,234,567" or "1234567" without its separators; nothing when they do not stand at thousands.
std::optional<std::string> plain_integer(std::string_view text) {
  std::string digits;
  bool grouped = false;
  for (;; grouped = true) {
    const std::size_t comma = text.find(',');
    const std::string_view group = text.substr(0, comma);
    const bool has_comma = comma != std::string_view::npos;
    if (group.empty() || !all_digits(group)) return std::nullopt;
    if (grouped ? group.size() != 3 : has_comma && group.size() > 3) return std::nullopt;
    digits += group;
    if (!has_comma) return digits;
    text.remove_prefix(comma + 1);
  }
}

// What Windows, macOS and chat programs refuse in a file name.
bool is_refused(UChar32 c) {
  constexpr std::u16string_view kRefused = u"<>:\"/\\|?*";
  return u_iscntrl(c) || (c < 0x80 && kRefused.find(static_cast<char16_t>(c)) != kRefused.npos);
}

std::string without_refused(std::string_view text) {
  const icu::UnicodeString all = from_utf8(text);
  icu::UnicodeString allowed;
  for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
    const UChar32 c = all.char32At(i);
    allowed.append(is_refused(c) ? UChar32{u' '} : c);
  }
  return to_utf8(allowed);
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view kEnds = " .";
  const std::size_t begin = text.find_first_not_of(kEnds);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kEnds) + 1 - begin));
}

// The first whole characters of `text`, marks with their letters, that take at most `max_bytes`.
std::string truncated(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> characters(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  UText utf8 = UTEXT_INITIALIZER;
  utext_openUTF8(&utf8, text.data(), static_cast<int64_t>(text.size()), &status);
  assert(U_SUCCESS(status));
  characters->setText(&utf8, status);
  std::size_t cut = 0;
  for (int32_t end = characters->next(); static_cast<std::size_t>(end) <= max_bytes;
       end = characters->next()) {
    cut = static_cast<std::size_t>(end);
  }
  utext_close(&utf8);
  return std::string(text.substr(0, cut));
}

// Windows reserves these before any extension: "CON.xlsx" is the console.
bool is_device(std::string_view stem) {
  const std::string name = to_utf8(from_utf8(stem).toUpper(icu::Locale::getRoot()));
  if (name == "CON" || name == "PRN" || name == "AUX" || name == "NUL") return true;
  return name.size() == 4 && (name.starts_with("COM") || name.starts_with("LPT")) &&
         is_digit(name[3]) && name[3] != '0';
}

}  // namespace

std::string normalise(std::string_view text) {
  if (is_in_one_form(text)) return std::string(text);
  return to_utf8(normalised(text));
}

std::string without_title(std::string_view name, std::initializer_list<std::string_view> titles) {
  std::string result = normalise(name);
  for (const std::string_view title : titles) {
    if (!result.starts_with(title) || result.size() == title.size()) continue;
    return normalise(result.substr(title.size()));
  }
  return result;
}

std::string bare_district(std::string_view name) {
  return without_title(name, {"อำเภอ", "กิ่งอำเภอ", "อ."});
}

bool is_valid_utf8(std::string_view text) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    if (thai_letter(text, static_cast<std::size_t>(i)) != 0) {
      i += kThaiLetterSize;
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c <= 0) return false;
  }
  return true;
}

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(from_utf8(text).countChar32());
}

std::size_t utf16_length(std::string_view text) {
  return static_cast<std::size_t>(from_utf8(text).length());
}

std::size_t display_width(std::string_view text) {
  const icu::UnicodeString points = from_utf8(text);
  std::size_t width = 0;
  for (int32_t i = 0; i < points.length(); i = points.moveIndex32(i, 1)) {
    const UChar32 c = points.char32At(i);
    constexpr uint32_t kNoWidth = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
    if ((U_GET_GC_MASK(c) & kNoWidth) != 0) continue;
    const int32_t east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

std::optional<std::string> closest(std::string_view text, std::span<const std::string> candidates) {
  const std::u32string wanted = comparable(text);
  const std::string* nearest = nullptr;
  std::size_t least = 0;
  for (const std::string& candidate : candidates) {
    const std::u32string name = comparable(candidate);
    const std::size_t longer = std::max(wanted.size(), name.size());
    const std::size_t distance = edit_distance(wanted, name);
    if (distance > std::max<std::size_t>(1, longer / 3) || distance == longer) continue;
    if (nearest && distance >= least) continue;
    nearest = &candidate;
    least = distance;
  }
  if (!nearest) return std::nullopt;
  return *nearest;
}

std::optional<std::string> plain_decimal(std::string_view text,
                                         std::span<const std::string> units) {
  const std::string typed = to_arabic(normalise(text));
  std::string_view rest = typed;
  strip_unit(rest, units);
  const bool negative = take_minus(rest);
  if (negative && rest.empty()) return "0";
  if (!negative) strip_prefix(rest, "+");
  const std::size_t point = rest.find('.');
  const auto integer = plain_integer(rest.substr(0, point));
  if (!integer) return std::nullopt;
  const std::string sign = negative ? "-" : "";
  if (point == std::string_view::npos) return sign + *integer;
  const std::string_view fraction = rest.substr(point + 1);
  if (fraction.empty() || !all_digits(fraction)) return std::nullopt;
  return sign + *integer + "." + std::string(fraction);
}

std::optional<std::string> plain_decimal(std::string_view text) {
  static const std::string baht = "บาท";
  return plain_decimal(text, {&baht, 1});
}

std::string file_name(std::string_view text, std::size_t max_bytes) {
  assert(max_bytes >= 4);
  const std::string whole = trimmed(normalise(without_refused(text)));
  std::string name = trimmed(truncated(whole, max_bytes));
  if (name.empty()) return "_";
  const std::size_t stem = std::min(name.find('.'), name.size());
  if (!is_device(name.substr(0, stem))) return name;
  name = truncated(name, max_bytes - 1);
  return name.insert(std::min(stem, name.size()), "_");
}

}  // namespace chiwat::thai
