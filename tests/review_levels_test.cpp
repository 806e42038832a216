// The levels of a round, and the words for them.
#include "review_input.hpp"

namespace chiwat::review {
namespace {

// Two rounds of two quantities, in which one number differs.
std::string second_round(const std::string& bound) {
  return kLevel1 +
         "\n  - {number: 2, months: เมษายน 2565 - กันยายน 2565, levels: [{points: 3, when: "
         "share >= 10% and sold >= " +
         bound +
         "}, {points: 2, when: share >= 8% and sold >= 2}, {points: 1, when: share >= 1% and sold "
         ">= 1}, {points: 0, otherwise: yes}]}\n  - {number: 3, months: เมษายน 2565 - กันยายน 2565, "
         "levels: [{points: 3, when: share >= 10% and sold >= 3}, {points: 2, when: share >= 8% "
         "and sold >= 2}, {points: 1, when: share >= 1% and sold >= 1}, {points: 0, otherwise: "
         "yes}]}";
}
}  // namespace

std::vector<Case> level_cases() {
  return {
      {"L1",
       {{"when: share >= 10%, text: ไม่น้อยกว่าร้อยละ 10", "when: share >= 7%"}},
       "L1 level_order:12 L4 levels_overlap:14 L5 level_unreachable:13 ",
       {{"when: share >= 10%, text: ไม่น้อยกว่าร้อยละ 10", "when: share >= 9%"}}},
      {"L2",
       {{"when: share >= 10%, text: ไม่น้อยกว่าร้อยละ 10", "when: share >= 8%"}},
       "L2 levels_alike:13 ",
       {{"when: share >= 10%, text: ไม่น้อยกว่าร้อยละ 10", "when: share >= 8% and sold >= 1"}}},
      {"L3",
       {{kLevel1, "{points: 1, when: share < 7%}"}},
       "L3 levels_hole:14 ",
       {{kLevel1, "{points: 1, otherwise: yes}"}}},
      {"L4",
       {{kLevel1, "{points: 1, when: share < 9%}"}},
       "L4 levels_overlap:14 ",
       {{kLevel1, "{points: 1, when: share >= 0%}"}}},
      {"L5",
       {{kLevel1,
         "{points: 1, when: share >= 0% and share < 8%}\n      - {points: 0, when: share < 0%}"}},
       "L5 level_unreachable:15 ",
       {{kLevel1,
         "{points: 1, when: share > 0% and share < 8%}\n      - {points: 0, when: share <= 0%}"}}},
      {"L6",
       {{"text: ไม่น้อยกว่าร้อยละ 8", "text: น้อยกว่าร้อยละ 8"}},
       "L6 wording_differs:13 ",
       {{"text: ไม่น้อยกว่าร้อยละ 8", "text: ไม่ต่ำกว่า 8%"}}},
      {"L6",
       {{"ปี 2565 ไม่น้อยกว่าร้อยละ 10", "ปี 2565 น้อยกว่าร้อยละ 10"}},
       "L6 wording_differs:40 ",
       {{"ปี 2565 ไม่น้อยกว่าร้อยละ 10", "ปี 2565 อย่างน้อยร้อยละ 10"}}},
      {"L7",
       {{"ปี 2565 ไม่น้อยกว่าร้อยละ 10", "ปี 2565 ร้อยละ 12"}},
       "L7 percentage_differs:40 ",
       {{"ปี 2565 ไม่น้อยกว่าร้อยละ 10", "ปี 2565 ร้อยละ 10.0"},
        {"target: ceil(products * 10%)", "target: ceil(products * 0.1)"}}},
      {"L7",
       {{"text: ไม่น้อยกว่าร้อยละ 8", "text: ไม่น้อยกว่าร้อยละ 9"}},
       "L7 level_percentage_differs:13 ",
       {{"text: ไม่น้อยกว่าร้อยละ 8", "text: ไม่น้อยกว่าร้อยละ 8.0"}}},
      {"L8",
       {{kLevel1, second_round("4")}},
       "L8 rounds_nearly_alike:16 ",
       {{kLevel1, second_round("3")}}},
  };
}

BOOST_AUTO_TEST_SUITE(levels)

BOOST_AUTO_TEST_CASE(each_rule_is_tripped_and_not_once_that_is_mended) {
  check_cases(level_cases());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace chiwat::review
