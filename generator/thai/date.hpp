// Dates in the Buddhist calendar, read and written as Thai letters write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/calendar.hpp"
#include "base/diagnostics.hpp"
#include "thai/digits.hpp"

namespace chiwat::thai {

// Reads "23 กุมภาพันธ์ 2564", "วันจันทร์ที่ ๒๒ กุมภาพันธ์ ๒๕๖๔", "23 ก.พ. 64", "23/2/2564", "23-2-64",
// "2564-02-23", and with no day "กุมภาพันธ์ 2565" or "2565-02". Digits are Thai or Arabic; "พ.ศ." may
// stand before the year, "วันที่" before the day and "เดือน" before the month. A two-digit year is of
// the Buddhist century 2500. Problems: date_unreadable {text}, date_impossible {text} (31
// February), year_not_buddhist {year, suggestion} (a year below 2400; both are texts, suggestion is
// the year + 543). A weekday that does not fit the date is no problem here.
std::variant<WrittenDate, Message> parse_date(std::string_view text);

// Reads a run of months: "ตุลาคม 2563 - มีนาคม 2564", "เมษายน - กันยายน 2564" (one year for both),
// "2563-10 - 2564-03", or a single month. The dash may be an en dash or "ถึง". Problems as above (a
// day is date_unreadable), and period_backwards {text}.
std::variant<Period, Message> parse_period(std::string_view text);

enum class DateStyle {
  full,     // 23 กุมภาพันธ์ 2564
  weekday,  // วันอังคารที่ 23 กุมภาพันธ์ 2564
  brief,    // 23 ก.พ. 64
};
std::string format_date(const Date& date, DateStyle style, Digits digits);

// "ตุลาคม 2563 - มีนาคม 2564"; the year is written once when both months have it.
std::string format_period(const Period& period, Digits digits);

// "กุมภาพันธ์ 2565".
std::string format_month(Month month, Digits digits);

}  // namespace chiwat::thai
