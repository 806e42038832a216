// chiwat explain.
#include "cli_office.hpp"

namespace chiwat::cli {
namespace {

BOOST_FIXTURE_TEST_SUITE(explain, Office)

// `good` with a chain of formulas, of which one number is set by hand.
void describe_chain() {
  write_file("good/circular.yaml",
             replaced(kDescription, "  half: ceil(shops / 2)\n",
                      "  half: ceil(shops / 2)\n"
                      "  third:\n"
                      "    formula: round(half / 3, 1, half_even)\n"
                      "    label: หนึ่งในสาม\n"
                      "    total: blank\n"
                      "    overrides:\n"
                      "      - {district: ดอนกลาง, value: 1.25, reason: \"มติปี {fiscal_year}\"}\n"
                      "  sum: third + floor(shops / 4) * 2\n"));
}

BOOST_AUTO_TEST_CASE(a_number_is_explained_from_the_baseline_to_its_cells) {
  BOOST_TEST(said({"explain", "good", "เมือง", "half"}) == R"(out:
เมือง: ครึ่งหนึ่ง (half) = 4
  shops = 7: the baseline [good/baseline.csv:2:7]
  ครึ่งหนึ่ง (half): the formula ceil(shops / 2) [good/circular.yaml:17:9]
    with the values: ceil(7 / 2)
    before rounding: 3.5
    rounded up, to a whole number: 4
  written in 01-เป้าหมาย.xlsx, sheet “เป้าหมาย”, cell C4
  written in 03-เป้าหมายอีกครั้ง.xlsx, sheet “เป้าหมาย”, cell B3
exit: 0
)");
  BOOST_TEST(said({"explain", "good", "อำเภอเมือง", "ครึ่งหนึ่ง", "--lang", "th"}) == R"(out:
อำเภอเมือง: ครึ่งหนึ่ง (half) = 4
  shops = 7 เป็นข้อมูลฐาน [good/baseline.csv:2:7]
  ครึ่งหนึ่ง (half) คิดจากสูตร ceil(shops / 2) [good/circular.yaml:17:9]
    แทนค่า: ceil(7 / 2)
    ก่อนปัดเศษ: 3.5
    ปัดขึ้น ให้เป็นจำนวนเต็ม: 4
  อยู่ในไฟล์ 01-เป้าหมาย.xlsx แผ่นงาน “เป้าหมาย” ช่อง C4
  อยู่ในไฟล์ 03-เป้าหมายอีกครั้ง.xlsx แผ่นงาน “เป้าหมาย” ช่อง B3
exit: 0
)");
}

BOOST_AUTO_TEST_CASE(every_formula_of_a_chain_is_told_with_its_roundings) {
  describe_chain();
  BOOST_TEST(said({"explain", "good", "เมือง", "sum"}) == R"(out:
เมือง: sum = 3.3
  shops = 7: the baseline [good/baseline.csv:2:7]
  ครึ่งหนึ่ง (half): the formula ceil(shops / 2) [good/circular.yaml:17:9]
    with the values: ceil(7 / 2)
    before rounding: 3.5
    rounded up, to a whole number: 4
  หนึ่งในสาม (third): the formula round(half / 3, 1, half_even) [good/circular.yaml:19:14]
    with the values: round(4 / 3, 1, half_even)
    before rounding: 4/3 ≈ 1.3333
    rounded to the nearest, a tie to the even digit, to one decimal: 1.3
  sum: the formula third + floor(shops / 4) * 2 [good/circular.yaml:24:8]
    with the values: 1.3 + floor(7 / 4) * 2
    7 / 4 = 1.75
    rounded down, to a whole number: 1
    the result: 3.3
  no table of the attachments shows it
exit: 0
)");
}

BOOST_AUTO_TEST_CASE(a_number_set_by_hand_says_why_and_what_the_formula_gives) {
  describe_chain();
  BOOST_TEST(said({"explain", "good", "ดอนกลาง", "หนึ่งในสาม"}) == R"(out:
ดอนกลาง: หนึ่งในสาม (third) = 1.25
  หนึ่งในสาม (third) = 1.25: set by hand [good/circular.yaml:23:9]
    the reason: มติปี 2566 [good/circular.yaml:23:50]
    the formula round(half / 3, 1, half_even) would have given 0.7 [good/circular.yaml:19:14]
  no table of the attachments shows it
exit: 0
)");
}

BOOST_AUTO_TEST_CASE(the_province_is_its_total_row) {
  for (const char* province : {"จังหวัด", "ตัวอย่าง", "จังหวัดตัวอย่าง", "รวม"}) {
    BOOST_TEST(said({"explain", "good", province, "half"}) == R"(out:
ตัวอย่าง, total row: ครึ่งหนึ่ง (half) = 6
  ครึ่งหนึ่ง (half): the sum of 2 districts = 6
  written in 01-เป้าหมาย.xlsx, sheet “เป้าหมาย”, cell C6
  written in 03-เป้าหมายอีกครั้ง.xlsx, sheet “เป้าหมาย”, cell B5
exit: 0
)");
  }
  describe_chain();
  BOOST_TEST(said({"explain", "good", "รวม", "third"}) ==
             "out:\nตัวอย่าง, total row: หนึ่งในสาม (third) has no number\n"
             "  หนึ่งในสาม (third): the total row is blank\nexit: 0\n");
}

BOOST_AUTO_TEST_CASE(a_name_that_nobody_has_gets_the_nearest_and_one_of_several_all_of_them) {
  BOOST_TEST(said({"explain", "good", "ดอนกาง", "half"}) ==
             "err:\nchiwat: there is no district “ดอนกาง”\ndid you mean ดอนกลาง?\nexit: 2\n");
  BOOST_TEST(said({"explain", "good", "เมือง", "harf"}) ==
             "err:\nchiwat: nothing is called “harf”: name a column, a heading, or with results a "
             "level or a round\ndid you mean half?\nexit: 2\n");
  describe_chain();
  BOOST_TEST(said({"explain", "good", "เมือง", "หนึ่ง"}) ==
             "err:\nchiwat: “หนึ่ง” may be one of: half (ครึ่งหนึ่ง), third (หนึ่งในสาม)\nexit: 2\n");
  BOOST_TEST(complaint({"explain", "good"}) == "which district? name it after the description\n");
  BOOST_TEST(complaint({"explain"}) == "which description? give a folder or a YAML file\n");
  BOOST_TEST(said({"explain", "good", "เมือง", "half", "--round", "2"}) ==
             "err:\nchiwat: there is no round 2\nexit: 2\n");
}

BOOST_AUTO_TEST_CASE(a_score_is_explained_by_its_conditions) {
  describe_scoring();
  write_file("r.csv", "อำเภอ,ร้านที่เปิด,บัญชี\nเมือง,4,\nดอนกลาง,0,\n");
  BOOST_TEST(said({"explain", "good", "เมือง", "--results", "r.csv"}) == R"(out:
เมือง, round 1 (ตุลาคม 2565 - มีนาคม 2566): ระดับ 1, points: 1
  ร้านที่เปิด (opened) = 4: reported [r.csv:2:1]
  บัญชี (list): it is not there [r.csv:2:1]
  shops = 7: the baseline [good/baseline.csv:2:7]
  open_share = opened / shops = 4 / 7 = 4/7 ≈ 0.5714 [good/circular.yaml:56:15]
  ระดับ 2 (points: 2): not all conditions hold [good/circular.yaml:12:9]
    holds: open_share ≥ 50%; found 57.14% [good/circular.yaml:12:27]
    fails: บัญชี (list) is not there [good/circular.yaml:12:49]
  ระดับ 1 (points: 1): all conditions hold [good/circular.yaml:13:9]
    holds: open_share ≥ 25%; found 57.14% [good/circular.yaml:13:27]
  what decides: ระดับ 1 is the highest level whose conditions all hold
exit: 0
)");
  BOOST_TEST(said({"explain", "good", "ดอนกลาง", "ระดับ", "1", "--results", "r.csv"}) == R"(out:
ดอนกลาง, round 1 (ตุลาคม 2565 - มีนาคม 2566): no level
  ร้านที่เปิด (opened) = 0: reported [r.csv:3:1]
  บัญชี (list): it is not there [r.csv:3:1]
  shops = 4: the baseline [good/baseline.csv:3:9]
  open_share = opened / shops = 0 / 4 = 0 [good/circular.yaml:56:15]
  ระดับ 1 (points: 1): not all conditions hold [good/circular.yaml:13:9]
    fails: open_share ≥ 25%; found 0%; still needed: ร้านที่เปิด 1 ร้าน [good/circular.yaml:13:27]
  what decides: no level’s conditions all hold, so there are no points
exit: 0
)");
  BOOST_TEST(said({"explain", "good", "เมือง", "ระดับ 1"}) ==
             "err:\nchiwat: a score is explained from results: give --results FILE, or name a "
             "column\nexit: 2\n");
}

// 49.99 % is not shown as 50 %.
BOOST_AUTO_TEST_CASE(a_share_just_below_its_bound_is_not_shown_as_the_bound) {
  describe_scoring();
  write_file("good/baseline.csv", "district,shops\nเมือง,1000003\nดอนกลาง,4\n");
  write_file("r.csv", "อำเภอ,ร้านที่เปิด,บัญชี\nเมือง,500001,มี\nดอนกลาง,,\n");
  const std::string text = said({"explain", "good", "เมือง", "2", "--results", "r.csv"});
  BOOST_TEST(holds(text, "open_share ≥ 50%; found 49.99995%; still needed: ร้านที่เปิด 1 ร้าน"), text);
  BOOST_TEST(said({"explain", "good", "ดอนกลาง", "--results", "r.csv"}) ==
             "out:\nดอนกลาง, round 1 (ตุลาคม 2565 - มีนาคม 2566): nothing was handed in\nexit: 0\n");
}

BOOST_AUTO_TEST_CASE(an_explanation_is_told_to_programs_too) {
  BOOST_TEST(said({"explain", "good", "เมือง", "shops", "--json"}) == R"(out:
{
  "diagnostics": [],
  "explanation": [
    {
      "depth": 0,
      "id": "explain_of_district",
      "message": "เมือง: shops = 7"
    },
    {
      "depth": 1,
      "id": "explain_baseline",
      "message": "shops = 7: the baseline",
      "file": "good/baseline.csv",
      "line": 2,
      "column": 7
    },
    {
      "depth": 1,
      "id": "explain_cell",
      "message": "written in 01-เป้าหมาย.xlsx, sheet “เป้าหมาย”, cell B4"
    },
    {
      "depth": 1,
      "id": "explain_cell",
      "message": "written in 03-เป้าหมายอีกครั้ง.xlsx, sheet “ข้อมูลฐาน”, cell C4"
    }
  ]
}
exit: 0
)");
}

BOOST_AUTO_TEST_CASE(mistakes_are_told_instead) {
  BOOST_TEST(said({"explain", "bad", "เมือง", "half"}) == R"(err:
bad/circular.yaml:17:14: error: nothing is called “shop”
   17 |   half: ceil(shop / 2)
      |              ^
      hint: did you mean shops?
1 error
exit: 3
)");
}

BOOST_AUTO_TEST_CASE(an_explanation_can_be_worded_anew) {
  write_file("good/messages.yaml", "en:\n  explain_before: \"not yet rounded {value}\"\n");
  BOOST_TEST(holds(said({"explain", "good", "เมือง", "half"}), "    not yet rounded 3.5\n"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace chiwat::cli
