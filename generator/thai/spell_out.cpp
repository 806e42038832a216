#include "thai/spell_out.hpp"

#include <cstddef>
#include <string_view>

namespace chiwat::thai {
namespace {

constexpr std::size_t kGroup = 6;  // digits below a million
constexpr const char* kDigits[] = {"ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่",
                                   "ห้า",  "หก",  "เจ็ด", "แปด", "เก้า"};
constexpr const char* kPlaces[] = {"", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"};

bool is_zero(std::string_view digits) {
  return digits.find_first_not_of('0') == std::string_view::npos;
}

// One digit at its place below a million; nothing for a zero.
std::string spell_digit(char digit, std::size_t place, bool has_higher) {
  if (digit == '0') return "";
  if (place == 0 && digit == '1' && has_higher) return "เอ็ด";
  if (place == 1 && digit == '1') return kPlaces[place];
  if (place == 1 && digit == '2') return std::string("ยี่") + kPlaces[place];
  return std::string(kDigits[digit - '0']) + kPlaces[place];
}

std::string spell_integer(std::string_view digits) {
  if (is_zero(digits)) return kDigits[0];
  std::string words;
  bool has_higher = false;
  if (digits.size() > kGroup) {
    const std::string_view millions = digits.substr(0, digits.size() - kGroup);
    digits.remove_prefix(millions.size());
    has_higher = !is_zero(millions);
    if (has_higher) words = spell_integer(millions) + "ล้าน";
  }
  for (std::size_t i = 0; i < digits.size(); ++i) {
    words += spell_digit(digits[i], digits.size() - 1 - i, has_higher);
    has_higher = has_higher || digits[i] != '0';
  }
  return words;
}

// A number of to_fixed() in its parts.
struct Parts {
  std::string sign, whole, fraction;
};

Parts parts_of(const Number& number, int decimals) {
  Parts parts;
  parts.whole = number.to_fixed(decimals);
  if (parts.whole.starts_with('-')) {
    parts.sign = "ลบ";
    parts.whole.erase(0, 1);
  }
  if (const std::size_t point = parts.whole.find('.'); point != std::string::npos) {
    parts.fraction = parts.whole.substr(point + 1);
    parts.whole.resize(point);
  }
  return parts;
}

}  // namespace

std::string spell_out(const Number& number, int decimals) {
  const Parts parts = parts_of(number, decimals);
  std::string words = parts.sign + spell_integer(parts.whole);
  if (!parts.fraction.empty()) words += "จุด";
  for (const char digit : parts.fraction) words += kDigits[digit - '0'];
  return words;
}

std::string spell_out_baht(const Number& amount) {
  const auto [sign, baht, satang] = parts_of(amount, 2);
  if (is_zero(satang)) return sign + spell_integer(baht) + "บาทถ้วน";
  const std::string whole = is_zero(baht) ? "" : spell_integer(baht) + "บาท";
  return sign + whole + spell_integer(satang) + "สตางค์";
}

}  // namespace chiwat::thai
