// Finds what looks like a date, and lets parse_date say which.
#include "thai/find_dates.hpp"

#include <optional>
#include <tuple>
#include <variant>

#include "thai/date.hpp"
#include "thai/names.hpp"
#include "thai/search.hpp"

namespace chiwat::thai {
namespace {

// clang-format off
#define CHIWAT_MONTH                                                                          \
  u"(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|"     \
  u"ม\\.ค\\.|ก\\.พ\\.|มี\\.ค\\.|เม\\.ย\\.|พ\\.ค\\.|มิ\\.ย\\.|ก\\.ค\\.|ส\\.ค\\.|ก\\.ย\\.|ต\\.ค\\.|พ\\.ย\\.|ธ\\.ค\\.)"
#define CHIWAT_YEAR u"(?:พ\\.ศ\\. ?)?(?:[0-9]{4}|[0-9]{2})(?![0-9])"
#define CHIWAT_WEEKDAY u"วัน(?:อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์) ?(?:ที่)?"
#define CHIWAT_DAY u"(?<![0-9])[0-9]{1,2}"

constexpr const char16_t* kDate =
    u"(ภายใน ?)?((?:" CHIWAT_WEEKDAY u"|วันที่)? ?" CHIWAT_DAY u" ?" CHIWAT_MONTH u" ?" CHIWAT_YEAR u")";
constexpr const char16_t* kMonth =
    u"(ณ ?)?(?:เดือน ?)?((?<![0-9] ?)" CHIWAT_MONTH u" ?" CHIWAT_YEAR u")";
constexpr const char16_t* kPeriod =
    u"((?:" CHIWAT_DAY u" ?)?" CHIWAT_MONTH u")( ?" CHIWAT_YEAR u")? ?(?:-|–|—|ถึง) ?"
    u"((?:เดือน ?)?(?:" CHIWAT_DAY u" ?)?" CHIWAT_MONTH u")( ?" CHIWAT_YEAR u")";
// clang-format on

// The places of a pattern with a year in it: there is none without a digit.
std::vector<Found> found_in(std::string_view text, const char16_t* pattern) {
  const std::string typed = to_arabic(normalise(text));
  if (typed.find_first_of("0123456789") == std::string::npos) return {};
  return find_all(typed, pattern);
}

std::optional<WrittenDate> date_of(const std::string& words) {
  const auto parsed = parse_date(words);
  const auto* date = std::get_if<WrittenDate>(&parsed);
  return date ? std::optional(*date) : std::nullopt;
}

}  // namespace

std::vector<FoundDate> find_dates(std::string_view text) {
  std::vector<FoundDate> result;
  for (const Found& found : found_in(text, kDate)) {
    const std::string words = normalise(found.groups[1]);
    if (const auto date = date_of(words))
      result.push_back({words, *date, !found.groups[0].empty()});
  }
  return result;
}

std::vector<FoundMonth> find_months(std::string_view text) {
  std::vector<FoundMonth> result;
  for (const Found& found : found_in(text, kMonth)) {
    const auto date = date_of(found.groups[1]);
    if (date && !date->day) {
      result.push_back({found.groups[1], date->month, !found.groups[0].empty()});
    }
  }
  return result;
}

std::vector<FoundPeriod> find_periods(std::string_view text) {
  std::vector<FoundPeriod> result;
  for (const Found& found : found_in(text, kPeriod)) {
    const auto& [month, year, last_month, last_year] =
        std::tie(found.groups[0], found.groups[1], found.groups[2], found.groups[3]);
    const auto first = date_of(month + (year.empty() ? last_year : year));
    const auto last = date_of(last_month + last_year);
    if (first && last) result.push_back({found.whole, *first, *last});
  }
  return result;
}

}  // namespace chiwat::thai
