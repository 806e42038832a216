// Dates as the stages pass them on: proleptic Gregorian, without a time of day.
//
// The Buddhist year (C.E. + 543) is how a date is written, not what it is: thai/date.hpp reads and
// writes it.
#pragma once

#include <chrono>
#include <compare>
#include <optional>

namespace chiwat {

using Date = std::chrono::year_month_day;
using Month = std::chrono::year_month;

inline constexpr int kBuddhistOffset = 543;

// A run of whole months, both ends counted.
struct Period {
  Month first;
  Month last;

  Date start() const { return first / std::chrono::day(1); }
  Date end() const { return Date(last / std::chrono::last); }
  bool operator==(const Period&) const = default;
};

inline bool holds(const Period& period, Month month) {
  return period.first <= month && month <= period.last;
}

// A second of a day, by the clocks of Thailand.
struct Moment {
  Date date{};
  int second = 0;  // since midnight
  auto operator<=>(const Moment&) const = default;
};

// The moment so many seconds after the beginning of 1970, UTC; Thailand is seven hours ahead all
// year.
inline Moment moment_of(std::chrono::seconds since_1970) {
  const std::chrono::sys_seconds local(since_1970 + std::chrono::hours(7));
  const auto day = std::chrono::floor<std::chrono::days>(local);
  return {Date(day), static_cast<int>((local - day).count())};
}

// A date as letters carry it: the day may be left for the stamp, the weekday may be named.
struct WrittenDate {
  Month month;
  std::optional<std::chrono::day> day;
  std::optional<std::chrono::weekday> weekday;

  // The full date; nothing without a day.
  std::optional<Date> date() const {
    if (!day) return std::nullopt;
    return month / *day;
  }
  bool operator==(const WrittenDate&) const = default;
};

// The fiscal year named by the Buddhist year it ends in: 1 October to 30 September.
inline Period fiscal_year(int buddhist_year) {
  const std::chrono::year ce(buddhist_year - kBuddhistOffset);
  return {(ce - std::chrono::years(1)) / std::chrono::October, ce / std::chrono::September};
}

// The fiscal quarter, 1 to 4, in which a month lies: the first begins with October.
inline int quarter_of(Month month) {
  const auto since_october = (static_cast<unsigned>(month.month()) + 2) % 12;
  return static_cast<int>(since_october / 3) + 1;
}

// A quarter, 1 to 4, of the fiscal year named by this Buddhist year.
inline Period fiscal_quarter(int buddhist_year, int quarter) {
  const Month first = fiscal_year(buddhist_year).first + std::chrono::months(3 * (quarter - 1));
  return {first, first + std::chrono::months(2)};
}

}  // namespace chiwat
