#include "xlsx/nearest_double.hpp"

#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <system_error>

#include "xlsx/write.hpp"

namespace chiwat::xlsx {
namespace {

// A double holds every integer up to here, and divides two of them to the nearest double.
constexpr std::int64_t kLargestExact = std::int64_t{1} << std::numeric_limits<double>::digits;

std::optional<double> exact(const Number& integer) {
  const auto value = integer.to_int64();
  if (!value || *value > kLargestExact || *value < -kLargestExact) return std::nullopt;
  return static_cast<double>(*value);
}

}  // namespace

double nearest_double(const Number& number) {
  const auto top = exact(number.numerator());
  const auto bottom = exact(number.denominator());
  if (top && bottom) return *top / *bottom;
  // from_chars rounds correctly and knows no locale.
  const std::string digits = number.to_scientific();
  double value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec != std::errc() && number > Number(-1) && number < Number(1)) return 0;
  if (result.ec != std::errc()) throw WriteError(digits + ": no number for an Excel cell");
  return value;
}

}  // namespace chiwat::xlsx
