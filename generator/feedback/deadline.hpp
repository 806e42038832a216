// By when a reply was due.
#pragma once

#include <compare>
#include <optional>
#include <string>

#include "base/calendar.hpp"
#include "model/circular.hpp"
#include "returns/reply.hpp"

namespace chiwat::feedback {

// What a reply is about: those that differ in it are expected separately.
struct Asked {
  int attachment = 0;                // by number
  std::optional<Month> month;        // of monthly forms
  std::optional<int> quarter;        // of the fiscal year
  std::optional<std::size_t> round;  // index into Circular::rounds
  auto operator<=>(const Asked&) const = default;
};

// The day named by the attachment's deadlines, those of its round before the others; nothing when
// there is none, or several that may be meant. Of a deadline every month, a day up to the 15th is
// of the month after the one reported on, as reports of a whole month are handed in at the
// beginning of the next; a later day is of the month itself. What is reported for a round or a
// quarter is due in its last month.
std::optional<Date> due_date(const Asked& asked, const model::Circular& circular);

// "เดือนมกราคม 2568", "รอบที่ 1", "ไตรมาสที่ 2"; empty for the whole year.
std::string time_in_words(const Asked& asked, const model::Circular& circular);

}  // namespace chiwat::feedback
