#include "xlsx/nearest_double.hpp"

#include <charconv>
#include <string>
#include <system_error>

#include "xlsx/write.hpp"

namespace chiwat::xlsx {

double nearest_double(const Number& number) {
  // from_chars rounds correctly and knows no locale.
  const std::string digits = number.to_scientific();
  double value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec != std::errc()) throw WriteError(digits + ": no number for an Excel cell");
  return value;
}

}  // namespace chiwat::xlsx
