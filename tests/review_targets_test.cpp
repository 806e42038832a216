// Targets against the criteria that they stand for.
#include "review_input.hpp"

namespace chiwat::review {
std::vector<Case> target_cases() {
  return {
      {"T1",
       {{"ceil(products * 10%)", "floor(products * 10%)"}, {"quoted: 50", "quoted: 41"}},
       "T1 target_below_bound:27 ",
       {{"ceil(products * 10%)", "ceil(products * 10%) + 1"}, {"quoted: 50", "quoted: 59"}}},
      {"T2",
       {{"target: ceil(products * 10%)", "target: {formula: ceil(products * 10%), total: rule}"},
        {"quoted: 50", "quoted: 44"}},
       "T2 total_not_sum:27 ",
       {{"target: ceil(products * 10%)", "target: {formula: ceil(products * 10%), total: sum}"}}},
      {"T3",
       {{"target: ceil(products * 10%)", "target: products * 10%"}, {"quoted: 50", "quoted: 43.9"}},
       "T3 target_fractional:27 T3 target_fractional:29 ",
       {{"target: ceil(products * 10%)", "target: products * 10%"},
        {"quoted: 50", "quoted: 43.9"},
        {"unit: ผลิตภัณฑ์", "unit: บาท"}}},
      {"T4",
       {{"rest: target - half", "rest: ceil(target / 2)"}},
       "T4 parts_differ:29 ",
       {{"rest: target - half", "rest: floor(target / 2)"}}},
      {"T5",
       {{"ceil(products * 10%)", "ceil(operators * 10%)"},
        {"quoted: 50", "quoted: 16"},
        {" ของจำนวนผลิตภัณฑ์", ""}},
       "T1 target_below_bound:27 T5 base_differs:27 ",
       {{" ของจำนวนผลิตภัณฑ์", ""}}},
      {"T5",
       {{"ไม่น้อยกว่าร้อยละ 10 ของจำนวนผลิตภัณฑ์", "ร้อยละ 10 ของจำนวนผู้ประกอบการ"}},
       "T5 base_not_named:40 ",
       {{"ไม่น้อยกว่าร้อยละ 10 ของจำนวนผลิตภัณฑ์", "ร้อยละ 10 ของจำนวนผลิตภัณฑ์ทั้งหมด"}}},
      {"T6",
       {{kLevel1, "{points: 1, when: sold >= 20}\n      - {points: 0, otherwise: yes}"},
        {"ครึ่งแรก", "ผลิตภัณฑ์ออนไลน์ (ผลิตภัณฑ์)"}},
       "T6 target_reaches_no_level:29 ",
       {{kLevel1, "{points: 1, when: sold >= 5}\n      - {points: 0, otherwise: yes}"},
        {"ครึ่งแรก", "ผลิตภัณฑ์ออนไลน์ (ผลิตภัณฑ์)"}}},
  };
}

BOOST_AUTO_TEST_SUITE(targets)

BOOST_AUTO_TEST_CASE(each_rule_is_tripped_and_not_once_that_is_mended) {
  check_cases(target_cases());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chiwat::review
