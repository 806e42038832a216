#include "cli/asked_months.hpp"

#include <string>
#include <vector>

#include "thai/date.hpp"
#include "thai/names.hpp"

namespace chiwat::cli {
namespace {

constexpr int kLeastBuddhistYear = 2400;
constexpr int kBuddhistCentury = 2500;

Message wanted(const char* option, const char* known) {
  return {"usage_option_value", {{"option", option}, {"known", known}}};
}

// The runs of digits of a text, and what is left of it.
struct Parts {
  std::vector<int> numbers;
  std::string rest;
};

Parts parts(const std::string& text) {
  Parts result;
  bool in_number = false;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    if (is_digit && !in_number) result.numbers.push_back(0);
    if (is_digit && result.numbers.back() < 10'000) {
      result.numbers.back() = result.numbers.back() * 10 + (c - '0');
    }
    if (!is_digit && c != ' ' && c != '-' && c != '/') result.rest += c;
    in_number = is_digit;
  }
  return result;
}

// 68 is 2568; nothing for what is no Buddhist year.
std::optional<int> buddhist_year(int number) {
  if (number >= 10 && number < 100) return kBuddhistCentury + number;
  if (number < kLeastBuddhistYear || number > 9999) return std::nullopt;
  return number;
}

bool is_quarter(int number) {
  return number >= 1 && number <= 4;
}

std::string in_words(const AskedMonths& asked, const Period& months) {
  const std::string words = thai::format_period(months, thai::Digits::arabic);
  const auto* quarter = std::get_if<AskedQuarter>(&asked);
  return quarter ? "ไตรมาส " + std::to_string(quarter->number) + " (" + words + ")" : words;
}

}  // namespace

std::variant<Month, Message> read_month(std::string_view text) {
  const auto read = thai::parse_date(text);
  const auto* date = std::get_if<WrittenDate>(&read);
  if (date && !date->day) return date->month;
  const auto* problem = std::get_if<Message>(&read);
  if (problem && problem->id == "year_not_buddhist") return *problem;
  return wanted("--month", "2568-01, มกราคม 2568, ม.ค. 68, …");
}

std::variant<AskedQuarter, Message> read_quarter(std::string_view text) {
  const Parts found = parts(thai::to_arabic(thai::normalise(text)));
  const bool is_named = found.rest.empty() || found.rest == "ไตรมาส" || found.rest == "ไตรมาสที่";
  const auto& numbers = found.numbers;
  if (is_named && numbers.size() == 1 && is_quarter(numbers[0])) {
    return AskedQuarter{std::nullopt, numbers[0]};
  }
  for (const std::size_t first : {0u, 1u}) {
    if (!is_named || numbers.size() != 2 || !is_quarter(numbers[first])) continue;
    if (const auto year = buddhist_year(numbers[1 - first])) {
      return AskedQuarter{year, numbers[first]};
    }
  }
  return wanted("--quarter", "1, 2, 3, 4, 2568-2, ไตรมาส 2/2568, …");
}

std::variant<Period, Message> months_of(const AskedMonths& asked, int year) {
  const auto* quarter = std::get_if<AskedQuarter>(&asked);
  const Period months = quarter
                            ? fiscal_quarter(quarter->fiscal_year.value_or(year), quarter->number)
                            : Period{std::get<Month>(asked), std::get<Month>(asked)};
  const Period known = fiscal_year(year);
  if (holds(known, months.first)) return months;
  return Message{"usage_month_outside",
                 {{"found", in_words(asked, months)},
                  {"year", std::to_string(year)},
                  {"months", thai::format_period(known, thai::Digits::arabic)}}};
}

}  // namespace chiwat::cli
