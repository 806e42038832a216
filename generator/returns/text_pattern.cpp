#include "returns/text_pattern.hpp"

#include <variant>

#include "thai/digits.hpp"
#include "thai/names.hpp"

namespace chiwat::returns {
namespace {

constexpr char kOpen = '\x01', kClose = '\x02';  // no template can hold these

std::string open_place(const std::string& name) {
  return kOpen + name + kClose;
}

void leave_open(thai::Arguments& arguments) {
  for (const char* name : {"district", "province", "month", "quarter", "round", "round_months",
                           "fiscal_year", "fiscal_year_short", "previous_year", "next_year",
                           "calendar_year", "deadline", "fiscal_months"}) {
    const auto known = arguments.find(name);
    if (known != arguments.end()) known->second = open_place(name);
  }
  const auto place = arguments.find("place");
  if (place == arguments.end()) return;
  const auto* words = std::get_if<std::string>(&place->second);
  const bool has_district = words && words->starts_with("อำเภอ");
  place->second = std::string(has_district ? "อำเภอ" + open_place("district") + " " : "") +
                  "จังหวัด" + open_place("province");
}

}  // namespace

std::string words_of(const document::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    return thai::to_arabic(thai::normalise(*text));
  }
  if (const auto* number = std::get_if<Number>(&value)) return number->to_string();
  if (const auto* formula = std::get_if<document::Formula>(&value)) {
    if (const auto* text = std::get_if<std::string>(&formula->value)) return words_of(*text);
  }
  return "";
}

TextPattern::TextPattern(const form::Text& text, thai::Arguments arguments) {
  leave_open(arguments);
  const std::string whole = words_of(form::formatted(text, arguments, thai::Digits::arabic));
  std::size_t at = 0;
  for (std::size_t open = whole.find(kOpen); open != std::string::npos;
       open = whole.find(kOpen, at)) {
    const std::size_t close = whole.find(kClose, open);
    literals_.push_back(whole.substr(at, open - at));
    names_.push_back(whole.substr(open + 1, close - open - 1));
    at = close + 1;
  }
  literals_.push_back(whole.substr(at));
}

std::optional<std::map<std::string, std::string>> TextPattern::match(
    const std::string& words) const {
  if (!words.starts_with(literals_.front())) return std::nullopt;
  std::map<std::string, std::string> found;
  std::size_t at = literals_.front().size();
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const std::string& next = literals_[i + 1];
    const bool is_last = i + 1 == names_.size();
    // The last words must stand at the end.
    const std::size_t end = !is_last       ? words.find(next, at)
                            : next.empty() ? words.size()
                            : words.size() >= at + next.size() && words.ends_with(next)
                                ? words.size() - next.size()
                                : std::string::npos;
    if (end == std::string::npos) return std::nullopt;
    found.emplace(names_[i], thai::normalise(words.substr(at, end - at)));
    at = end + next.size();
  }
  return at == words.size() ? std::optional(found) : std::nullopt;
}

}  // namespace chiwat::returns
