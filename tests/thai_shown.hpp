// Results as text, to stand beside what is expected.
#pragma once

#include <boost/test/unit_test.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/calendar.hpp"
#include "base/diagnostics.hpp"

namespace chiwat::thai {

using namespace std::chrono_literals;
using namespace std::string_literals;
using namespace std::string_view_literals;

inline std::string shown(const Message& message) {
  std::string text = message.id;
  for (const auto& [name, value] : message.arguments) {
    text += " " + name + "=" + std::get<std::string>(value);
  }
  return text;
}

inline std::string shown(const Date& date) {
  const auto number = [](unsigned value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
  };
  return std::to_string(static_cast<int>(date.year())) + "-" +
         number(static_cast<unsigned>(date.month())) + "-" +
         number(static_cast<unsigned>(date.day()));
}

inline std::string shown(const Month& month) {
  return shown(Date(month / 1d)).substr(0, 7);
}

inline std::string shown(const WrittenDate& date) {
  const std::string day = date.day ? shown(*date.date()) : shown(date.month);
  return date.weekday ? day + " weekday " + std::to_string(date.weekday->c_encoding()) : day;
}

inline std::string shown(const Period& period) {
  return shown(period.first) + ".." + shown(period.last);
}
inline std::string shown(const std::string& text) {
  return text;
}

template <class... T>
inline std::string shown(const std::variant<T...>& result) {
  return std::visit([](const auto& value) { return shown(value); }, result);
}

inline std::string shown(const std::optional<std::string>& text) {
  return text.value_or("(nothing)");
}

inline std::string shown(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (&line == &lines.front() ? "" : "|") + line;
  return text;
}

}  // namespace chiwat::thai
