// chiwat check.
#include <nlohmann/json.hpp>

#include "cli_office.hpp"

namespace chiwat::cli {
namespace {

BOOST_FIXTURE_TEST_SUITE(check, Office)

BOOST_AUTO_TEST_CASE(check_of_a_good_description) {
  BOOST_TEST(said({"check", "good"}) == "out:\ngood: nothing found\nexit: 0\n");
  BOOST_TEST(said({"check", "good/"}) == "out:\ngood/: nothing found\nexit: 0\n");
  BOOST_TEST(said({"check", "good/circular.yaml"}) ==
             "out:\ngood/circular.yaml: nothing found\nexit: 0\n");
  fs::current_path("good");
  BOOST_TEST(said({"check", "."}) == "out:\n.: nothing found\nexit: 0\n");
  BOOST_TEST(said({"check", "circular.yaml"}) == "out:\ncircular.yaml: nothing found\nexit: 0\n");
}

BOOST_AUTO_TEST_CASE(check_of_a_bad_description) {
  BOOST_TEST(said({"check", "bad"}) == R"(out:
bad/circular.yaml:17:14: error: nothing is called “shop”
   17 |   half: ceil(shop / 2)
      |              ^
      hint: did you mean shops?
1 error
exit: 1
)");
  BOOST_TEST(said({"check", "bad/circular.yaml", "--lang", "th"}) == R"(out:
bad/circular.yaml:17:14: ผิดพลาด: ไม่รู้จักชื่อ “shop”
   17 |   half: ceil(shop / 2)
      |              ^
      คำแนะนำ: หมายถึง shops หรือไม่
พบข้อผิดพลาด 1 แห่ง
exit: 1
)");
}

BOOST_AUTO_TEST_CASE(a_finding_has_the_number_of_its_rule) {
  write_file("good/circular.yaml", replaced(kDescription, "    F2: แนวทางไม่มีตาราง\n", ""));
  BOOST_TEST(said({"check", "good"}) == R"(out:
good/circular.yaml:33:13: warning: attachment 2 is listed, and has neither tables nor forms: nothing is written for it [F2]
   33 |   - number: 2
      |             ^
0 errors, 1 warning
exit: 1
)");
  BOOST_TEST(said({"check", "good", "--json"}).find("\"rule\": \"F2\"") != std::string::npos);
  BOOST_TEST(said({"generate", "good", "--out", "out"}).find("[F2]") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(rules_are_listed_and_explained) {
  const std::string list = said({"check", "--rules"});
  BOOST_TEST(list.find("D4   warning   a deadline on a Saturday or Sunday\n") != std::string::npos);
  BOOST_TEST(list.find("N2   error     a district that stands there twice\n") != std::string::npos);
  BOOST_TEST(said({"check", "--rules", "D5", "--lang", "th"}) == R"(out:
D5 (คำเตือน): กำหนดส่งตรงกับวันหยุดราชการ
โปรแกรมไม่มีวันหยุดในตัว ให้เขียนวันหยุดไว้ใต้ holidays เป็นชื่อวันกับวันที่
exit: 0
)");
  BOOST_TEST(said({"check", "--rules", "D55"}) == R"(err:
chiwat: there is no rule “D55”
did you mean D5?
see: chiwat check --rules
exit: 2
)");
}

BOOST_AUTO_TEST_CASE(messages_beside_the_description_go_before_the_programs) {
  write_file("good/messages.yaml",
             "en:\n  check_clean: \"all is well: {file}\"\n  wrote: made {file}\n"
             "th:\n  check_clean: เรียบร้อย\n");
  BOOST_TEST(said({"check", "good"}) == "out:\nall is well: good\nexit: 0\n");
  BOOST_TEST(said({"check", "good/circular.yaml", "--lang", "th"}) == "out:\nเรียบร้อย\nexit: 0\n");
  BOOST_TEST(said({"generate", "good", "--out", "out"}).find("made out/") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(mistakes_in_messages_are_mistakes_of_the_description) {
  write_file("good/messages.yaml", "en:\n  check_clear: ก\n");
  BOOST_TEST(said({"generate", "good", "--out", "out"}) == R"(err:
good/messages.yaml:2:3: error: there is no message “check_clear”
    2 |   check_clear: ก
      |   ^
      hint: did you mean check_clean?
1 error; nothing was written
exit: 3
)");
  fs::remove("good/messages.yaml");
  fs::create_directory("good/messages.yaml");
  BOOST_TEST(said({"check", "good"}) == R"(out:
good/messages.yaml: error: good/messages.yaml cannot be read
1 error
exit: 1
)");
}

BOOST_AUTO_TEST_CASE(check_of_what_cannot_be_read) {
  BOOST_TEST(said({"check", "nowhere"}) ==
             "out:\nnowhere: error: there is no such folder or file\n1 error\nexit: 1\n");
  fs::create_directory("empty");
  BOOST_TEST(said({"check", "empty"}) ==
             "out:\nempty: error: there is no circular.yaml in this folder\n1 error\nexit: 1\n");
  BOOST_TEST(said({"check", "/dev/null"}) ==
             "out:\n/dev/null: error: /dev/null cannot be read\n1 error\nexit: 1\n");
  fs::create_directories("folder/circular.yaml");
  BOOST_TEST(said({"check", "folder"}) ==
             "out:\nfolder/circular.yaml: error: folder/circular.yaml cannot be read\n1 error\n"
             "exit: 1\n");
  fs::remove("good/baseline.csv");
  BOOST_TEST(said({"check", "good"}) == R"(out:
good/circular.yaml:12:9: error: good/baseline.csv cannot be read
   12 |   file: baseline.csv
      |         ^
1 error
exit: 1
)");
}

BOOST_AUTO_TEST_CASE(check_as_json) {
  const Outcome bad = outcome({"check", "bad", "--json"});
  BOOST_TEST(bad.code == kFindings);
  BOOST_TEST(bad.err == "");
  BOOST_TEST(nlohmann::json::parse(bad.out) == nlohmann::json::parse(R"({
    "diagnostics": [
      {
        "file": "bad/circular.yaml", "line": 17, "column": 14,
        "severity": "error", "id": "formula_unknown_name",
        "message": "nothing is called “shop”",
        "notes": [
          {"file": "", "line": 0, "column": 0, "id": "hint_did_you_mean",
           "message": "did you mean shops?"}
        ]
      }
    ],
    "written": []
  })"));

  BOOST_TEST(said({"check", "good", "--json"}) ==
             "out:\n{\n  \"diagnostics\": [],\n  \"written\": []\n}\nexit: 0\n");
  // A name that is no text at all must not spoil the JSON.
  const Outcome odd = outcome({"check", "\xFF", "--json"});
  BOOST_TEST(odd.code == kFindings);
  BOOST_TEST(nlohmann::json::parse(odd.out)["diagnostics"][0]["id"] == "input_missing");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace chiwat::cli
