// The month or quarter that monthly forms are asked for on the command line.
#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "base/calendar.hpp"
#include "base/diagnostics.hpp"

namespace chiwat::cli {

// A quarter of a fiscal year, 1 to 4; none named: that of the description.
struct AskedQuarter {
  std::optional<int> fiscal_year;  // Buddhist Era
  int number = 1;
};

using AskedMonths = std::variant<Month, AskedQuarter>;

// "2568-01", "มกราคม 2568", "ม.ค. 68", in any digits. Problems: usage_option_value,
// year_not_buddhist.
std::variant<Month, Message> read_month(std::string_view text);

// "2", "ไตรมาส 2", "ไตรมาสที่ 2/2568", "2568-2", in any digits. Problem: usage_option_value.
std::variant<AskedQuarter, Message> read_quarter(std::string_view text);

// The months asked for. Problem: usage_month_outside {found, year, months} for what is not of this
// fiscal year.
std::variant<Period, Message> months_of(const AskedMonths& asked, int fiscal_year);

}  // namespace chiwat::cli
