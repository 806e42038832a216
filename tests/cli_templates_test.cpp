// chiwat templates.
#include <nlohmann/json.hpp>

#include "cli_office.hpp"

namespace chiwat::cli {
namespace {

BOOST_FIXTURE_TEST_SUITE(templates, Office)

constexpr const char* kOwnTable = R"(template: own-table
version: 1
kind: table
about: ตารางของเรา
total: รวม
label: ""
footnote: "{mark} {reason}"
page:
  orientation: auto
supporting_sheet:
  name: ข้อมูลฐาน
  title: ข้อมูลฐาน
  serial: ที่
  district: อำเภอ
)";

// The lines of a list that begin with one of these words.
std::string lines_of(const std::string& text, const Names& words) {
  std::istringstream lines(text);
  std::string found;
  for (std::string line; std::getline(lines, line);) {
    const auto begins = [&](const std::string& word) { return line.starts_with(word + " "); };
    if (std::any_of(words.begin(), words.end(), begins)) found += line + "\n";
  }
  return found;
}

BOOST_AUTO_TEST_CASE(templates_of_the_program) {
  write_file("templates/own-table.yaml", kOwnTable);  // of no circular
  const Outcome result = outcome({"templates"});
  BOOST_TEST(result.code == kDone);
  BOOST_TEST(result.err == "");
  BOOST_TEST(lines_of(result.out, {"name", "own-table", "district-table", "sales-estimate"}) ==
             R"(name                     kind      version  about
district-table           table     1        ตารางรายอำเภอ หนึ่งแถวต่อหนึ่งอำเภอ มีแถวรวมท้ายตาราง
sales-estimate           form      1        แบบประมาณการรายได้จากการจำหน่ายผลิตภัณฑ์ OTOP รายเดือน
)");
  BOOST_TEST(lines_of(outcome({"templates", "--lang", "th"}).out, {"ชื่อแบบ"}) ==
             "ชื่อแบบ                    ชนิด       รุ่น  คำอธิบาย\n");
}

BOOST_AUTO_TEST_CASE(templates_of_a_circular) {
  write_file("good/templates/own-table.yaml", kOwnTable);
  write_file("good/templates/district-table.yaml",
             replaced(kOwnTable, "own-table\nversion: 1", "district-table\nversion: 2"));
  write_file("good/templates/notes.txt", "not a template");
  const Outcome result = outcome({"templates", "good"});
  BOOST_TEST(result.code == kDone);
  BOOST_TEST(result.err == "");
  BOOST_TEST(
      lines_of(result.out, {"name", "notes", "own-table", "district-table", "sales-estimate"}) ==
      R"(name                     kind      version  from             about
district-table           table     2        own, overriding  ตารางของเรา
own-table                table     1        own, added       ตารางของเรา
sales-estimate           form      1        program          แบบประมาณการรายได้จากการจำหน่ายผลิตภัณฑ์ OTOP รายเดือน
)");
  BOOST_TEST(said({"templates", "good/circular.yaml"}) == said({"templates", "good"}));
}

BOOST_AUTO_TEST_CASE(a_template_with_mistakes_is_told_beside_the_list) {
  write_file("good/templates/own-table.yaml", "template: own-table\nkind: tabel\n");
  const Outcome result = outcome({"templates", "good"});
  BOOST_TEST(result.code == kBadInput);
  BOOST_TEST(lines_of(result.out, {"own-table"}) == "");
  BOOST_TEST(
      result.err ==
      R"(good/templates/own-table.yaml:2:7: error: “tabel” is not one of table, form, document
    2 | kind: tabel
      |       ^
)");
}

BOOST_AUTO_TEST_CASE(templates_as_json) {
  write_file("good/templates/own-table.yaml", kOwnTable);
  const Outcome result = outcome({"templates", "good", "--json"});
  BOOST_TEST(result.code == kDone);
  const auto whole = nlohmann::json::parse(result.out);
  BOOST_TEST(whole["diagnostics"].empty());
  std::string own;
  for (const auto& one : whole["templates"]) {
    if (one["source"] != "program") own += one.dump() + "\n";
  }
  BOOST_TEST(own ==
             R"({"about":"ตารางของเรา","file":"good/templates/own-table.yaml","kind":"table",)"
             R"("name":"own-table","source":"added","version":1})"
             "\n");
}

BOOST_AUTO_TEST_CASE(a_template_is_shown_byte_for_byte) {
  write_file("good/templates/own-table.yaml", std::string("\xEF\xBB\xBF") + kOwnTable + "# \r\n");
  const Outcome own = outcome({"templates", "show", "own-table", "good"});
  BOOST_TEST(own.text() == "out:\n" + bytes("good/templates/own-table.yaml") + "exit: 0\n");

  const std::string shown = outcome({"templates", "show", "district-table"}).out;
  BOOST_TEST(holds(shown, "\ntemplate: district-table\n"));
  write_file("good/templates/district-table.yaml", shown);
  BOOST_TEST(outcome({"templates", "show", "district-table", "good"}).out == shown);
  BOOST_TEST(said({"check", "good"}) == "out:\ngood: nothing found\nexit: 0\n");
}

BOOST_AUTO_TEST_CASE(a_template_that_is_not_there) {
  BOOST_TEST(said({"templates", "show", "distrct-table"}) == R"(err:
chiwat: there is no template “distrct-table”
did you mean district-table?
see: chiwat templates
exit: 2
)");
  BOOST_TEST(said({"templates", "show", "../good/circular", "good", "--lang", "th"}) == R"(err:
chiwat: ไม่มีแบบชื่อ “../good/circular”
ดูแบบที่มี: chiwat templates
exit: 2
)");
  BOOST_TEST(said({"templates", "nowhere"}) ==
             "err:\nnowhere: error: there is no such folder or file\nexit: 3\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace chiwat::cli
