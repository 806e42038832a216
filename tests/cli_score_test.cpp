// chiwat score.
#include "cli_office.hpp"

namespace chiwat::cli {
namespace {

BOOST_FIXTURE_TEST_SUITE(score, Office)

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

BOOST_AUTO_TEST_CASE(results_may_be_those_that_were_collected) {
  describe_scoring();
  write_file("taken/results.csv", "อำเภอ,ร้านที่เปิด,บัญชี\nเมือง,4,มี\nดอนกลาง,4,มี\n");
  BOOST_TEST(said({"score", "good", "--collected", "taken", "--out", "out"}) ==
             "out:\nwrote out/คะแนนตัวชี้วัด-2566.xlsx (3 sheets)\nexit: 0\n");
  BOOST_TEST(complaint({"score", "good", "--collected", "taken", "--results", "r", "--out", "o"}) ==
             "either --results or --collected, not both\n");
  BOOST_TEST(complaint({"score", "good", "--collected", "", "--out", "o"}) ==
             "--collected needs a value: --collected DIR\n");
  BOOST_TEST(said({"score", "good", "--collected", "none", "--out", "out"}) ==
             "err:\nnone/results.csv: error: none/results.csv cannot be read\n"
             "1 error; nothing was written\nexit: 3\n");
}

BOOST_AUTO_TEST_CASE(a_scorecard_can_be_worded_anew_and_have_thai_digits) {
  describe_scoring();
  write_file("r.csv", "อำเภอ,ร้านที่เปิด,บัญชี\nเมือง,4,มี\nดอนกลาง,,\n");
  write_file("good/messages.yaml", "th:\n  scorecard_not_sent: รออยู่\n  scorecard_and: ' + '\n");
  BOOST_TEST(
      outcome({"score", "good", "--results", "r.csv", "--out", "out", "--digits", "thai"}).code ==
      kDone);
  const std::string file = "out/คะแนนตัวชี้วัด-2566.xlsx";
  const std::string sheet = part(file, "xl/worksheets/sheet2.xml");
  BOOST_TEST(holds(sheet, "รออยู่"));
  BOOST_TEST(holds(sheet, ",4,9999)"));  // what stands between is cut off at the front
  BOOST_TEST(!holds(sheet, "ยังไม่ส่ง"));
  BOOST_TEST(holds(part(file, "xl/workbook.xml"), "name=\"รอบที่ ๑\""));
}

BOOST_AUTO_TEST_CASE(score_needs_results) {
  BOOST_TEST(complaint({"score", "good", "--out", "out"}) ==
             "which results? give --results FILE or --collected DIR\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace chiwat::cli
