#include "xlsx/read_number.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "xlsx/serial_number.hpp"

namespace chiwat::xlsx {
namespace {

// A decimal with at most so many digits is the shortest for its binary number.
constexpr int kAlwaysKept = 15;

constexpr std::array<std::int64_t, kAlwaysKept + 1> kPowersOfTen = [] {
  std::array<std::int64_t, kAlwaysKept + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

// Most numbers: at most 15 digits and one point.
std::optional<Number> read_short(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::int64_t digits = 0;
  std::size_t places = 0;
  bool point = false;
  if (text.empty() || text.size() > kAlwaysKept + 1) return std::nullopt;
  for (const char c : text) {
    if (c == '.' && !point) {
      point = true;
    } else if (c >= '0' && c <= '9') {
      digits = digits * 10 + (c - '0');
      places += point;
    } else {
      return std::nullopt;
    }
  }
  const bool only_digits = !point && text.size() > kAlwaysKept;
  if (only_digits || text == ".") return std::nullopt;
  const Number whole = negative ? -digits : digits;
  return places == 0 ? whole : whole / Number(kPowersOfTen[places]);
}

// "1.2345e-07" as std::to_chars writes it.
std::optional<Number> from_scientific(std::string_view text) {
  const std::size_t e = text.find('e');
  int exponent = 0;
  const std::size_t sign = text[e + 1] == '+' ? 1 : 0;
  std::from_chars(text.data() + e + 1 + sign, text.data() + text.size(), exponent);
  const auto digits = Number::parse(text.substr(0, e));
  if (!digits) return std::nullopt;
  return *digits * Number::power_of_ten(exponent);
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
}

std::optional<int> digits_of(std::string_view text) {
  int value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = result.ec == std::errc() && result.ptr == text.data() + text.size();
  return whole && value >= 0 ? std::optional(value) : std::nullopt;
}

// "T08:15:00" and whatever follows.
std::optional<int> second_of_day(std::string_view text) {
  if (text.size() < 9 || text[0] != 'T' || text[3] != ':' || text[6] != ':') return std::nullopt;
  const auto hour = digits_of(text.substr(1, 2));
  const auto minute = digits_of(text.substr(4, 2));
  const auto second = digits_of(text.substr(7, 2));
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) {
    return std::nullopt;
  }
  return (*hour * 60 + *minute) * 60 + *second;
}

// How far a time is ahead of UTC, as its end says: "Z", "+07:00"; nothing when it does not.
std::optional<std::chrono::seconds> offset_from_utc(std::string_view text) {
  if (text.ends_with('Z')) return std::chrono::seconds(0);
  if (text.size() < 6) return std::nullopt;
  const std::string_view end = text.substr(text.size() - 6);
  const auto hours = digits_of(end.substr(1, 2));
  const auto minutes = digits_of(end.substr(4, 2));
  const bool is_offset = (end[0] == '+' || end[0] == '-') && end[3] == ':' && hours && minutes;
  if (!is_offset || *hours > 14 || *minutes > 59) return std::nullopt;
  const std::chrono::seconds size = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
  return end[0] == '-' ? -size : size;
}

}  // namespace

std::optional<Number> read_number(std::string_view text) {
  text = trimmed(text);
  if (const auto number = read_short(text)) return number;
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  if (!whole || !std::isfinite(value)) return std::nullopt;
  std::array<char, 64> shortest;
  const auto written = std::to_chars(shortest.data(), shortest.data() + shortest.size(), value,
                                     std::chars_format::scientific);
  return from_scientific({shortest.data(), written.ptr});
}

document::Result date_or_number(const Number& number, bool counts_from_1904) {
  constexpr std::int64_t kFirstSound = 61;        // 1 March 1900
  constexpr std::int64_t kYear10000 = 2'958'466;  // where Excel ends
  const auto days = number.to_int64();
  const std::int64_t first = counts_from_1904 ? 0 : kFirstSound;
  if (!days || *days < first || *days >= kYear10000) return number;
  const auto zero = counts_from_1904 ? kDayZeroOf1904 : kDayZero;
  return Date(zero + std::chrono::days(*days));
}

std::optional<Date> read_iso_date(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits_of(text.substr(0, 4));
  const auto month = digits_of(text.substr(5, 2));
  const auto day = digits_of(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date = std::chrono::year(*year) / *month / *day;
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Moment> read_iso_moment(std::string_view text) {
  text = trimmed(text);
  const auto date = read_iso_date(text);
  if (!date) return std::nullopt;
  const auto second = second_of_day(text.substr(10));
  if (!second) return Moment{*date, 0};
  const auto ahead = offset_from_utc(text.substr(10));
  if (!ahead) return Moment{*date, *second};
  return moment_of(std::chrono::sys_days(*date).time_since_epoch() + std::chrono::seconds(*second) -
                   *ahead);
}

}  // namespace chiwat::xlsx
