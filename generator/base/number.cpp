#include "base/number.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cassert>
#include <new>
#include <utility>

namespace chiwat {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

// The one door between the opaque storage and the rational that lives in it.
struct Number::Access {
  static_assert(sizeof(cpp_rational) <= kSize && alignof(cpp_rational) <= 16);

  static cpp_rational& of(Number& number) {
    return *std::launder(reinterpret_cast<cpp_rational*>(number.storage_));
  }
  static const cpp_rational& of(const Number& number) {
    return *std::launder(reinterpret_cast<const cpp_rational*>(number.storage_));
  }
  static Number make(cpp_rational value) {
    Number number;
    of(number) = std::move(value);
    return number;
  }
};

namespace {

cpp_int power(int exponent) {
  return boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(exponent));
}

cpp_int floor_of(const cpp_int& numerator, const cpp_int& denominator) {
  cpp_int quotient = numerator / denominator;  // truncates
  if (numerator < 0 && quotient * denominator != numerator) --quotient;
  return quotient;
}

cpp_int to_integer(const cpp_rational& value, Rounding mode) {
  const cpp_int below = floor_of(numerator(value), denominator(value));
  const cpp_rational rest = value - below;
  if (rest == 0) return below;
  switch (mode) {
    case Rounding::floor:
      return below;
    case Rounding::ceiling:
      return below + 1;
    default:
      break;
  }
  const int side = cpp_rational(rest * 2).compare(1);
  if (side != 0) return side > 0 ? cpp_int(below + 1) : below;
  const bool negative = value < 0;
  switch (mode) {
    case Rounding::half_even:
      return below % 2 == 0 ? below : cpp_int(below + 1);
    case Rounding::half_down:
      return negative ? cpp_int(below + 1) : below;
    default:
      return negative ? below : cpp_int(below + 1);
  }
}

// The digits of an integer with a point before the last `decimals` of them.
std::string with_point(const cpp_int& scaled, int decimals) {
  std::string digits = cpp_int(abs(scaled)).str();
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, ".");
  return scaled < 0 ? "-" + digits : digits;
}

}  // namespace

Number::Number() {
  new (storage_) cpp_rational();
}
Number::Number(std::int64_t value) {
  new (storage_) cpp_rational(value);
}
Number::Number(const Number& other) {
  new (storage_) cpp_rational(Access::of(other));
}
Number::Number(Number&& other) noexcept {
  new (storage_) cpp_rational(std::move(Access::of(other)));
}
Number& Number::operator=(const Number& other) {
  Access::of(*this) = Access::of(other);
  return *this;
}
Number& Number::operator=(Number&& other) noexcept {
  Access::of(*this) = std::move(Access::of(other));
  return *this;
}
Number::~Number() {
  Access::of(*this).~cpp_rational();
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
  const cpp_rational value(cpp_int(digits), power(std::max(places, 0)));
  return Access::make(negative ? cpp_rational(-value) : value);
}

Number Number::power_of_ten(int exponent) {
  if (exponent >= 0) return Access::make(cpp_rational(power(exponent)));
  return Access::make(cpp_rational(cpp_int(1), power(-exponent)));
}

Number& Number::operator+=(const Number& other) {
  Access::of(*this) += Access::of(other);
  return *this;
}
Number& Number::operator-=(const Number& other) {
  Access::of(*this) -= Access::of(other);
  return *this;
}
Number& Number::operator*=(const Number& other) {
  Access::of(*this) *= Access::of(other);
  return *this;
}
Number& Number::operator/=(const Number& other) {
  assert(!other.is_zero());
  Access::of(*this) /= Access::of(other);
  return *this;
}
Number Number::operator-() const {
  return Access::make(-Access::of(*this));
}

int Number::compare(const Number& other) const {
  return Access::of(*this).compare(Access::of(other));
}

bool Number::is_zero() const {
  return Access::of(*this) == 0;
}
bool Number::is_integer() const {
  return boost::multiprecision::denominator(Access::of(*this)) == 1;
}
Number Number::numerator() const {
  return Access::make(cpp_rational(boost::multiprecision::numerator(Access::of(*this))));
}
Number Number::denominator() const {
  return Access::make(cpp_rational(boost::multiprecision::denominator(Access::of(*this))));
}

Number Number::greatest_common_divisor(const Number& a, const Number& b) {
  return Access::make(
      cpp_rational(boost::multiprecision::gcd(boost::multiprecision::numerator(Access::of(a)),
                                              boost::multiprecision::numerator(Access::of(b)))));
}

Number Number::rounded(int decimals, Rounding mode) const {
  const Number scale = power_of_ten(decimals);
  const cpp_rational scaled = Access::of(*this) * Access::of(scale);
  return Access::make(cpp_rational(to_integer(scaled, mode))) / scale;
}

std::optional<int> Number::decimals() const {
  cpp_int rest = boost::multiprecision::denominator(Access::of(*this));
  int twos = 0;
  int fives = 0;
  for (; rest % 2 == 0; rest /= 2) ++twos;
  for (; rest % 5 == 0; rest /= 5) ++fives;
  if (rest != 1) return std::nullopt;
  return std::max(twos, fives);
}

std::string Number::to_string() const {
  if (const auto places = decimals()) return to_fixed(*places);
  return Access::of(*this).str();
}

std::string Number::to_fixed(int decimals) const {
  const Number rounded_value = rounded(decimals, Rounding::half_up) * power_of_ten(decimals);
  return with_point(boost::multiprecision::numerator(Access::of(rounded_value)), decimals);
}

std::string Number::to_scientific() const {
  constexpr int kDigits = 40;
  const cpp_rational& value = Access::of(*this);
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
