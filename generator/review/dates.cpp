// Days: weekdays, and deadlines against the letter, their round, weekends, holidays and each other.
#include <algorithm>

#include "review/checks.hpp"
#include "review/due_dates.hpp"
#include "review/shown_texts.hpp"
#include "thai/date.hpp"
#include "thai/find_dates.hpp"
#include "thai/names.hpp"

namespace chiwat::review {
namespace {

using std::chrono::weekday;

weekday weekday_of(const Date& date) {
  return weekday(std::chrono::sys_days(date));
}

// "วันจันทร์ที่ 22 กุมภาพันธ์ 2564".
std::string with_weekday(const Date& date) {
  return thai::format_date(date, thai::DateStyle::weekday, thai::Digits::arabic);
}

void check_weekday(const WrittenDate& written, const Origin& origin, Diagnostics& diagnostics) {
  const auto date = written.date();
  if (!date || !written.weekday || *written.weekday == weekday_of(*date)) return;
  diagnostics.warning(origin, "weekday_differs",
                      {{"date", in_words(*date)}, {"weekday", with_weekday(*date)}});
}

// The next working day after a weekend or holiday, to suggest.
Date next_working_day(const model::Circular& circular, Date date) {
  const auto is_free = [&](const Date& day) {
    return weekday_of(day) == std::chrono::Saturday || weekday_of(day) == std::chrono::Sunday ||
           std::ranges::any_of(circular.holidays,
                               [&](const auto& holiday) { return holiday.date.value == day; });
  };
  while (is_free(date)) date = Date(std::chrono::sys_days(date) + std::chrono::days(1));
  return date;
}

}  // namespace

void check_weekdays(const Subject& subject, Diagnostics& diagnostics) {
  const model::Circular& circular = subject.circular;
  check_weekday(circular.letter.date.value, circular.letter.date.origin, diagnostics);
  for (const model::Deadline& deadline : circular.deadlines) {
    if (deadline.date) check_weekday(deadline.date->value, deadline.date->origin, diagnostics);
  }
  for (const ShownText& text : subject.texts) {
    for (const thai::FoundDate& found : thai::find_dates(text.text)) {
      check_weekday(found.date, text.origin, diagnostics);
    }
  }
}

void check_due_after_letter(const Subject& subject, Diagnostics& diagnostics) {
  const model::Letter& letter = subject.circular.letter;
  // A letter without a day is stamped on the first of its month or later.
  const Date earliest = letter.date->date().value_or(letter.date->month / std::chrono::day(1));
  for (const DueDate& due : likely_due_dates(subject)) {
    if (due.date >= earliest) continue;
    diagnostics
        .warning(due.origin, "due_before_letter",
                 {{"due", in_words(due.date)},
                  {"letter", letter.date->day
                                 ? in_words(earliest)
                                 : thai::format_month(letter.date->month, thai::Digits::arabic)}})
        .note(letter.date.origin, "letter_here");
  }
}

void check_due_in_round(const Subject& subject, Diagnostics& diagnostics) {
  for (const DueDate& due : likely_due_dates(subject)) {
    if (!due.deadline || !due.round) continue;
    if (holds(due.round->months.value, due.date.year() / due.date.month())) continue;
    diagnostics
        .warning(due.origin, "due_outside_round",
                 {{"due", in_words(due.date)},
                  {"round", std::to_string(due.round->number.value)},
                  {"months", thai::format_period(due.round->months.value, thai::Digits::arabic)}})
        .note(due.round->months.origin, "round_here");
  }
}

void check_weekends(const Subject& subject, Diagnostics& diagnostics) {
  for (const DueDate& due : likely_due_dates(subject)) {
    const weekday day = weekday_of(due.date);
    if (day != std::chrono::Saturday && day != std::chrono::Sunday) continue;
    diagnostics.warning(due.origin, "due_on_weekend",
                        {{"due", with_weekday(due.date)},
                         {"next", with_weekday(next_working_day(subject.circular, due.date))}});
  }
}

void check_holidays(const Subject& subject, Diagnostics& diagnostics) {
  for (const DueDate& due : likely_due_dates(subject)) {
    for (const model::Holiday& holiday : subject.circular.holidays) {
      if (holiday.date.value != due.date) continue;
      diagnostics
          .warning(due.origin, "due_on_holiday",
                   {{"due", in_words(due.date)},
                    {"holiday", holiday.name.value},
                    {"next", with_weekday(next_working_day(subject.circular, due.date))}})
          .note(holiday.date.origin, "holiday_here");
    }
  }
}

namespace {

using Deadlines = std::vector<const model::Deadline*>;

std::string thing(const model::Deadline& deadline) {
  return thai::normalise(deadline.name.value);
}

// Of the same name, or the same attachment in the same round.
bool is_same_thing(const model::Deadline& a, const model::Deadline& b) {
  if (a.recurrence != b.recurrence) return false;
  if (thing(a) == thing(b)) return true;
  return a.attachment && b.attachment && a.round && b.round &&
         a.attachment->value == b.attachment->value && a.round->value == b.round->value;
}

std::string when(const model::Deadline& deadline) {
  if (deadline.date) return in_words(*deadline.date->value.date());
  return deadline.day ? std::to_string(deadline.day->value) : "";
}

const Origin& place(const model::Deadline& deadline) {
  if (deadline.date) return deadline.date->origin;
  return deadline.day ? deadline.day->origin : deadline.origin;
}

void report_twice(const Deadlines& same, Diagnostics& diagnostics) {
  std::vector<std::string> dates;
  const model::Deadline* second = nullptr;
  for (const model::Deadline* deadline : same) {
    if (std::ranges::find(dates, when(*deadline)) != dates.end()) continue;
    dates.push_back(when(*deadline));
    if (dates.size() == 2) second = deadline;
  }
  if (!second) return;
  diagnostics
      .warning(place(*second), "due_twice",
               {{"name", same.front()->name.value}, {"dates", joined(dates, dates.size())}})
      .note(place(*same.front()), "first_here");
}

}  // namespace

void check_due_once(const Subject& subject, Diagnostics& diagnostics) {
  std::vector<Deadlines> groups;
  for (const model::Deadline& deadline : subject.circular.deadlines) {
    const auto group = std::ranges::find_if(
        groups, [&](const Deadlines& same) { return is_same_thing(*same.front(), deadline); });
    if (group == groups.end()) {
      groups.push_back({&deadline});
    } else {
      group->push_back(&deadline);
    }
  }
  for (const Deadlines& same : groups) report_twice(same, diagnostics);
}

}  // namespace chiwat::review
