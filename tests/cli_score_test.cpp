// chiwat score.
#include "cli_office.hpp"

namespace chiwat::cli {
namespace {

BOOST_FIXTURE_TEST_SUITE(score, Office)

// The description of `good` with results, and levels of two conditions with a hole below.
void describe_scoring() {
  write_file("good/circular.yaml",
             replaced(kDescription, "    months: ตุลาคม 2565 - มีนาคม 2566\n",
                      "    months: ตุลาคม 2565 - มีนาคม 2566\n"
                      "    levels:\n"
                      "      - {points: 2, when: open_share >= 50% and list}\n"
                      "      - {points: 1, when: open_share >= 25%}\n") +
                 "results:\n"
                 "  opened: {label: ร้านที่เปิด, unit: ร้าน}\n"
                 "  list: {label: บัญชี, type: yes_no}\n"
                 "measures:\n  open_share: opened / shops\n");
}

BOOST_AUTO_TEST_CASE(a_scorecard_is_written_and_a_hole_is_told) {
  describe_scoring();
  write_file("r.csv", "อำเภอ,ร้านที่เปิด,บัญชี\nเมือง,4,มี\nดอนกลาง,0,\n");
  BOOST_TEST(said({"score", "good", "--results", "r.csv", "--out", "out"}) ==
             "out:\nwrote out/คะแนนตัวชี้วัด-2566.xlsx (3 sheets)\n"
             "err:\nr.csv:3:1: warning: round 1: ดอนกลาง reaches no level "
             "(opened = 0, list = ไม่มี, open_share = 0)\n"
             "    3 | ดอนกลาง,0,\n      | ^\nexit: 0\n");
  BOOST_TEST((files_in("out") == Names{"คะแนนตัวชี้วัด-2566.xlsx"}));
}

BOOST_AUTO_TEST_CASE(mistakes_of_results_are_all_told_and_nothing_is_written) {
  describe_scoring();
  write_file("r.csv", "อำเภอ,ร้านที่เปิด,บัญชี\nเมอง,-4,มี\nดอนกลาง,x,บาง\nดอนกลาง,1,มี\n");
  BOOST_TEST(said({"score", "good", "--results", "r.csv", "--out", "out"}) == R"(err:
r.csv:2:1: error: there is no district “เมอง” in the baseline
    2 | เมอง,-4,มี
      | ^
      hint: did you mean เมือง?
r.csv:3:9: error: “x” is not a number (ร้านที่เปิด)
    3 | ดอนกลาง,x,บาง
      |         ^
r.csv:3:11: error: “บาง” is neither มี nor ไม่มี (บัญชี)
    3 | ดอนกลาง,x,บาง
      |           ^
r.csv:4:1: error: ดอนกลาง has two rows for the same time
    4 | ดอนกลาง,1,มี
      | ^
      r.csv:3:1: note: it was first written here
4 errors; nothing was written
exit: 3
)");
  BOOST_TEST(files_in("out").empty());
}

BOOST_AUTO_TEST_CASE(score_needs_results) {
  BOOST_TEST(complaint({"score", "good", "--out", "out"}) ==
             "which results? give --results FILE\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace chiwat::cli
