// Dates as the stages pass them on: proleptic Gregorian, without a time of day.
//
// The Buddhist year (C.E. + 543) is how a date is written, not what it is: thai/date.hpp reads and
// writes it.
#pragma once

#include <chrono>
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

}  // namespace chiwat
