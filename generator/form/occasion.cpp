#include "form/occasion.hpp"

#include <cassert>

#include "model/placeholders.hpp"
#include "thai/date.hpp"

namespace chiwat::form {
namespace {

using model::Deadline;

// The deadlines of the attachment: those of the round, else those of no round in particular.
std::vector<const Deadline*> deadlines_of(const Occasion& occasion) {
  std::vector<const Deadline*> of_round, of_any;
  for (const Deadline& deadline : occasion.circular.deadlines) {
    if (!deadline.attachment || deadline.attachment->value != occasion.attachment.number.value) {
      continue;
    }
    const bool fits =
        deadline.round && occasion.round &&
        deadline.round->value == occasion.circular.rounds[*occasion.round].number.value;
    if (fits) of_round.push_back(&deadline);
    if (!deadline.round || !occasion.round) of_any.push_back(&deadline);
  }
  return of_round.empty() ? of_any : of_round;
}

// "วันจันทร์ที่ 22 กุมภาพันธ์ 2564", "วันที่ 31 มีนาคม 2564", "วันที่ 25 ของทุกเดือน".
std::string in_words(const Deadline& deadline) {
  if (deadline.recurrence == Deadline::Recurrence::once && deadline.date) {
    const WrittenDate& written = deadline.date->value;
    const auto date = written.date();
    if (!date) return "เดือน" + thai::format_month(written.month, thai::Digits::arabic);
    return written.weekday
               ? thai::format_date(*date, thai::DateStyle::weekday, thai::Digits::arabic)
               : "วันที่ " + thai::format_date(*date, thai::DateStyle::full, thai::Digits::arabic);
  }
  const std::string every =
      deadline.recurrence == Deadline::Recurrence::quarterly ? "ของเดือนสุดท้ายทุกไตรมาส" : "ของทุกเดือน";
  return deadline.day ? "วันที่ " + std::to_string(deadline.day->value) + " " + every : "ทุกไตรมาส";
}

// "ก", "ก และ ข", "ก ข และ ค".
std::string in_words(const std::vector<const Deadline*>& deadlines) {
  if (deadlines.empty()) return "วันที่ " + std::string(kDots);
  std::string words;
  for (std::size_t i = 0; i < deadlines.size(); ++i) {
    if (i > 0) words += i + 1 == deadlines.size() ? " และ" : " ";
    words += in_words(*deadlines[i]);
  }
  return words;
}

int calendar_year(const Occasion& occasion, const std::vector<const Deadline*>& deadlines) {
  if (deadlines.size() == 1 && deadlines.front()->date) {
    return static_cast<int>(deadlines.front()->date->value.month.year()) + kBuddhistOffset;
  }
  return occasion.circular.fiscal_year.value;
}

void add_place(thai::Arguments& arguments, const Occasion& occasion) {
  const std::string province = "จังหวัด" + occasion.circular.province.value;
  if (!occasion.district) {
    arguments.emplace("district", kDots);
    arguments.emplace("place", province);
    arguments.emplace("head", "พัฒนาการ" + province);
    return;
  }
  const std::string& district = occasion.circular.districts[*occasion.district].value;
  arguments.emplace("district", district);
  arguments.emplace("place", "อำเภอ" + district + " " + province);
  arguments.emplace("head", "พัฒนาการอำเภอ" + district);
}

}  // namespace

std::optional<std::size_t> reported_round(const Occasion& occasion) {
  if (occasion.round || !occasion.months) return occasion.round;
  const auto& rounds = occasion.circular.rounds;
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    if (holds(rounds[i].months.value, occasion.months->last)) return i;
  }
  return std::nullopt;
}

thai::Arguments placeholders(const Occasion& occasion) {
  const model::Circular& circular = occasion.circular;
  const model::Round* round = occasion.round ? &circular.rounds[*occasion.round] : nullptr;
  thai::Arguments arguments = model::placeholders(circular, round, &occasion.attachment);
  for (const char* name : {"round", "round_months"}) arguments.emplace(name, kDots);
  add_place(arguments, occasion);
  arguments.emplace("month", occasion.months
                                 ? thai::format_period(*occasion.months, thai::Digits::arabic)
                                 : std::string(kDots));
  arguments.emplace("quarter", occasion.months ? std::to_string(quarter_of(occasion.months->last))
                                               : std::string(kDots));
  const auto deadlines = deadlines_of(occasion);
  arguments.emplace("deadline", in_words(deadlines));
  arguments.emplace("calendar_year", std::to_string(calendar_year(occasion, deadlines)));
  arguments.emplace("fiscal_months", thai::format_period(fiscal_year(circular.fiscal_year.value),
                                                         thai::Digits::arabic));
  return arguments;
}

std::string formatted(const Text& text, const thai::Arguments& arguments, thai::Digits digits) {
  auto result = thai::format(text.value, arguments, digits);
  assert(std::holds_alternative<std::string>(result));
  return std::get<std::string>(std::move(result));
}

std::vector<std::string> formatted(const std::vector<Text>& texts, const thai::Arguments& arguments,
                                   thai::Digits digits) {
  std::vector<std::string> result;
  for (const Text& text : texts) result.push_back(formatted(text, arguments, digits));
  return result;
}

}  // namespace chiwat::form
