// Thai and Arabic digits in text.
#pragma once

#include <string>
#include <string_view>

namespace chiwat::thai {

enum class Digits { arabic, thai };

// `text` with its digits written in one script. Codes, telephone numbers, links and e-mail
// addresses are never touched: a run of non-space characters that holds a Latin letter, '@' or
// "://", and a number of nine or more digits (spaces and hyphens between them not counted) that
// begins with 0, keep what they have.
std::string with_digits(std::string_view text, Digits digits);

// `text` with Thai digits (U+0E50-U+0E59) replaced by 0-9, and nothing else changed.
std::string to_arabic(std::string_view text);

}  // namespace chiwat::thai
