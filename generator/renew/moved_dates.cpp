#include "renew/moved_dates.hpp"

#include <algorithm>
#include <functional>

#include "thai/date.hpp"
#include "thai/digits.hpp"

namespace chiwat::renew {
namespace {

using Later = std::function<std::optional<int>(int number, std::size_t digits)>;

// The bytes of the digit that `text` begins with; 0 for none.
std::size_t digit_length(std::string_view text) {
  if (text.empty()) return 0;
  if (text.front() >= '0' && text.front() <= '9') return 1;
  const bool is_thai = text.size() >= 3 && text.starts_with("\xE0\xB9") &&
                       static_cast<unsigned char>(text[2]) >= 0x90 &&
                       static_cast<unsigned char>(text[2]) <= 0x99;
  return is_thai ? 3 : 0;
}

// As many digits as there were: after 99 comes 00.
std::string in_script_of(std::string_view model, int number, std::size_t length) {
  std::string digits = std::to_string(number);
  digits.insert(0, length - std::min(length, digits.size()), '0');
  if (digit_length(model) == 1) return digits;
  std::string thai;
  for (const char c : digits) thai += std::string("\xE0\xB9") + static_cast<char>(0x90 + (c - '0'));
  return thai;
}

// Every run of digits that `later` has another number for.
std::string rewritten(std::string_view text, const Later& later) {
  std::string result;
  while (!text.empty()) {
    std::size_t length = 0, digits = 0;
    while (const std::size_t next = digit_length(text.substr(length))) {
      length += next;
      ++digits;
    }
    const std::string_view run = text.substr(0, length);
    const auto number =
        digits > 0 && digits <= 4 ? later(std::stoi(thai::to_arabic(run)), digits) : std::nullopt;
    if (length == 0)
      result += text.substr(0, length = 1);
    else
      result += number ? in_script_of(run, *number, digits) : std::string(run);
    text.remove_prefix(length);
  }
  return result;
}

bool has_thai_digits(const std::string& text) {
  return thai::to_arabic(text) != text;
}

std::string written_out(const std::string& like, Date date, thai::DateStyle style) {
  return thai::format_date(date, style,
                           has_thai_digits(like) ? thai::Digits::thai : thai::Digits::arabic);
}

}  // namespace

std::string with_later_years(std::string_view text, int years, int first, int last) {
  return rewritten(text, [&](int number, std::size_t digits) -> std::optional<int> {
    if (digits != 4 || number < first || number > last) return std::nullopt;
    return number + years;
  });
}

std::string with_later_years(std::string_view text, int years) {
  constexpr int kFirst = 2400, kLast = 2999;
  const std::string four = with_later_years(text, years, kFirst, kLast);
  if (four != text) return four;
  // 22 ก.พ. 64, or 2021-02-22: the year is the last number, or has four digits.
  std::size_t count = 0;
  rewritten(text, [&](int, std::size_t) { return ++count, std::nullopt; });
  std::size_t at = 0;
  return rewritten(text, [&](int number, std::size_t digits) -> std::optional<int> {
    ++at;
    if (digits == 4) return number + years;
    const bool is_year = digits == 2 && number > 31;
    return is_year || (at == count && digits == 2) ? std::optional((number + years) % 100)
                                                   : std::nullopt;
  });
}

MovedDate moved_date(const std::string& text, const WrittenDate& written, int years) {
  if (!written.day) return {with_later_years(text, years), std::nullopt, false};
  Date date = *written.date() + std::chrono::years(years);
  const bool is_other_day = !date.ok();
  if (is_other_day) date = date.year() / date.month() / std::chrono::last;
  if (written.weekday) {
    const std::chrono::sys_days day(date);
    int later = static_cast<int>((*written.weekday - std::chrono::weekday(day)).count());
    if (later > 3) later -= 7;
    date = Date(day + std::chrono::days(later));
    return {written_out(text, date, thai::DateStyle::weekday), date, is_other_day};
  }
  if (is_other_day) return {written_out(text, date, thai::DateStyle::full), date, true};
  return {with_later_years(text, years), date, false};
}

bool is_weekend(Date date) {
  const std::chrono::weekday day{std::chrono::sys_days(date)};
  return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

}  // namespace chiwat::renew
