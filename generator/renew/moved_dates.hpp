// The years of texts, some years later.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.hpp"

namespace chiwat::renew {

// `text` with every year from `first` to `last` (four digits, Thai or Arabic) so much later.
std::string with_later_years(std::string_view text, int years, int first, int last);

// A date, or a run of months, with its years so much later, in whatever way it is written.
std::string with_later_years(std::string_view text, int years);

struct MovedDate {
  std::string text;
  std::optional<Date> date;
  bool is_other_day = false;  // there is no 29 February
};

// The same day and month so much later, written in the same way. Where the text names the weekday,
// the nearest day that is one.
MovedDate moved_date(const std::string& text, const WrittenDate& written, int years);

// Saturday or Sunday.
bool is_weekend(Date date);

}  // namespace chiwat::renew
