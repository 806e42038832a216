#include "model/telephone.hpp"

#include <algorithm>

namespace chiwat::model {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Without what people put between the digits; "+66" and the zero after it as "0".
std::string compact(std::string_view text) {
  std::string number;
  for (const char c : text) {
    if (std::string_view(" -.()").find(c) == std::string_view::npos) number += c;
  }
  if (number.starts_with("+66")) number.replace(0, number.starts_with("+660") ? 4 : 3, "0");
  return number;
}

bool is_thai_number(std::string_view number) {
  if (number.size() < 2 || number[0] != '0' ||
      !std::all_of(number.begin(), number.end(), is_digit)) {
    return false;
  }
  const char second = number[1];
  if (number.size() == 10) return second == '6' || second == '8' || second == '9';
  return number.size() == 9 && second >= '2' && second <= '7';
}

std::string_view without_extension(std::string_view text) {
  return text.substr(0, text.find("ต่อ"));
}

}  // namespace

std::optional<BadTelephone> bad_telephone(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(",/"), text.size());
    const std::string number = compact(without_extension(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (number.empty() || is_thai_number(number)) continue;
    return BadTelephone{number, is_thai_number("0" + number) ? "0" + number : ""};
  }
  return std::nullopt;
}

}  // namespace chiwat::model
