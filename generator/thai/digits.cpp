// Thai and Arabic digits differ by one constant; the work is in knowing what to leave alone.
#include "thai/digits.hpp"

#include <unicode/uchar.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <vector>

namespace chiwat::thai {
namespace {

constexpr char16_t kThaiZero = u'๐';
constexpr int kTelephoneDigits = 9;

// Whether UTF-8 begins with a Thai digit, which takes three bytes.
bool begins_with_thai_digit(std::string_view utf8) {
  return utf8.size() > 2 && utf8[0] == '\xE0' && utf8[1] == '\xB9' && utf8[2] >= '\x90' &&
         utf8[2] <= '\x99';
}

bool has_thai_digit(std::string_view utf8) {
  for (; !utf8.empty(); utf8.remove_prefix(1)) {
    if (begins_with_thai_digit(utf8)) return true;
  }
  return false;
}

bool has_arabic_digit(std::string_view utf8) {
  return std::ranges::any_of(utf8, [](char c) { return c >= '0' && c <= '9'; });
}

// Which UTF-16 units of a text keep the digits they have.
using Kept = std::vector<bool>;

bool is_arabic_digit(UChar32 c) {
  return c >= '0' && c <= '9';
}
bool is_thai_digit(UChar32 c) {
  return c >= kThaiZero && c < kThaiZero + 10;
}
bool is_digit(UChar32 c) {
  return is_arabic_digit(c) || is_thai_digit(c);
}

bool is_latin(UChar32 c) {
  if (c < 0x80) return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status) == USCRIPT_LATIN;
}

bool has_digit(const icu::UnicodeString& run) {
  for (int32_t i = 0; i < run.length(); ++i) {
    if (is_digit(run[i])) return true;
  }
  return false;
}

bool has_latin(const icu::UnicodeString& run) {
  for (int32_t i = 0; i < run.length(); i = run.moveIndex32(i, 1)) {
    if (is_latin(run.char32At(i))) return true;
  }
  return false;
}

// A code such as "OTOP5", a link or an e-mail address, with digits in it.
bool is_code(const icu::UnicodeString& run) {
  if (!has_digit(run)) return false;
  return run.indexOf(u'@') >= 0 || run.indexOf(u"://") >= 0 || has_latin(run);
}

void keep(Kept& kept, int32_t begin, int32_t end) {
  for (int32_t i = begin; i < end; ++i) kept[static_cast<std::size_t>(i)] = true;
}

void keep_codes(const icu::UnicodeString& text, Kept& kept) {
  int32_t begin = 0;
  for (int32_t i = 0; i <= text.length(); ++i) {
    if (i < text.length() && !u_isUWhiteSpace(text[i])) continue;
    if (is_code(text.tempSubStringBetween(begin, i))) keep(kept, begin, i);
    begin = i + 1;
  }
}

// The end of the number that begins at `begin`, over the spaces and hyphens inside it, when it has
// the digits of a telephone number; else `begin`.
int32_t telephone_end(const icu::UnicodeString& text, int32_t begin) {
  int digits = 0;
  int32_t end = begin;
  for (int32_t i = begin; i < text.length(); ++i) {
    if (is_digit(text[i])) {
      ++digits;
      end = i + 1;
    } else if (text[i] != u' ' && text[i] != u'-') {
      break;
    }
  }
  return digits >= kTelephoneDigits ? end : begin;
}

void keep_telephones(const icu::UnicodeString& text, Kept& kept) {
  for (int32_t i = 0; i < text.length(); ++i) {
    const bool inside_number = i > 0 && is_digit(text[i - 1]);
    if ((text[i] != u'0' && text[i] != kThaiZero) || inside_number) continue;
    const int32_t end = telephone_end(text, i);
    keep(kept, i, end);
    if (end > i) i = end - 1;
  }
}

char16_t converted(char16_t c, Digits digits) {
  if (digits == Digits::thai && is_arabic_digit(c)) {
    return static_cast<char16_t>(c - u'0' + kThaiZero);
  }
  if (digits == Digits::arabic && is_thai_digit(c)) {
    return static_cast<char16_t>(c - kThaiZero + u'0');
  }
  return c;
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  return text.toUTF8String(utf8);
}

}  // namespace

// Most texts have nothing to change.
std::string with_digits(std::string_view utf8, Digits digits) {
  const bool to_thai = digits == Digits::thai;
  if (to_thai ? !has_arabic_digit(utf8) : !has_thai_digit(utf8)) return std::string(utf8);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  Kept kept(static_cast<std::size_t>(text.length()), false);
  keep_codes(text, kept);
  keep_telephones(text, kept);
  for (int32_t i = 0; i < text.length(); ++i) {
    if (!is_digit(text[i]) || kept[static_cast<std::size_t>(i)]) continue;
    text.setCharAt(i, converted(text[i], digits));
  }
  return to_utf8(text);
}

std::string to_arabic(std::string_view utf8) {
  if (!has_thai_digit(utf8)) return std::string(utf8);
  std::string text;
  text.reserve(utf8.size());
  while (!utf8.empty()) {
    const bool is_digit = begins_with_thai_digit(utf8);
    text += is_digit ? static_cast<char>(utf8[2] - '\x90' + '0') : utf8[0];
    utf8.remove_prefix(is_digit ? 3 : 1);
  }
  return text;
}

}  // namespace chiwat::thai
