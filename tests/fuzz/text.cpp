// What people type into a cell or a key: dates, runs of months, numbers, names, texts with
// placeholders. A date or a run of months that is understood is understood as the same when it is
// written again; a form that names, digits and numbers are brought into is the last one.
#include <variant>

#include "base/number.hpp"
#include "promises.hpp"
#include "targets.hpp"
#include "thai/date.hpp"
#include "thai/digits.hpp"
#include "thai/encoding.hpp"
#include "thai/find_dates.hpp"
#include "thai/message.hpp"
#include "thai/names.hpp"

namespace chiwat::fuzz {
namespace {

using thai::DateStyle;
using thai::Digits;

constexpr Digits kDigits[] = {Digits::arabic, Digits::thai};

void require_date(const std::string& text) {
  const auto parsed = thai::parse_date(text);
  const auto* written = std::get_if<WrittenDate>(&parsed);
  if (!written || !written->date()) return;
  const Date date = *written->date();
  require(date.ok(), "a date that is understood is one of the calendar");
  for (const Digits digits : kDigits) {
    for (const auto style : {DateStyle::full, DateStyle::weekday}) {
      const auto again = thai::parse_date(thai::format_date(date, style, digits));
      const auto* same = std::get_if<WrittenDate>(&again);
      require(same && same->date() == date, "a date that is written is understood");
    }
  }
}

void require_period(const std::string& text) {
  const auto parsed = thai::parse_period(text);
  const auto* period = std::get_if<Period>(&parsed);
  if (!period) return;
  require(period->first.ok() && period->last.ok() && period->first <= period->last,
          "months that are understood are a run of the calendar's");
  for (const Digits digits : kDigits) {
    const auto again = thai::parse_period(thai::format_period(*period, digits));
    const auto* same = std::get_if<Period>(&again);
    require(same && *same == *period, "months that are written are understood");
  }
}

void require_one_form(const std::string& text) {
  const std::string name = thai::normalise(text);
  require(thai::normalise(name) == name, "a normalised name is normal");
  const std::string file = thai::file_name(text, 60);
  require(!file.empty() && file.size() <= 60 && thai::is_valid_utf8(file),
          "a file can be so called");
  require(file.find('/') == std::string::npos && file != "." && file != "..",
          "the name of a file leads nowhere");
  for (const Digits digits : kDigits) {
    const std::string once = thai::with_digits(text, digits);
    require(thai::with_digits(once, digits) == once, "digits in one script stay as they are");
  }
  if (const auto decimal = thai::plain_decimal(text)) {
    require(Number::parse(*decimal).has_value(), "a number as people type it is a number");
  }
}

void require_message(const std::string& text) {
  const thai::Arguments arguments{
      {"day", Date(std::chrono::year(2021) / 2 / 23)}, {"n", std::int64_t{1234}}, {"name", "ชื่อ"}};
  const auto formatted = thai::format(text, arguments, Digits::thai);
  if (const auto* result = std::get_if<std::string>(&formatted)) {
    require(thai::is_valid_utf8(*result), "a text is UTF-8");
    return;
  }
  Diagnostics diagnostics;
  const Message& problem = std::get<Message>(formatted);
  diagnostics.error({}, problem.id, problem.arguments);
  require_tellable(diagnostics, {});
}

}  // namespace

void typed_text(std::string_view input) {
  const auto text = thai::decode(input);
  if (!text) return;
  require_date(*text);
  require_period(*text);
  require_one_form(*text);
  require_message(*text);
  for (const auto& found : thai::find_dates(*text)) {
    require(found.date.date().has_value(), "a date that is found has a day");
  }
  thai::find_months(*text);
  thai::find_periods(*text);
}

}  // namespace chiwat::fuzz
