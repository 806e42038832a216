// Dates and periods as Thai offices write them.
#include <chrono>

#include "thai/date.hpp"
#include "thai_shown.hpp"

namespace chiwat::thai {
namespace {

std::string date(std::string_view text) {
  return shown(parse_date(text));
}
std::string period(std::string_view text) {
  return shown(parse_period(text));
}

BOOST_AUTO_TEST_CASE(reads_a_date_in_every_written_form) {
  BOOST_TEST(date("23 กุมภาพันธ์ 2564") == "2021-02-23");
  BOOST_TEST(date("๒๓ กุมภาพันธ์ พ.ศ. ๒๕๖๔") == "2021-02-23");
  BOOST_TEST(date("วันจันทร์ที่ ๒๒ กุมภาพันธ์ ๒๕๖๔") == "2021-02-22 weekday 1");
  BOOST_TEST(date("จันทร์ที่ 22 กุมภาพันธ์ 2564") == "2021-02-22 weekday 1");
  BOOST_TEST(date("วันอาทิตย์ที่ 22 กุมภาพันธ์ 2564") == "2021-02-22 weekday 0");
  BOOST_TEST(date("วันที่ 1 เดือนตุลาคม พ.ศ. 2563") == "2020-10-01");
  BOOST_TEST(date("23 ก.พ. 64") == "2021-02-23");
  BOOST_TEST(date("๒๓ก.พ.๖๔") == "2021-02-23");
  BOOST_TEST(date("  23  ก.พ  2564 ") == "2021-02-23");
  BOOST_TEST(date("29 ก.พ. 67") == "2024-02-29");
  BOOST_TEST(date("23/2/2564") == "2021-02-23");
  BOOST_TEST(date("๒๓/๐๒/๖๔") == "2021-02-23");
  BOOST_TEST(date("23-2-64") == "2021-02-23");
  BOOST_TEST(date("23.2.2564") == "2021-02-23");
  BOOST_TEST(date("2564-02-23") == "2021-02-23");
  BOOST_TEST(date("2564-2-3") == "2021-02-03");
}

BOOST_AUTO_TEST_CASE(reads_a_month_without_its_day) {
  BOOST_TEST(date("กุมภาพันธ์ 2565") == "2022-02");
  BOOST_TEST(date("เดือนกุมภาพันธ์ ๒๕๖๕") == "2022-02");
  BOOST_TEST(date("ก.พ. 65") == "2022-02");
  BOOST_TEST(date("2565-02") == "2022-02");
}

BOOST_AUTO_TEST_CASE(knows_every_month_by_both_names) {
  const char* const names[] = {"มกราคม ม.ค.",  "กุมภาพันธ์ ก.พ.", "มีนาคม มี.ค.",    "เมษายน เม.ย.",
                               "พฤษภาคม พ.ค.", "มิถุนายน มิ.ย.",  "กรกฎาคม ก.ค.",  "สิงหาคม ส.ค.",
                               "กันยายน ก.ย.",  "ตุลาคม ต.ค.",   "พฤศจิกายน พ.ย.", "ธันวาคม ธ.ค."};
  for (unsigned i = 1; i <= 12; ++i) {
    const std::string both = names[i - 1];
    const std::size_t space = both.find(' ');
    const std::string expected = shown(std::chrono::year(2021) / std::chrono::month(i));
    BOOST_TEST(date(both.substr(0, space) + " 2564") == expected);
    BOOST_TEST(date(both.substr(space + 1) + " 64") == expected);
  }
}

BOOST_AUTO_TEST_CASE(says_why_a_date_cannot_be_taken) {
  BOOST_TEST(date("31 กุมภาพันธ์ 2564") == "date_impossible text=31 กุมภาพันธ์ 2564");
  BOOST_TEST(date("29 ก.พ. 64") == "date_impossible text=29 ก.พ. 64");
  BOOST_TEST(date("2564-13") == "date_impossible text=2564-13");
  BOOST_TEST(date("2564-02-00") == "date_impossible text=2564-02-00");
  BOOST_TEST(date("23 กุมภาพันธ์ 2021") == "year_not_buddhist suggestion=2564 year=2021");
  BOOST_TEST(date("2021-02-23") == "year_not_buddhist suggestion=2564 year=2021");
  BOOST_TEST(date("23 กุมภา 2564") == "date_unreadable text=23 กุมภา 2564");
  BOOST_TEST(date("ประมาณ 23 กุมภาพันธ์ 2564") == "date_unreadable text=ประมาณ 23 กุมภาพันธ์ 2564");
  BOOST_TEST(date("23/2-2564") == "date_unreadable text=23/2-2564");
  BOOST_TEST(date("30/2/64") == "date_impossible text=30/2/64");
  BOOST_TEST(date("30/2/2564") == "date_impossible text=30/2/2564");
  BOOST_TEST(date("23 กุมภาพันธ์ 564") == "date_unreadable text=23 กุมภาพันธ์ 564");
  BOOST_TEST(date("2564") == "date_unreadable text=2564");
  BOOST_TEST(date("") == "date_unreadable text=");
  BOOST_TEST(date("२३ กุมภาพันธ์ २५६४") == "date_unreadable text=२३ กุมภาพันธ์ २५६४");
}

BOOST_AUTO_TEST_CASE(reads_a_period) {
  BOOST_TEST(period("ตุลาคม 2563 - มีนาคม 2564") == "2020-10..2021-03");
  BOOST_TEST(period("เดือนตุลาคม ๒๕๖๓–เดือนมีนาคม ๒๕๖๔") == "2020-10..2021-03");
  BOOST_TEST(period("ต.ค. 63 ถึง มี.ค. 64") == "2020-10..2021-03");
  BOOST_TEST(period("เมษายน - กันยายน 2564") == "2021-04..2021-09");
  BOOST_TEST(period("เม.ย.-ก.ย. 64") == "2021-04..2021-09");
  BOOST_TEST(period("2563-10 - 2564-03") == "2020-10..2021-03");
  BOOST_TEST(period("2563-10 ถึง 2564-03") == "2020-10..2021-03");
  BOOST_TEST(period("มีนาคม 2564") == "2021-03..2021-03");
  BOOST_TEST(period("2564-03") == "2021-03..2021-03");
}

BOOST_AUTO_TEST_CASE(says_why_a_period_cannot_be_taken) {
  BOOST_TEST(period("มีนาคม 2564 - ตุลาคม 2563") == "period_backwards text=มีนาคม 2564 - ตุลาคม 2563");
  BOOST_TEST(period("ตุลาคม - มีนาคม 2564") == "period_backwards text=ตุลาคม - มีนาคม 2564");
  BOOST_TEST(period("ตุลาคม 2020 - มีนาคม 2564") == "year_not_buddhist suggestion=2563 year=2020");
  BOOST_TEST(period("ตุลาคม 2563 - มีนา 2564") == "date_unreadable text=มีนา 2564");
  BOOST_TEST(period("1 ตุลาคม 2563 - มีนาคม 2564") == "date_unreadable text=1 ตุลาคม 2563");
  BOOST_TEST(period("ปีงบประมาณ") == "date_unreadable text=ปีงบประมาณ ");
}

BOOST_AUTO_TEST_CASE(writes_dates_and_periods) {
  const Date day = 2021y / 2 / 23;
  BOOST_TEST(format_date(day, DateStyle::full, Digits::arabic) == "23 กุมภาพันธ์ 2564");
  BOOST_TEST(format_date(day, DateStyle::full, Digits::thai) == "๒๓ กุมภาพันธ์ ๒๕๖๔");
  BOOST_TEST(format_date(day, DateStyle::weekday, Digits::arabic) == "วันอังคารที่ 23 กุมภาพันธ์ 2564");
  BOOST_TEST(format_date(day, DateStyle::brief, Digits::arabic) == "23 ก.พ. 64");
  BOOST_TEST(format_month(2022y / 2, Digits::thai) == "กุมภาพันธ์ ๒๕๖๕");
  BOOST_TEST(format_period({2020y / 10, 2021y / 3}, Digits::thai) == "ตุลาคม ๒๕๖๓ - มีนาคม ๒๕๖๔");
  BOOST_TEST(format_period({2021y / 4, 2021y / 9}, Digits::arabic) == "เมษายน - กันยายน 2564");
  BOOST_TEST(format_period({2021y / 4, 2021y / 4}, Digits::arabic) == "เมษายน 2564");
}

BOOST_AUTO_TEST_CASE(reads_back_every_day_that_it_writes) {
  const auto last = std::chrono::sys_days(2025y / 1 / 1);
  for (auto day = std::chrono::sys_days(2020y / 1 / 1); day < last; day += std::chrono::days(1)) {
    for (const DateStyle style : {DateStyle::full, DateStyle::weekday, DateStyle::brief}) {
      const auto read = parse_date(format_date(Date(day), style, Digits::thai));
      BOOST_REQUIRE((std::get<WrittenDate>(read).date() == Date(day)));
    }
  }
}

}  // namespace
}  // namespace chiwat::thai
