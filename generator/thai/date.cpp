// Dates through ICU's Buddhist calendar: the names of months and weekdays are ICU's, in both
// directions.
#include "thai/date.hpp"

#include <unicode/dtfmtsym.h>
#include <unicode/regex.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <cassert>
#include <charconv>
#include <chrono>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "thai/date_patterns.hpp"
#include "thai/names.hpp"

namespace chiwat::thai {
namespace {

constexpr int kLeastBuddhistYear = 2400;
constexpr int kCentury = 2500;

std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  return text.toUTF8String(utf8);
}

// --- reading ---

using Names = std::map<std::string, unsigned>;

std::string without(std::string text, std::string_view unwanted) {
  for (auto at = text.find(unwanted); at != text.npos; at = text.find(unwanted)) {
    text.erase(at, unwanted.size());
  }
  return text;
}

// A name of a month or weekday with what people put around or leave out of it taken away.
std::string key(std::string text) {
  for (const char* unwanted : {"พ.ศ.", "เดือน", "วัน", "ที่", ".", " "}) {
    text = without(std::move(text), unwanted);
  }
  return text;
}

void add(Names& names, const icu::UnicodeString* symbols, int32_t count, unsigned offset) {
  for (int32_t i = 0; i < count; ++i) {
    const std::string name = key(to_utf8(symbols[i]));
    if (!name.empty()) names.emplace(name, static_cast<unsigned>(i) + offset);
  }
}

struct Calendar {
  Names months;    // 1 to 12
  Names weekdays;  // 0 is Sunday

  Calendar() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(kThaiDates), status);
    assert(U_SUCCESS(status));
    int32_t count = 0;
    const icu::UnicodeString* list = symbols.getMonths(count);
    add(months, list, count, 1);
    list = symbols.getShortMonths(count);
    add(months, list, count, 1);
    // ICU leaves place 0 of the weekdays empty.
    list = symbols.getWeekdays(count);
    add(weekdays, list + 1, count - 1, 0);
    list = symbols.getShortWeekdays(count);
    add(weekdays, list + 1, count - 1, 0);
  }
};

const Calendar& calendar() {
  static const Calendar names;
  return names;
}

std::optional<unsigned> lookup(const Names& names, const std::string& text) {
  const auto found = names.find(key(text));
  if (found == names.end()) return std::nullopt;
  return found->second;
}

using Groups = std::vector<std::string>;
using Regex = std::unique_ptr<const icu::RegexPattern>;

Regex compiled(const char16_t* pattern) {
  UErrorCode status = U_ZERO_ERROR;
  Regex regex(icu::RegexPattern::compile(pattern, 0, status));
  assert(U_SUCCESS(status));
  return regex;
}

// The groups of `regex`, the whole of `text` matched; an absent group is empty. A text too long for
// the matcher's stack does not match.
std::optional<Groups> match(const Regex& regex, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString subject = icu::UnicodeString::fromUTF8(text);
  const std::unique_ptr<icu::RegexMatcher> matcher(regex->matcher(subject, status));
  if (!matcher->matches(status)) return std::nullopt;
  Groups groups;
  for (int32_t i = 1; i <= matcher->groupCount(); ++i) {
    groups.push_back(to_utf8(matcher->group(i, status)));
  }
  return groups;
}

int number(const std::string& digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// Two digits are of the Buddhist century 2500.
int buddhist_year(const std::string& digits) {
  return number(digits) + (digits.size() == 2 ? kCentury : 0);
}

// What a date's text says, before anybody asks whether there is such a day.
struct Fields {
  int year = 0;  // Buddhist
  unsigned month = 0;
  std::optional<unsigned> day;
  std::optional<unsigned> weekday;
};

// "2564-02-23" or "2564-02".
std::optional<Fields> numeric_fields(const std::string& text) {
  static const Regex kForm = compiled(u"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?");
  const auto groups = match(kForm, text);
  if (!groups) return std::nullopt;
  Fields fields;
  fields.year = number((*groups)[0]);
  fields.month = static_cast<unsigned>(number((*groups)[1]));
  if (!(*groups)[2].empty()) fields.day = static_cast<unsigned>(number((*groups)[2]));
  return fields;
}

// "23/2/2564" or "23-2-64", day first as Thai people write it.
std::optional<Fields> slashed_fields(const std::string& text) {
  static const Regex kForm = compiled(u"([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{2}|[0-9]{4})");
  const auto groups = match(kForm, text);
  if (!groups) return std::nullopt;
  Fields fields;
  fields.day = static_cast<unsigned>(number((*groups)[0]));
  fields.month = static_cast<unsigned>(number((*groups)[2]));
  fields.year = buddhist_year((*groups)[3]);
  return fields;
}

// "วันจันทร์ที่ 22 กุมภาพันธ์ 2564": weekday and day may be missing, the year may have two digits.
std::optional<Fields> worded_fields(const std::string& text) {
  static const Regex kForm = compiled(u"(?:([^0-9]*)([0-9]{1,2}))?([^0-9]+)([0-9]{2}|[0-9]{4})");
  const auto groups = match(kForm, text);
  if (!groups) return std::nullopt;
  const std::string& before = (*groups)[0];
  const std::string& day = (*groups)[1];
  const auto month = lookup(calendar().months, (*groups)[2]);
  if (!month) return std::nullopt;
  Fields fields;
  fields.month = *month;
  fields.year = buddhist_year((*groups)[3]);
  if (!day.empty()) fields.day = static_cast<unsigned>(number(day));
  fields.weekday = lookup(calendar().weekdays, before);
  if (!fields.weekday && !key(before).empty()) return std::nullopt;
  return fields;
}

Message problem(std::string id, std::string_view text) {
  return {std::move(id), {{"text", std::string(text)}}};
}

Message not_buddhist(int year) {
  return {"year_not_buddhist",
          {{"year", std::to_string(year)}, {"suggestion", std::to_string(year + kBuddhistOffset)}}};
}

std::variant<WrittenDate, Message> to_date(const Fields& fields, std::string_view text) {
  if (fields.year < kLeastBuddhistYear) return not_buddhist(fields.year);
  WrittenDate date;
  date.month = std::chrono::year(fields.year - kBuddhistOffset) / std::chrono::month(fields.month);
  if (fields.day) date.day = std::chrono::day(*fields.day);
  if (fields.weekday) date.weekday = std::chrono::weekday(*fields.weekday);
  const bool possible = date.month.ok() && (!date.day || date.date()->ok());
  if (!possible) return problem("date_impossible", text);
  return date;
}

std::variant<Month, Message> parse_month(const std::string& text) {
  const auto date = parse_date(text);
  if (const auto* message = std::get_if<Message>(&date)) return *message;
  const auto& written = std::get<WrittenDate>(date);
  if (written.day) return problem("date_unreadable", text);
  return written.month;
}

// The two sides of the dash of a period; nothing when there is none. A hyphen between two digits
// belongs to a date.
std::optional<std::pair<std::string, std::string>> sides(const std::string& text) {
  static const Regex kForm = compiled(u"(.+?)(?:[–—]|ถึง|(?<=[^0-9])-|-(?=[^0-9]))(.+)");
  const auto groups = match(kForm, text);
  if (!groups) return std::nullopt;
  return std::pair(normalise((*groups)[0]), normalise((*groups)[1]));
}

bool has_digit(const std::string& text) {
  return text.find_first_of("0123456789") != std::string::npos;
}

// The year that ends `text`, for the first month of "เมษายน - กันยายน 2564".
std::string last_word(const std::string& text) {
  return text.substr(text.find_last_not_of("0123456789") + 1);
}

// --- writing ---

UDate to_udate(const Date& date) {
  const auto days = std::chrono::sys_days(date).time_since_epoch();
  return static_cast<UDate>(std::chrono::milliseconds(days).count());
}

std::unique_ptr<icu::SimpleDateFormat> make_format(const char16_t* pattern) {
  UErrorCode status = U_ZERO_ERROR;
  auto format = std::make_unique<icu::SimpleDateFormat>(icu::UnicodeString(pattern),
                                                        icu::Locale(kThaiDates), status);
  assert(U_SUCCESS(status));
  format->setTimeZone(*icu::TimeZone::getGMT());
  return format;
}

// ICU's formats are slow to make and not safe to share: one of each for a thread.
const icu::SimpleDateFormat& format_of(const char16_t* pattern) {
  thread_local std::map<const char16_t*, std::unique_ptr<icu::SimpleDateFormat>> formats;
  auto& format = formats[pattern];
  if (!format) format = make_format(pattern);
  return *format;
}

std::string written(const Date& date, const char16_t* pattern) {
  icu::UnicodeString text;
  format_of(pattern).format(to_udate(date), text);
  return to_utf8(text);
}

// Every sheet names the same few days and months: each is written once, and kept as long as there
// are not too many.
const std::string& formatted(const Date& date, const char16_t* pattern) {
  constexpr std::size_t kMostKept = 1'000;
  thread_local std::map<std::pair<const char16_t*, Date>, std::string> kept;
  const auto found = kept.find({pattern, date});
  if (found != kept.end()) return found->second;
  if (kept.size() == kMostKept) kept.clear();
  return kept.emplace(std::pair(pattern, date), written(date, pattern)).first->second;
}

const char16_t* pattern_of(DateStyle style) {
  switch (style) {
    case DateStyle::full:
      return kFullDate;
    case DateStyle::weekday:
      return kWeekdayDate;
    case DateStyle::brief:
      return kBriefDate;
  }
  return kFullDate;
}

Date first_day(Month month) {
  return month / std::chrono::day(1);
}

}  // namespace

std::variant<WrittenDate, Message> parse_date(std::string_view text) {
  const std::string typed = to_arabic(normalise(text));
  if (const auto fields = numeric_fields(typed)) return to_date(*fields, text);
  if (const auto fields = slashed_fields(typed)) return to_date(*fields, text);
  if (const auto fields = worded_fields(typed)) return to_date(*fields, text);
  return problem("date_unreadable", text);
}

std::variant<Period, Message> parse_period(std::string_view text) {
  const std::string typed = to_arabic(normalise(text));
  auto [left, right] = sides(typed).value_or(std::pair(typed, typed));
  if (!has_digit(left)) left += " " + last_word(right);
  const auto first = parse_month(left);
  if (const auto* message = std::get_if<Message>(&first)) return *message;
  const auto last = parse_month(right);
  if (const auto* message = std::get_if<Message>(&last)) return *message;
  const Period period{std::get<Month>(first), std::get<Month>(last)};
  if (period.last < period.first) return problem("period_backwards", text);
  return period;
}

std::string format_date(const Date& date, DateStyle style, Digits digits) {
  return with_digits(formatted(date, pattern_of(style)), digits);
}

std::string format_period(const Period& period, Digits digits) {
  if (period.first == period.last) return format_month(period.first, digits);
  const bool one_year = period.first.year() == period.last.year();
  const std::string& first =
      formatted(first_day(period.first), one_year ? kMonthAlone : kMonthAndYear);
  return with_digits(first, digits) + " - " + format_month(period.last, digits);
}

std::string format_month(Month month, Digits digits) {
  return with_digits(formatted(first_day(month), kMonthAndYear), digits);
}

}  // namespace chiwat::thai
