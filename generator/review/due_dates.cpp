#include "review/due_dates.hpp"

#include <algorithm>

#include "review/rules.hpp"
#include "thai/date.hpp"
#include "thai/find_dates.hpp"

namespace chiwat::review {
namespace {

const model::Round* round_of(const model::Circular& circular, const model::Deadline& deadline) {
  if (!deadline.round) return nullptr;
  const auto found = std::ranges::find_if(circular.rounds, [&](const model::Round& round) {
    return round.number.value == deadline.round->value;
  });
  return found == circular.rounds.end() ? nullptr : &*found;
}

}  // namespace

std::vector<DueDate> due_dates(const model::Circular& circular,
                               const std::vector<ShownText>& texts) {
  std::vector<DueDate> result;
  for (const model::Deadline& deadline : circular.deadlines) {
    if (!deadline.date) continue;
    const WrittenDate& written = deadline.date->value;
    result.push_back(
        {written, *written.date(), deadline.date->origin, round_of(circular, deadline), &deadline});
  }
  for (const ShownText& text : texts) {
    for (const thai::FoundDate& found : thai::find_dates(text.text)) {
      const auto is_same = [&](const DueDate& due) { return due.date == *found.date.date(); };
      // What a placeholder wrote there is the deadline itself.
      if (!found.is_due || std::ranges::any_of(result, is_same)) continue;
      result.push_back({found.date, *found.date.date(), text.origin, text.round, nullptr});
    }
  }
  return result;
}

std::vector<DueDate> likely_due_dates(const Subject& subject) {
  std::vector<DueDate> result = subject.due_dates;
  std::erase_if(result,
                [&](const DueDate& due) { return !is_likely_due(subject.circular, due.date); });
  return result;
}

bool is_likely_due(const model::Circular& circular, const Date& date) {
  const Period year = fiscal_year(circular.fiscal_year.value);
  const Month month = date.year() / date.month();
  return year.first - std::chrono::months(3) <= month &&
         month <= year.last + std::chrono::months(3);
}

std::string in_words(const Date& date) {
  return thai::format_date(date, thai::DateStyle::full, thai::Digits::arabic);
}

}  // namespace chiwat::review
