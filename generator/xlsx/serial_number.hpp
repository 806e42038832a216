// Dates as a spreadsheet keeps them: the number of days since 30 December 1899.
#pragma once

#include <cstdint>

#include "base/calendar.hpp"

namespace chiwat::xlsx {

// Excel counts a 29 February 1900 that never was: before it, its day zero is one day later.
inline constexpr std::chrono::sys_days kDayZero =
    std::chrono::year(1899) / std::chrono::December / std::chrono::day(30);
// In workbooks of old Macintoshes.
inline constexpr std::chrono::sys_days kDayZeroOf1904 =
    std::chrono::year(1904) / std::chrono::January / std::chrono::day(1);

inline std::int64_t serial_number(Date date) {
  return (std::chrono::sys_days(date) - kDayZero).count();
}

}  // namespace chiwat::xlsx
