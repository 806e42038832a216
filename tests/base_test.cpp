// Exact numbers, and the calendar's few facts.
#define BOOST_TEST_MODULE base
#include "base/calendar.hpp"
#include "base/number.hpp"

#include <boost/test/unit_test.hpp>
#include <limits>
#include <ostream>

namespace chiwat {

std::ostream& operator<<(std::ostream& out, const Number& number) {
  return out << number.to_string();
}

namespace {

Number n(const char* text) {
  return Number::parse(text).value();
}

BOOST_AUTO_TEST_CASE(reads_decimals_and_nothing_else) {
  BOOST_TEST(n("12.50").to_string() == "12.5");
  BOOST_TEST(n("-0.07").to_string() == "-0.07");
  BOOST_TEST(n("007").to_string() == "7");
  BOOST_TEST(n("0").to_string() == "0");
  BOOST_TEST(n("123456789012345678901234567890.5").to_string() ==
             "123456789012345678901234567890.5");
  // About the limits of 64 bits.
  for (const char* text : {"-999999999999999999", "9223372036854775808", "1234567890.123456789",
                           "0.000000000000000001", "-0.0000000000000000001"}) {
    BOOST_TEST(n(text).to_string() == text);
  }
  for (const char* bad : {"", "-", ".", ".5", "5.", "1.2.3", "1e3", "0x10", " 1", "+1", "๑"}) {
    BOOST_TEST(!Number::parse(bad).has_value(), bad);
  }
}

BOOST_AUTO_TEST_CASE(spreadsheets_keep_fifteen_digits) {
  for (const char* kept : {"0", "123456789012345", "0.00000123456789012345", "-1234567890.12345",
                           "12345678901234500000", "000123456789012345"}) {
    BOOST_TEST(Number::spreadsheets_keep(kept), kept);
  }
  for (const char* lost : {"1234567890123456", "1.234567890123456", "-100000000000000.1"}) {
    BOOST_TEST(!Number::spreadsheets_keep(lost), lost);
  }
}

BOOST_AUTO_TEST_CASE(shares_are_exact) {
  BOOST_TEST(Number(345) * n("0.1") == n("34.5"));
  BOOST_TEST(Number(450) * 7 / 100 == n("31.5"));
  BOOST_TEST((Number(1) / 3 * 3) == Number(1));
  BOOST_TEST((Number(1) / 3).to_string() == "1/3");
}

// Named in rules.md: half up is away from zero, half down towards it.
BOOST_AUTO_TEST_CASE(each_rounding_settles_a_tie_its_own_way) {
  struct Case {
    const char* value;
    const char *half_up, *half_even, *half_down, *ceiling, *floor;
  };
  const Case cases[] = {
      {"4.5", "5", "4", "4", "5", "4"},       {"5.5", "6", "6", "5", "6", "5"},
      {"-4.5", "-5", "-4", "-4", "-4", "-5"}, {"-5.5", "-6", "-6", "-5", "-5", "-6"},
      {"4.4", "4", "4", "4", "5", "4"},       {"4.6", "5", "5", "5", "5", "4"},
      {"-4.4", "-4", "-4", "-4", "-4", "-5"}, {"-4.6", "-5", "-5", "-5", "-4", "-5"},
      {"7", "7", "7", "7", "7", "7"},         {"0", "0", "0", "0", "0", "0"},
  };
  for (const Case& c : cases) {
    const Number value = n(c.value);
    BOOST_TEST(value.rounded(0, Rounding::half_up).to_string() == c.half_up);
    BOOST_TEST(value.rounded(0, Rounding::half_even).to_string() == c.half_even);
    BOOST_TEST(value.rounded(0, Rounding::half_down).to_string() == c.half_down);
    BOOST_TEST(value.rounded(0, Rounding::ceiling).to_string() == c.ceiling);
    BOOST_TEST(value.rounded(0, Rounding::floor).to_string() == c.floor);
  }
}

BOOST_AUTO_TEST_CASE(rounds_to_decimals_and_to_tens) {
  BOOST_TEST(n("16.25").rounded(1, Rounding::half_up).to_string() == "16.3");
  BOOST_TEST(n("16.25").rounded(1, Rounding::half_even).to_string() == "16.2");
  BOOST_TEST(n("1250").rounded(-2, Rounding::half_up).to_string() == "1300");
  BOOST_TEST(n("27").to_fixed(1) == "27.0");
  BOOST_TEST((Number(2) / 3).to_fixed(2) == "0.67");
}

BOOST_AUTO_TEST_CASE(knows_how_many_decimals_show_it_exactly) {
  BOOST_TEST(n("12.50").decimals().value() == 1);
  BOOST_TEST((Number(1) / 8).decimals().value() == 3);
  BOOST_TEST(!(Number(1) / 3).decimals().has_value());
}

// Where 64 bits end, and back.
BOOST_AUTO_TEST_CASE(is_exact_beyond_64_bits) {
  const Number largest = std::numeric_limits<std::int64_t>::max();
  const Number smallest = std::numeric_limits<std::int64_t>::min();
  BOOST_TEST((largest + 1).to_string() == "9223372036854775808");
  BOOST_TEST(smallest.to_string() == "-9223372036854775808");
  BOOST_TEST(-smallest == largest + 1);
  BOOST_TEST(-smallest - 1 == largest);
  BOOST_TEST((-smallest - 1).to_int64().value() == std::numeric_limits<std::int64_t>::max());
  BOOST_TEST(smallest < -largest);
  BOOST_TEST(!smallest.to_int64().has_value());
  BOOST_TEST((largest * largest).to_string() == "85070591730234615847396907784232501249");
  BOOST_TEST(largest * largest / largest == largest);
  BOOST_TEST(1 / largest / largest * largest == 1 / largest);
  BOOST_TEST((largest * 10 + 1) / 10 > largest);
  BOOST_TEST(((largest * 2 + 1) / 2).rounded(0, Rounding::half_up) == largest + 1);
  BOOST_TEST(((-largest * 2 - 1) / 2).rounded(0, Rounding::floor) == smallest);
  BOOST_TEST((-largest / (largest / 2)).rounded(0, Rounding::floor) == Number(-2));
  BOOST_TEST((largest / 2).to_fixed(1) == "4611686018427387903.5");
  BOOST_TEST((Number(1) / n("100000000000000000000")).decimals().value() == 20);
  BOOST_TEST(Number::power_of_ten(30) * Number::power_of_ten(-30) == Number(1));
  BOOST_TEST(Number::greatest_common_divisor(Number::power_of_ten(20), 15) == Number(5));
}

BOOST_AUTO_TEST_CASE(scientific_form_reads_back_as_the_nearest_double) {
  BOOST_TEST(std::stod(n("34.5").to_scientific()) == 34.5);
  BOOST_TEST(std::stod((Number(1) / 3).to_scientific()) == 1.0 / 3);
  BOOST_TEST(std::stod((Number(-2) / 7).to_scientific()) == -2.0 / 7);
  BOOST_TEST(std::stod(n("1467249697.20").to_scientific()) == 1467249697.20);
  BOOST_TEST(std::stod(n("0.000000123").to_scientific()) == 0.000000123);
  BOOST_TEST(Number(0).to_scientific() == "0");
}

BOOST_AUTO_TEST_CASE(a_fiscal_year_ends_in_the_year_that_names_it) {
  const Period year = fiscal_year(2564);
  BOOST_TEST((year.start() == Date(std::chrono::year(2020) / 10 / 1)));
  BOOST_TEST((year.end() == Date(std::chrono::year(2021) / 9 / 30)));
}

}  // namespace
}  // namespace chiwat
