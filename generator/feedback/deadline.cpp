#include "feedback/deadline.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "thai/date.hpp"

namespace chiwat::feedback {
namespace {

using model::Deadline;

constexpr int kLastOfNextMonth = 15;

std::vector<const Deadline*> deadlines_for(const Asked& asked, const model::Circular& circular) {
  using Recurrence = Deadline::Recurrence;
  const bool again = asked.month || asked.quarter;
  std::vector<const Deadline*> of_round, of_attachment, of_any;
  for (const Deadline& deadline : circular.deadlines) {
    const bool fits = !deadline.attachment || deadline.attachment->value == asked.attachment;
    const bool recurs =
        deadline.recurrence == (asked.quarter ? Recurrence::quarterly : Recurrence::monthly);
    if (!fits || (again && !recurs)) continue;
    if (deadline.round) {
      const bool same =
          asked.round && circular.rounds[*asked.round].number.value == deadline.round->value;
      if (same && deadline.attachment) of_round.push_back(&deadline);
      if (asked.round || !deadline.attachment) continue;
    }
    (deadline.attachment ? of_attachment : of_any).push_back(&deadline);
  }
  if (!of_round.empty()) return of_round;
  if (!of_attachment.empty()) return of_attachment;
  return again ? of_any : std::vector<const Deadline*>();
}

Date day_of(Month month, int day) {
  const Date last(month / std::chrono::last);
  return std::min(last, Date(month / std::chrono::day(static_cast<unsigned>(day))));
}

// The month that a reply closes.
std::optional<Month> last_month(const Asked& asked, const model::Circular& circular) {
  if (asked.month) return asked.month;
  if (asked.quarter) return fiscal_quarter(circular.fiscal_year.value, *asked.quarter).last;
  if (asked.round) return circular.rounds[*asked.round].months.value.last;
  return std::nullopt;
}

}  // namespace

std::optional<Date> due_date(const Asked& asked, const model::Circular& circular) {
  const auto deadlines = deadlines_for(asked, circular);
  if (deadlines.size() != 1) return std::nullopt;
  const Deadline& deadline = *deadlines.front();
  if (deadline.date) return deadline.date->value.date();
  const auto month = last_month(asked, circular);
  if (!month || !deadline.day) return std::nullopt;
  const int day = deadline.day->value;
  const bool is_next = asked.month && day <= kLastOfNextMonth;
  return day_of(is_next ? *month + std::chrono::months(1) : *month, day);
}

std::string time_in_words(const Asked& asked, const model::Circular& circular) {
  if (asked.month) return "เดือน" + thai::format_month(*asked.month, thai::Digits::arabic);
  if (asked.quarter) return "ไตรมาสที่ " + std::to_string(*asked.quarter);
  if (!asked.round) return "";
  return "รอบที่ " + std::to_string(circular.rounds[*asked.round].number.value);
}

}  // namespace chiwat::feedback
