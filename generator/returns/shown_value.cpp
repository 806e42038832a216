#include "returns/shown_value.hpp"

#include <variant>

#include "thai/date.hpp"
#include "thai/names.hpp"

namespace chiwat::returns {
namespace {

constexpr std::size_t kLongest = 300;  // bytes

// In whole characters.
std::string brief(std::string text) {
  if (text.size() <= kLongest) return text;
  text.resize(kLongest);
  while (!thai::is_valid_utf8(text)) text.pop_back();
  return text + "…";
}

}  // namespace

bool is_blank(const document::Value& value) {
  return std::holds_alternative<document::Blank>(value);
}

std::string shown(const document::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return brief(thai::normalise(*text));
  if (const auto* number = std::get_if<Number>(&value)) return number->to_string();
  if (const auto* date = std::get_if<Date>(&value)) {
    return thai::format_date(*date, thai::DateStyle::full, thai::Digits::arabic);
  }
  if (const auto* formula = std::get_if<document::Formula>(&value))
    return brief("=" + formula->text);
  if (const auto* failed = std::get_if<document::ErrorValue>(&value)) return failed->code;
  const auto* truth = std::get_if<bool>(&value);
  return truth ? (*truth ? "TRUE" : "FALSE") : "";
}

}  // namespace chiwat::returns
