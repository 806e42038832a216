#include "model/placeholders.hpp"

#include "thai/date.hpp"

namespace chiwat::model {
namespace {

void add(thai::Arguments& arguments, const std::string& name, const std::optional<Text>& text) {
  if (text) arguments.emplace(name, text->value);
}

void add_years(thai::Arguments& arguments, int year) {
  arguments.emplace("fiscal_year", std::to_string(year));
  arguments.emplace("fiscal_year_short", std::to_string(year % 100));
  arguments.emplace("previous_year", std::to_string(year - 1));
  arguments.emplace("next_year", std::to_string(year + 1));
  arguments.emplace("fiscal_start", fiscal_year(year).start());
  arguments.emplace("fiscal_end", fiscal_year(year).end());
  arguments.emplace("previous_start", fiscal_year(year - 1).start());
  arguments.emplace("previous_end", fiscal_year(year - 1).end());
}

void add_letter(thai::Arguments& arguments, const Letter& letter) {
  add(arguments, "letter_number", letter.number);
  arguments.emplace("letter_month",
                    thai::format_month(letter.date.value.month, thai::Digits::arabic));
  if (const auto date = letter.date.value.date()) arguments.emplace("letter_date", *date);
}

void add_indicator(thai::Arguments& arguments, const Indicator& indicator) {
  if (indicator.number) {
    arguments.emplace("indicator_number", std::to_string(indicator.number->value));
  }
  arguments.emplace("indicator_name", indicator.name.value);
  add(arguments, "indicator_unit", indicator.unit);
  add(arguments, "indicator_reason", indicator.reason);
  if (indicator.weight) {
    arguments.emplace("indicator_weight", (indicator.weight->value * 100).to_string());
  }
}

std::string written(const WrittenDate& when) {
  const auto style = when.weekday ? thai::DateStyle::weekday : thai::DateStyle::full;
  return (when.weekday ? "" : "วันที่ ") +
         thai::format_date(*when.date(), style, thai::Digits::arabic);
}

// Every month has 28 days; a later day may be its last.
std::string monthly(const Deadline& deadline) {
  if (!deadline.day) return "ทุกเดือน";
  if (deadline.day->value == 31) return "ภายในวันสิ้นเดือนของทุกเดือน";
  return "ภายในวันที่ " + std::to_string(deadline.day->value) + " ของทุกเดือน";
}

}  // namespace

std::string due(const Deadline& deadline) {
  using Recurrence = Deadline::Recurrence;
  if (deadline.recurrence == Recurrence::monthly) return monthly(deadline);
  if (deadline.recurrence == Recurrence::quarterly) return "ไตรมาสละ 1 ครั้ง";
  return deadline.date ? "ภายใน" + written(deadline.date->value) : "";  // without one: reported
}

thai::Arguments placeholders(const Circular& circular, const Round* round,
                             const Attachment* attachment) {
  thai::Arguments arguments;
  for (const auto& [name, text] : circular.values) arguments.emplace(name, text.value);
  for (const Deadline& deadline : circular.deadlines) {
    if (deadline.placeholder) arguments.emplace(deadline.placeholder->value, due(deadline));
  }
  arguments.emplace("province", circular.province.value);
  add_years(arguments, circular.fiscal_year.value);
  add_letter(arguments, circular.letter);
  add_indicator(arguments, circular.indicator);
  if (round) {
    arguments.emplace("round", std::to_string(round->number.value));
    arguments.emplace("round_months",
                      thai::format_period(round->months.value, thai::Digits::arabic));
    arguments.emplace("round_start", round->months->start());
    arguments.emplace("round_end", round->months->end());
  }
  if (attachment) arguments.emplace("attachment", std::to_string(attachment->number.value));
  return arguments;
}

}  // namespace chiwat::model
