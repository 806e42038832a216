// chiwat generate: which files there are afterwards, and what is said of them.
#include <chrono>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "cli/progress.hpp"
#include "cli_office.hpp"

namespace chiwat::cli {
namespace {

BOOST_FIXTURE_TEST_SUITE(generate, Office)

BOOST_AUTO_TEST_CASE(generate_writes_a_file_for_each_attachment_with_tables) {
  BOOST_TEST(said({"generate", "good", "--out", "out/new"}) == R"(out:
wrote out/new/00-รายการสิ่งที่ส่งมาด้วย.xlsx (2 sheets)
wrote out/new/01-เป้าหมาย.xlsx (1 sheet)
2 แนวทาง: neither tables nor forms in the description; nothing to write
wrote out/new/03-เป้าหมายอีกครั้ง.xlsx (2 sheets)
exit: 0
)");
  BOOST_TEST(files_in("out/new") ==
                 (Names{"00-รายการสิ่งที่ส่งมาด้วย.xlsx", "01-เป้าหมาย.xlsx", "03-เป้าหมายอีกครั้ง.xlsx"}),
             boost::test_tools::per_element());

  BOOST_TEST(said({"generate", "good/circular.yaml", "--out=ผลลัพธ์", "--lang", "th"}) == R"(out:
สร้าง ผลลัพธ์/00-รายการสิ่งที่ส่งมาด้วย.xlsx แล้ว (2 แผ่นงาน)
สร้าง ผลลัพธ์/01-เป้าหมาย.xlsx แล้ว (1 แผ่นงาน)
2 แนวทาง: ยังไม่ได้ระบุตารางหรือแบบฟอร์ม จึงไม่มีไฟล์
สร้าง ผลลัพธ์/03-เป้าหมายอีกครั้ง.xlsx แล้ว (2 แผ่นงาน)
exit: 0
)");
  BOOST_TEST(bytes("out/new/01-เป้าหมาย.xlsx") == bytes("ผลลัพธ์/01-เป้าหมาย.xlsx"));
}

// With several processes or with one, the same files and the same words.
BOOST_AUTO_TEST_CASE(generate_in_several_processes) {
  const Outcome one = outcome({"generate", "good", "--out", "one", "--jobs", "1"});
  const Outcome three = outcome({"generate", "good", "--out", "two", "--jobs", "3"});
  BOOST_TEST(one.code == kDone);
  BOOST_TEST(three.code == kDone);
  BOOST_TEST(std::regex_replace(one.out, std::regex("one/"), "two/") == three.out);
  for (const char* name : {"00-รายการสิ่งที่ส่งมาด้วย.xlsx", "01-เป้าหมาย.xlsx", "03-เป้าหมายอีกครั้ง.xlsx"}) {
    BOOST_TEST(bytes(std::string("one/") + name) == bytes(std::string("two/") + name), name);
  }
}

BOOST_AUTO_TEST_CASE(progress_on_one_line) {
  const std::string clear = "\r\033[K";
  std::ostringstream err;
  {
    Progress progress(err, true, std::chrono::milliseconds(0));
    progress.show(0, 3, "writing out/01-เป้าหมาย.xlsx");
    progress.show(2, 3, "writing out/02-ที่/" + std::string(100, 'x'));
  }
  BOOST_TEST(err.str() == clear + "[                    ] 0/3 writing out/01-เป้าหมาย.xlsx" +  //
                              clear + "[=============       ] 2/3 writing out/02-ที่/" +
                              std::string(35, 'x') + clear);
}

BOOST_AUTO_TEST_CASE(progress_is_not_for_what_is_quick_nor_for_files) {
  std::ostringstream err;
  Progress(err, true, std::chrono::minutes(1)).show(1, 3, "writing");
  Progress(err, false, std::chrono::milliseconds(0)).show(1, 3, "writing");
  BOOST_TEST(err.str() == "");
}

BOOST_AUTO_TEST_CASE(generate_of_a_bad_description_writes_nothing) {
  BOOST_TEST(said({"generate", "bad", "--out", "out"}) == R"(err:
bad/circular.yaml:17:14: error: nothing is called “shop”
   17 |   half: ceil(shop / 2)
      |              ^
      hint: did you mean shops?
1 error; nothing was written
exit: 3
)");
  BOOST_TEST(said({"generate", "nowhere", "--out", "out", "--lang", "th"}) == R"(err:
nowhere: ผิดพลาด: ไม่มีโฟลเดอร์หรือไฟล์นี้
พบข้อผิดพลาด 1 แห่ง; ไม่ได้สร้างไฟล์ใด
exit: 3
)");
  const Outcome json = outcome({"generate", "bad", "--out", "out", "--json"});
  BOOST_TEST(json.code == kBadInput);
  BOOST_TEST(json.err == "");
  BOOST_TEST(nlohmann::json::parse(json.out)["diagnostics"].size() == 1u);
  BOOST_TEST(nlohmann::json::parse(json.out)["written"].empty());
  BOOST_TEST(!fs::exists("out"));
}

BOOST_AUTO_TEST_CASE(dry_run_writes_nothing) {
  BOOST_TEST(said({"generate", "good", "--out", "out", "--dry-run"}) == R"(out:
would write out/00-รายการสิ่งที่ส่งมาด้วย.xlsx (2 sheets)
would write out/01-เป้าหมาย.xlsx (1 sheet)
2 แนวทาง: neither tables nor forms in the description; nothing to write
would write out/03-เป้าหมายอีกครั้ง.xlsx (2 sheets)
exit: 0
)");
  BOOST_TEST(!fs::exists("out"));
  // Nowhere to write to is then no mistake.
  BOOST_TEST(said({"generate", "good", "--dry-run", "--only", "1"}) ==
             "out:\nwould write 01-เป้าหมาย.xlsx (1 sheet)\nexit: 0\n");
  BOOST_TEST(outcome({"generate", "bad", "--dry-run"}).code == kBadInput);
}

BOOST_AUTO_TEST_CASE(only_an_attachment_of_districts_forms) {
  const std::string own = replaced(kDescription, "    F2: แนวทางไม่มีตาราง\n", "");
  write_file("good/circular.yaml", replaced(own, "    title: แนวทาง\n",
                                            "    title: แนวทาง\n    forms: [activity-report]\n"));
  BOOST_TEST(said({"generate", "good", "--out", "out", "--only", "2"}) ==
             "out:\nwrote out/02-แนวทาง (2 workbooks, 1 sheet each)\nexit: 0\n");
}

BOOST_AUTO_TEST_CASE(tables_may_explain_themselves) {
  BOOST_TEST(said({"generate", "good", "--out", "out", "--only", "1", "--explain"}) ==
             "out:\nwrote out/01-เป้าหมาย.xlsx (2 sheets)\nexit: 0\n");
  const std::string file = "out/01-เป้าหมาย.xlsx";
  BOOST_TEST(holds(part(file, "xl/workbook.xml"), "name=\"ที่มาของตัวเลข\""));
  const std::string sheet = part(file, "xl/worksheets/sheet2.xml");
  BOOST_TEST(holds(sheet, "<f>'เป้าหมาย'!C4</f><v>4</v>"));
  BOOST_TEST(holds(sheet, "orientation=\"landscape\""));
  BOOST_TEST(said({"generate", "good", "--out", "plain", "--only", "1", "--explain", "--values"}) ==
             "out:\nwrote plain/01-เป้าหมาย.xlsx (2 sheets)\nexit: 0\n");
  BOOST_TEST(!holds(part("plain/01-เป้าหมาย.xlsx", "xl/worksheets/sheet2.xml"), "<f>"));
}

BOOST_AUTO_TEST_CASE(only_one_attachment) {
  BOOST_TEST(said({"generate", "good", "--out", "out", "--only", "1"}) ==
             "out:\nwrote out/01-เป้าหมาย.xlsx (1 sheet)\nexit: 0\n");
  BOOST_TEST(said({"generate", "good", "--out", "out", "--only", "๓"}) ==
             "out:\nwrote out/03-เป้าหมายอีกครั้ง.xlsx (2 sheets)\nexit: 0\n");
  BOOST_TEST(
      said({"generate", "good", "--out", "other", "--only", "2"}) ==
      "out:\n2 แนวทาง: neither tables nor forms in the description; nothing to write\nexit: 0\n");
  BOOST_TEST(said({"generate", "good", "--out", "other", "--only", "4"}) ==
             "err:\nchiwat: there is no attachment 4; the description has 1, 2, 3\nexit: 2\n");
  BOOST_TEST(!fs::exists("other"));
}

BOOST_AUTO_TEST_CASE(generate_as_json) {
  const Outcome result = outcome({"generate", "good", "--out", "out", "--json"});
  BOOST_TEST(result.code == kDone);
  BOOST_TEST(result.err == "");
  BOOST_TEST(nlohmann::json::parse(result.out) == nlohmann::json::parse(R"({
    "diagnostics": [],
    "written": ["out/00-รายการสิ่งที่ส่งมาด้วย.xlsx", "out/01-เป้าหมาย.xlsx", "out/03-เป้าหมายอีกครั้ง.xlsx"],
    "unchanged": [],
    "removed": [],
    "kept": []
  })"));
  const Outcome dry = outcome({"generate", "good", "--dry-run", "--json"});
  BOOST_TEST(dry.text() == R"(out:
{
  "diagnostics": [],
  "written": [],
  "unchanged": [],
  "removed": [],
  "kept": []
}
exit: 0
)");
}

BOOST_AUTO_TEST_CASE(values_leave_no_formula) {
  outcome({"generate", "good", "--out", "live"});
  outcome({"generate", "good", "--out", "still", "--values"});
  for (const std::string file : {"01-เป้าหมาย.xlsx", "03-เป้าหมายอีกครั้ง.xlsx"}) {
    const std::string live = part("live/" + file, "xl/worksheets/sheet1.xml");
    const std::string still = part("still/" + file, "xl/worksheets/sheet1.xml");
    BOOST_TEST(holds(live, "<f>"));
    BOOST_TEST(holds(live, "<v>4</v>"));  // ceil(7 / 2), as the result of the formula
    BOOST_TEST(!holds(still, "<f>"));
    BOOST_TEST(holds(still, "<v>4</v>"));
  }
}

BOOST_AUTO_TEST_CASE(digits_instead_of_the_attachments_own) {
  const auto texts = [](const std::string& out) {
    return part(out + "/01-เป้าหมาย.xlsx", "xl/sharedStrings.xml");
  };
  outcome({"generate", "good", "--out", "own"});
  outcome({"generate", "good", "--out", "thai", "--digits", "thai"});
  outcome({"generate", "good", "--out", "arabic", "--digits", "arabic"});
  BOOST_TEST(holds(texts("own"), "เป้าหมายปี 2566"));
  BOOST_TEST(holds(texts("thai"), "เป้าหมายปี ๒๕๖๖"));
  BOOST_TEST(texts("arabic") == texts("own"));
}

// --- what cannot be written ---

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_written_is_named) {
  write_file("file", "in the way");
  BOOST_TEST(said({"generate", "good", "--out", "file/out"}) ==
             "err:\nchiwat: cannot write file/out: something in its path "
             "is a file and not a folder\nexit: 4\n");
  BOOST_TEST(said({"generate", "good", "--out", "file", "--lang", "th"}) ==
             "err:\nchiwat: บันทึก file ไม่ได้: "
             "ในเส้นทางที่ระบุ มีชื่อหนึ่งเป็นไฟล์ ไม่ใช่โฟลเดอร์\nexit: 4\n");
  BOOST_TEST(bytes("file") == "in the way");
}

BOOST_AUTO_TEST_CASE(after_a_file_that_cannot_be_written_no_other_is) {
  fs::create_directories("out/03-เป้าหมายอีกครั้ง.xlsx/folder");
  BOOST_TEST(said({"generate", "good", "--out", "out"}) == R"(out:
wrote out/00-รายการสิ่งที่ส่งมาด้วย.xlsx (2 sheets)
wrote out/01-เป้าหมาย.xlsx (1 sheet)
2 แนวทาง: neither tables nor forms in the description; nothing to write
err:
chiwat: cannot write out/03-เป้าหมายอีกครั้ง.xlsx: a folder has this name
exit: 4
)");
  const Outcome json = outcome({"generate", "good", "--out", "out", "--json"});
  BOOST_TEST(json.code == kCannotWrite);
  BOOST_TEST(nlohmann::json::parse(json.out)["unchanged"] ==
             nlohmann::json({"out/00-รายการสิ่งที่ส่งมาด้วย.xlsx", "out/01-เป้าหมาย.xlsx"}));
  BOOST_TEST(files_in("out") == (Names{"00-รายการสิ่งที่ส่งมาด้วย.xlsx", "01-เป้าหมาย.xlsx"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace chiwat::cli
