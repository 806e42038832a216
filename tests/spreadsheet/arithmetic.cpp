#include "spreadsheet/arithmetic.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace chiwat::spreadsheet {
namespace {

bool is_integer(double x) {
  return std::fabs(x) < 1e15 && std::trunc(x) == x;
}

// ROUND as the textbook has it.
double round_plainly(double x) {
  return std::copysign(std::floor(std::fabs(x) + 0.5), x);
}

// The nearest decimal of 15 significant digits, by which Excel displays, compares and rounds
// (Microsoft, "Floating-point arithmetic may give inaccurate results in Excel": 15 digits of
// precision).
double to_15_digits(double x) {
  if (is_integer(x)) return x;
  std::array<char, 32> text;
  const auto end =
      std::to_chars(text.begin(), text.end(), x, std::chars_format::scientific, 14).ptr;
  double result = x;
  std::from_chars(text.begin(), end, result);
  return result;
}

double round_15_digits(double x) {
  return round_plainly(to_15_digits(x));
}

// LibreOffice up to 6: a correction of 9 units in the digit after the 15th is added to the half
// (sal/rtl/math.cxx, rtl_math_round, "Corrected").
double round_with_correction(double x) {
  const double size = std::fabs(x);
  const int exponent = size > 0 ? static_cast<int>(std::floor(std::log10(size))) : 0;
  const int digits = std::min(15, 15 - exponent);
  const double correction = digits <= 1 ? 0 : 9 * std::pow(10.0, -digits);
  return std::copysign(std::floor(size + 0.5 + correction), x);
}

double integer_plainly(double x) {
  return std::floor(x);
}

// LibreOffice: INT is approxFloor, the floor of the value rounded to 15 significant digits by
// scaling with a power of ten (rtl_math_approxValue).
double integer_approximately(double x) {
  if (x == 0 || is_integer(x) || std::fabs(x) > 0x1p41) return std::floor(x);
  const int scale = 14 - static_cast<int>(std::floor(std::log10(std::fabs(x))));
  const double power = std::pow(10.0, std::abs(scale));
  const double digits = std::round(scale < 0 ? x / power : x * power);
  return std::floor(scale < 0 ? digits * power : digits / power);
}

bool equal_exactly(double a, double b) {
  return a == b;
}

// Excel compares both sides rounded to 15 significant digits.
bool equal_to_15_digits(double a, double b) {
  return a == b || to_15_digits(a) == to_15_digits(b);
}

// LibreOffice: the difference is below 2^-48 of either, and not all three are integers
// (rtl_math_approxEqual).
bool equal_approximately(double a, double b) {
  if (a == b) return true;
  if (a == 0 || b == 0) return false;
  const double difference = std::fabs(a - b);
  if (is_integer(difference) && is_integer(a) && is_integer(b)) return false;
  return difference < std::fabs(a) * 0x1p-48 && difference < std::fabs(b) * 0x1p-48;
}

template <class Part>
struct Named {
  const char* name;
  Part part;
};

std::vector<Arithmetic> mix() {
  constexpr std::array kRounds{Named{"ROUND plain", round_plainly},
                               Named{"ROUND 15 digits", round_15_digits},
                               Named{"ROUND corrected", round_with_correction}};
  constexpr std::array kIntegers{Named{"INT plain", integer_plainly},
                                 Named{"INT approximate", integer_approximately}};
  constexpr std::array kEquals{Named{"= exact", equal_exactly},
                               Named{"= 15 digits", equal_to_15_digits},
                               Named{"= approximate", equal_approximately}};
  std::vector<Arithmetic> result;
  for (const auto& round : kRounds) {
    for (const auto& integer : kIntegers) {
      for (const auto& equal : kEquals) {
        for (const bool drops : {false, true}) {
          for (const bool wide : {false, true}) {
            const std::string name = std::string(round.name) + ", " + integer.name + ", " +
                                     equal.name + (drops ? ", tiny sums dropped" : "") +
                                     (wide ? ", 80-bit steps" : "");
            result.push_back({name, round.part, integer.part, equal.part, drops, wide});
          }
        }
      }
    }
  }
  return result;
}

}  // namespace

// Excel stores the result of each operation in 64 bits; where the operation itself is done in the
// 80 bits of the x87, it is rounded twice.
double Arithmetic::product(double a, double b) const {
  if (!has_80_bit_steps) return a * b;
  return static_cast<double>(static_cast<long double>(a) * b);
}

double Arithmetic::quotient(double a, double b) const {
  if (!has_80_bit_steps) return a / b;
  return static_cast<double>(static_cast<long double>(a) / b);
}

// Both programs call a sum zero that is only the noise of its operands (Microsoft, the same
// article: "Excel 97 introduced an optimization"; LibreOffice: rtl::math::approxAdd).
double Arithmetic::sum(double a, double b) const {
  if (drops_tiny_sums && a != 0 && b != 0 && equal(a, -b)) return 0;
  if (!has_80_bit_steps) return a + b;
  return static_cast<double>(static_cast<long double>(a) + b);
}

const std::vector<Arithmetic>& programs() {
  static const std::vector<Arithmetic> all{
      {"IEEE 754", round_plainly, integer_plainly, equal_exactly},
      {"Excel", round_15_digits, integer_plainly, equal_to_15_digits, true},
      {"LibreOffice 5", round_with_correction, integer_approximately, equal_approximately, true},
      {"LibreOffice 7", round_plainly, integer_approximately, equal_approximately, true},
  };
  return all;
}

const std::vector<Arithmetic>& mixtures() {
  static const std::vector<Arithmetic> all = mix();
  return all;
}

}  // namespace chiwat::spreadsheet
