#include "base/number.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cassert>
#include <charconv>
#include <limits>
#include <numeric>
#include <utility>

namespace chiwat {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

struct Number::Wide {
  cpp_rational value;
};

namespace {

// Symmetric, so that every sign can be turned.
constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kSmallest = -kLargest;

// Each is false, with nothing of worth in `result`, when 64 bits do not hold the result.
bool add(std::int64_t a, std::int64_t b, std::int64_t& result) {
  return !__builtin_add_overflow(a, b, &result) && result >= kSmallest;
}
bool multiply(std::int64_t a, std::int64_t b, std::int64_t& result) {
  return !__builtin_mul_overflow(a, b, &result) && result >= kSmallest;
}

bool is_narrow(const cpp_int& value) {
  return value >= kSmallest && value <= kLargest;
}

}  // namespace

// Between the two forms of a value.
struct Number::Access {
  static Number narrow(std::int64_t numerator, std::int64_t denominator) {
    Number number;
    const std::int64_t divisor = denominator == 1 ? 1 : std::gcd(numerator, denominator);
    number.numerator_ = numerator / divisor;
    number.denominator_ = denominator / divisor;
    return number;
  }

  static cpp_rational wide(const Number& number) {
    if (number.wide_) return number.wide_->value;
    return cpp_rational(cpp_int(number.numerator_), cpp_int(number.denominator_));
  }

  static Number make(cpp_rational value) {
    const cpp_int top = boost::multiprecision::numerator(value);
    const cpp_int bottom = boost::multiprecision::denominator(value);
    if (is_narrow(top) && is_narrow(bottom)) {
      return narrow(static_cast<std::int64_t>(top), static_cast<std::int64_t>(bottom));
    }
    Number number;
    number.wide_ = std::make_shared<const Wide>(Wide{std::move(value)});
    return number;
  }
  static Number make(const cpp_int& value) { return make(cpp_rational(value)); }
};

namespace {

template <class Integer>
Integer rounded_quotient(const Integer& numerator, const Integer& denominator, Rounding mode) {
  Integer below = numerator / denominator;  // truncates
  Integer rest = numerator % denominator;
  if (rest < 0) {
    --below;
    rest += denominator;
  }
  if (rest == 0) return below;
  const Integer above = below + 1;
  switch (mode) {
    case Rounding::floor:
      return below;
    case Rounding::ceiling:
      return above;
    default:
      break;
  }
  const Integer left = denominator - rest;
  if (rest != left) return rest > left ? above : below;
  const bool negative = numerator < 0;
  switch (mode) {
    case Rounding::half_even:
      return below % 2 == 0 ? below : above;
    case Rounding::half_down:
      return negative ? above : below;
    default:
      return negative ? below : above;
  }
}

// The decimals of a reduced fraction with this denominator.
template <class Integer>
std::optional<int> decimals_over(Integer denominator) {
  int twos = 0;
  int fives = 0;
  for (; denominator % 2 == 0; denominator /= 2) ++twos;
  for (; denominator % 5 == 0; denominator /= 5) ++fives;
  if (denominator != 1) return std::nullopt;
  return std::max(twos, fives);
}

// An integer's digits with a point before the last `decimals` of them.
std::string with_point(std::string digits, int decimals) {
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  const auto places = static_cast<std::size_t>(decimals);
  const std::size_t count = digits.size() - first;
  if (count <= places) digits.insert(first, places + 1 - count, '0');
  if (places > 0) digits.insert(digits.size() - places, ".");
  return digits;
}

cpp_int power(int exponent) {
  return boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(exponent));
}

}  // namespace

Number::Number(std::int64_t value) : numerator_(value) {
  if (value < kSmallest) *this = Access::make(cpp_int(value));
}

std::optional<Number> Number::parse(std::string_view decimal) {
  std::string_view rest = decimal;
  const bool negative = rest.starts_with('-');
  if (negative) rest.remove_prefix(1);
  std::string digits;
  int places = -1;
  for (const char c : rest) {
    if (c == '.' && places < 0) {
      places = 0;
    } else if (c >= '0' && c <= '9') {
      digits += c;
      if (places >= 0) ++places;
    } else {
      return std::nullopt;
    }
  }
  if (digits.empty() || rest.starts_with('.') || rest.ends_with('.')) return std::nullopt;
  // A leading zero would make cpp_int read octal.
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  const int decimals = std::max(places, 0);
  constexpr int kNarrow = std::numeric_limits<std::int64_t>::digits10;
  if (digits.size() <= kNarrow && decimals <= kNarrow) {
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    return Access::narrow(negative ? -value : value, scale);
  }
  const cpp_rational value(cpp_int(digits), power(decimals));
  return Access::make(negative ? cpp_rational(-value) : value);
}

bool Number::spreadsheets_keep(std::string_view decimal) {
  constexpr std::size_t kKept = 15;
  std::string digits;
  for (const char c : decimal) {
    if (c >= '0' && c <= '9') digits += c;
  }
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits.size() <= kKept + std::min(digits.find_first_not_of('0'), digits.size());
}

Number Number::power_of_ten(int exponent) {
  Number power = 1;
  for (int i = 0; i < std::abs(exponent); ++i) power *= 10;
  return exponent < 0 ? Number(1) / power : power;
}

Number& Number::operator+=(const Number& other) {
  std::int64_t left, right, top, bottom;
  if (!wide_ && !other.wide_ && multiply(numerator_, other.denominator_, left) &&
      multiply(other.numerator_, denominator_, right) && add(left, right, top) &&
      multiply(denominator_, other.denominator_, bottom)) {
    return *this = Access::narrow(top, bottom);
  }
  return *this = Access::make(Access::wide(*this) + Access::wide(other));
}
Number& Number::operator-=(const Number& other) {
  return *this += -other;
}
Number& Number::operator*=(const Number& other) {
  std::int64_t top, bottom;
  if (!wide_ && !other.wide_ && multiply(numerator_, other.numerator_, top) &&
      multiply(denominator_, other.denominator_, bottom)) {
    return *this = Access::narrow(top, bottom);
  }
  return *this = Access::make(Access::wide(*this) * Access::wide(other));
}
Number& Number::operator/=(const Number& other) {
  assert(!other.is_zero());
  if (other.wide_) return *this = Access::make(Access::wide(*this) / Access::wide(other));
  const int sign = other.numerator_ < 0 ? -1 : 1;
  Number reciprocal;
  reciprocal.numerator_ = sign * other.denominator_;
  reciprocal.denominator_ = sign * other.numerator_;
  return *this *= reciprocal;
}
Number Number::operator-() const {
  if (wide_) return Access::make(-wide_->value);
  Number result = *this;
  result.numerator_ = -numerator_;
  return result;
}

int Number::compare(const Number& other) const {
  std::int64_t left, right;
  if (!wide_ && !other.wide_ && multiply(numerator_, other.denominator_, left) &&
      multiply(other.numerator_, denominator_, right)) {
    return left < right ? -1 : left > right;
  }
  return Access::wide(*this).compare(Access::wide(other));
}

bool Number::is_zero() const {
  return !wide_ && numerator_ == 0;
}
bool Number::is_integer() const {
  if (wide_) return boost::multiprecision::denominator(wide_->value) == 1;
  return denominator_ == 1;
}
Number Number::numerator() const {
  if (wide_) return Access::make(boost::multiprecision::numerator(wide_->value));
  return numerator_;
}
Number Number::denominator() const {
  if (wide_) return Access::make(boost::multiprecision::denominator(wide_->value));
  return denominator_;
}

std::optional<std::int64_t> Number::to_int64() const {
  if (wide_ || denominator_ != 1) return std::nullopt;
  return numerator_;
}

Number Number::greatest_common_divisor(const Number& a, const Number& b) {
  if (!a.wide_ && !b.wide_) return std::gcd(a.numerator_, b.numerator_);
  return Access::make(
      cpp_int(boost::multiprecision::gcd(boost::multiprecision::numerator(Access::wide(a)),
                                         boost::multiprecision::numerator(Access::wide(b)))));
}

Number Number::rounded(int decimals, Rounding mode) const {
  if (decimals >= 0 && is_integer()) return *this;
  const Number scale = power_of_ten(decimals);
  const Number scaled = *this * scale;
  if (!scaled.wide_) {
    return Number(rounded_quotient(scaled.numerator_, scaled.denominator_, mode)) / scale;
  }
  const cpp_rational& value = scaled.wide_->value;
  return Access::make(rounded_quotient<cpp_int>(boost::multiprecision::numerator(value),
                                                boost::multiprecision::denominator(value), mode)) /
         scale;
}

std::optional<int> Number::decimals() const {
  if (wide_) return decimals_over<cpp_int>(boost::multiprecision::denominator(wide_->value));
  return decimals_over(denominator_);
}

std::string Number::to_string() const {
  if (const auto places = decimals()) return to_fixed(*places);
  return Access::wide(*this).str();
}

std::string Number::to_fixed(int decimals) const {
  assert(decimals >= 0);
  const Number shown = rounded(decimals, Rounding::half_up) * power_of_ten(decimals);
  if (!shown.wide_) return with_point(std::to_string(shown.numerator_), decimals);
  return with_point(boost::multiprecision::numerator(shown.wide_->value).str(), decimals);
}

std::string Number::to_scientific() const {
  constexpr int kDigits = 40;
  const cpp_rational value = Access::wide(*this);
  if (value == 0) return "0";
  const cpp_int top = abs(boost::multiprecision::numerator(value));
  const cpp_int bottom = boost::multiprecision::denominator(value);
  // Enough powers of ten for at least kDigits digits before the point.
  const int shift =
      kDigits + static_cast<int>(bottom.str().size()) - static_cast<int>(top.str().size()) + 1;
  const cpp_int scaled_top = shift >= 0 ? cpp_int(top * power(shift)) : top;
  const cpp_int scaled_bottom = shift >= 0 ? bottom : cpp_int(bottom * power(-shift));
  cpp_int digits = scaled_top / scaled_bottom;
  // A digit that is not zero after the last one, where something was cut off: a reader on a tie
  // between two binary values then goes the right way.
  const bool cut = digits * scaled_bottom != scaled_top;
  return (value < 0 ? "-" : "") + digits.str() + (cut ? "1" : "0") + "e" +
         std::to_string(-shift - 1);
}

}  // namespace chiwat
