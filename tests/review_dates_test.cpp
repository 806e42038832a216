// Days, years and periods.
#include "review_input.hpp"

namespace chiwat::review {
namespace {

const std::string kMonths = "months: ตุลาคม 2564 - มีนาคม 2565";

}  // namespace

std::vector<Case> date_cases() {
  return {
      {"D1", {{kDue, "วันพุธที่ 25 กุมภาพันธ์ 2565"}}, "D1 weekday_differs:16 ", {{kDue, "25 ก.พ. 65"}}},
      {"D1",
       {{kNotes, "notes: ประชุมวันจันทร์ที่ 25 กุมภาพันธ์ 2565"}},
       "D1 weekday_differs:43 ",
       {{kNotes, "notes: ประชุมวันศุกร์ ที่ ๒๕ กุมภาพันธ์ พ.ศ. ๒๕๖๕"}}},
      {"D2", {{kDue, "4 กุมภาพันธ์ 2565"}}, "D2 due_before_letter:16 ", {{kDue, "7 กุมภาพันธ์ 2565"}}},
      {"D2",
       {{kNotes, "notes: ส่งภายในวันที่ 4 กุมภาพันธ์ 2565"}},
       "D2 due_before_letter:43 ",
       {{kNotes, "notes: ประชุมเมื่อวันที่ 4 กุมภาพันธ์ 2565"}}},
      {"D3", {{kDue, "1 เมษายน 2565"}}, "D3 due_outside_round:16 ", {{kDue, "31 มีนาคม 2565"}}},
      {"D4", {{kDue, "26 กุมภาพันธ์ 2565"}}, "D4 due_on_weekend:16 ", {{kDue, "28 กุมภาพันธ์ 2565"}}},
      {"D5", {{kDue, "16 กุมภาพันธ์ 2565"}}, "D5 due_on_holiday:16 ", {{kDue, "17 กุมภาพันธ์ 2565"}}},
      {"D6",
       {{"every: month, day: 5}", "round: 1, date: 28 กุมภาพันธ์ 2565}"}},
       "D6 due_twice:17 ",
       {{"every: month, day: 5}", "round: 1, date: 25 กุมภาพันธ์ 2565}"}}},
      {"D7",
       {{"round: 1, date: " + kDue, "date: 25 กุมภาพันธ์ 2564"}},
       "D7 year_unlikely:16 ",
       {{"round: 1, date: " + kDue, "date: 25 กุมภาพันธ์ 2565"}}},
      {"D7",
       {{"title: เป้าหมาย รอบ", "title: ปีงบประมาณ พ.ศ. 2563 รอบ"}},
       "D7 year_of_title:36 ",
       {{"title: เป้าหมาย รอบ", "title: เทียบกับปีงบประมาณ พ.ศ. 2564 รอบ"}}},
      {"D7",
       {{"ค่าเป้าหมาย ปี 2565", "ค่าเป้าหมาย ปี 2563"}},
       "D7 year_of_title:40 ",
       {{"ค่าเป้าหมาย ปี 2565", "ค่าเป้าหมาย ปี 2565 เพิ่มจากปี 2564"}}},
      {"D7",
       {{"จำนวนผลิตภัณฑ์ กันยายน 2564", "จำนวนผลิตภัณฑ์ กันยายน 2565"}},
       "D7 data_of_future:39 ",
       {{"จำนวนผลิตภัณฑ์ กันยายน 2564", "จำนวนผลิตภัณฑ์ มกราคม 2565"}}},
      {"D8",
       {{kNotes, "notes: ช่วง ต.ค.65 -ก.ย.65"}},
       "D8 period_backwards_in_text:43 ",
       {{kNotes, "notes: ช่วง ต.ค.64 -ก.ย.65 และเมษายน - กันยายน 2565"}}},
      {"D9",
       {{kHeading, "{heading: จำนวนผลิตภัณฑ์ ปี 2563, show: products}"}},
       "D9 heading_years_differ:41 ",
       {{kHeading, "{heading: ผลิตภัณฑ์ กันยายน 2564, show: products}"}}},
      {"D10",
       {{"{heading: ครึ่งแรก", "{heading: รอบการประเมินที่ 2"}},
       "D10 other_round_named:41 ",
       {{"{heading: ครึ่งแรก", "{heading: รอบการประเมินที่ 1 ต่อจากรอบที่ 2"}}},
      {"D11",
       {{"fiscal_year: 2565", "fiscal_year: 2022"}},
       "D11 fiscal_year_unlikely:2 ",
       {{"fiscal_year: 2565", "fiscal_year: ๒๕๖๕"}}},
      {"D11", {{kDue, "25 กุมภาพันธ์ 2575"}}, "D11 date_unlikely:16 ", {{kDue, "25 กุมภาพันธ์ 2565"}}},
      {"D11", {{kDue, "25 กุมภาพันธ์ 2022"}}, "D11 year_not_buddhist:16 ", {{kDue, "2565-02-25"}}},
      {"D11",
       {{kMonths, "months: ตุลาคม 2563 - มีนาคม 2565"}},
       "D11 months_outside_year:10 ",
       {{kMonths, "months: ตุลาคม 2564 - กันยายน 2565"}}},
      {"D11",
       {{kMonths, "months: มีนาคม 2565 - ตุลาคม 2564"}},
       "D11 period_backwards:10 ",
       {{kMonths, "months: กุมภาพันธ์ 2565 - กุมภาพันธ์ 2565"}}},
  };
}

BOOST_AUTO_TEST_SUITE(dates)

BOOST_AUTO_TEST_CASE(each_rule_is_tripped_and_not_once_that_is_mended) {
  check_cases(date_cases());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chiwat::review
