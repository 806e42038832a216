// An exact rational number: every baseline, target and score is one of these.
//
// Binary floating point never decides a number in chiwat: 345 x 10 % is exactly 34.5 and must round
// to 35. Arithmetic is done on 64-bit integers as long as they hold it, and beyond them by
// Boost.Multiprecision, which stays in number.cpp: its header is slow to compile.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace chiwat {

// How a value between two neighbours is settled; always named, never implied.
enum class Rounding {
  half_up,    // ties away from zero, as Excel's ROUND
  half_even,  // ties to the even neighbour
  half_down,  // ties towards zero
  ceiling,    // towards plus infinity
  floor,      // towards minus infinity
};

class Number {
 public:
  Number() = default;
  Number(std::int64_t value);               // NOLINT: 0 and 100 are written where a Number is meant
  Number(int value) : numerator_(value) {}  // NOLINT
  Number(double) = delete;

  // A decimal such as "-12.50", digits 0-9 and at most one point; nothing for any other text.
  static std::optional<Number> parse(std::string_view decimal);
  // Whether a decimal has at most 15 significant digits, which is all that a spreadsheet keeps.
  static bool spreadsheets_keep(std::string_view decimal);
  // 10 to the power of `exponent`, which may be negative.
  static Number power_of_ten(int exponent);

  Number& operator+=(const Number&);
  Number& operator-=(const Number&);
  Number& operator*=(const Number&);
  Number& operator/=(const Number&);  // the divisor must not be zero
  friend Number operator+(Number a, const Number& b) { return a += b; }
  friend Number operator-(Number a, const Number& b) { return a -= b; }
  friend Number operator*(Number a, const Number& b) { return a *= b; }
  friend Number operator/(Number a, const Number& b) { return a /= b; }
  Number operator-() const;

  friend bool operator==(const Number& a, const Number& b) { return a.compare(b) == 0; }
  friend std::strong_ordering operator<=>(const Number& a, const Number& b) {
    return a.compare(b) <=> 0;
  }

  bool is_zero() const;
  bool is_integer() const;
  Number numerator() const;    // of the reduced fraction; carries the sign
  Number denominator() const;  // of the reduced fraction; positive

  // The value, when it is an integer of at most 63 bits and a sign.
  std::optional<std::int64_t> to_int64() const;

  // Of two integers that are not negative.
  static Number greatest_common_divisor(const Number& a, const Number& b);

  // The value to `decimals` digits after the point; -1 is to tens.
  Number rounded(int decimals, Rounding mode) const;
  // The fewest digits after the point that show the value exactly; nothing for 1/3.
  std::optional<int> decimals() const;

  // "12.5", "-0.07"; a value without a finite decimal form as a fraction, "1/3".
  std::string to_string() const;
  // With exactly `decimals` digits after the point, rounded half up: "27.0".
  std::string to_fixed(int decimals) const;
  // At least 40 significant digits in scientific form, so that whoever reads it with a correctly
  // rounding reader gets the nearest binary value.
  std::string to_scientific() const;

 private:
  struct Wide;
  struct Access;
  int compare(const Number&) const;

  // The reduced fraction; the denominator is positive. A value has only one form: `wide_` is null
  // whenever 64 bits hold both parts, and otherwise these two mean nothing.
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
  std::shared_ptr<const Wide> wide_;
};

}  // namespace chiwat
