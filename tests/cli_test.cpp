// The program from its words to its exit code, in process: what it says, on which stream, in which
// language, and which files there are afterwards.
#define BOOST_TEST_MODULE cli
#include <unistd.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/run.hpp"
#include "thai/names.hpp"

namespace chiwat::cli {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

constexpr const char* kDescription = R"(province: ตัวอย่าง
fiscal_year: 2566
letter:
  date: มกราคม 2566
  subject: เรื่อง
indicator:
  name: ตัวชี้วัด
rounds:
  - number: 1
    months: ตุลาคม 2565 - มีนาคม 2566
baseline:
  file: baseline.csv
  district: district
  columns:
    shops: shops
columns:
  half: ceil(shops / 2)
attachments:
  - number: 1
    title: เป้าหมาย
    digits: arabic
    tables:
      - sheet: เป้าหมาย
        round: 1
        title: เป้าหมายปี {fiscal_year}
        columns:
          - heading: อำเภอ
            show: district
          - heading: ร้าน
            show: shops
          - heading: ครึ่งหนึ่ง
            show: half
  - number: 2
    title: แนวทาง
  - number: 3
    title: เป้าหมายอีกครั้ง
    tables:
      - sheet: เป้าหมาย
        columns:
          - heading: อำเภอ
            show: district
          - heading: ครึ่งหนึ่ง
            show: half
)";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  BOOST_REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

void write_file(const fs::path& path, const std::string& text) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string bytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Every test starts in an empty folder of its own, in which `good` and `bad` are described, and in
// the plain locale.
struct Office {
  Office() {
    std::string name = (fs::temp_directory_path() / "cli_test.XXXXXX").string();
    folder = ::mkdtemp(name.data());
    fs::current_path(folder);
    write_file("good/circular.yaml", kDescription);
    write_file("good/baseline.csv", "district,shops\nเมือง,7\nดอนกลาง,4\n");
    write_file("bad/circular.yaml", replaced(kDescription, "shops / 2", "shop / 2"));
    write_file("bad/baseline.csv", "district,shops\nเมือง,7\nดอนกลาง,4\n");
    set_locale({});
  }
  ~Office() {
    fs::current_path(fs::temp_directory_path());
    fs::remove_all(folder);
  }

  static void set_locale(const std::map<std::string, std::string>& variables) {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      const auto value = variables.find(name);
      if (value == variables.end()) {
        ::unsetenv(name);
      } else {
        ::setenv(name, value->second.c_str(), 1);
      }
    }
  }

  fs::path folder;
};

// One run; as text, when it is compared: each stream that got something, then the exit code.
struct Outcome {
  int code;
  std::string out;
  std::string err;

  std::string text() const {
    return (out.empty() ? "" : "out:\n" + out) + (err.empty() ? "" : "err:\n" + err) +
           "exit: " + std::to_string(code) + "\n";
  }
};

Outcome outcome(const std::vector<std::string>& words, bool show_progress = false) {
  std::ostringstream out, err;
  const int code = run(words, out, err, show_progress);
  return {code, out.str(), err.str()};
}

std::string said(const std::vector<std::string>& words) {
  return outcome(words).text();
}

// What is said of a wrong command line, which ends with 2, writes nothing to stdout and points to
// the help.
std::string complaint(const std::vector<std::string>& words) {
  const Outcome result = outcome(words);
  BOOST_TEST(result.code == kUsage);
  BOOST_TEST(result.out == "");
  BOOST_TEST(result.err.starts_with("chiwat: "));
  BOOST_TEST(result.err.ends_with("see: chiwat help\n"));
  return result.err.substr(8, result.err.size() - 8 - 17);
}

// The files below a folder, sorted.
Names files_in(const fs::path& folder) {
  Names names;
  if (!fs::exists(folder)) return names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_directory()) names.push_back(fs::relative(entry.path(), folder).string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// One part of a workbook's package.
std::string part(const std::string& file, const std::string& name) {
  FILE* const pipe = ::popen(("unzip -p '" + file + "' '" + name + "'").c_str(), "r");
  BOOST_REQUIRE(pipe);
  std::string text;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) text += static_cast<char>(c);
  BOOST_REQUIRE_EQUAL(::pclose(pipe), 0);
  return text;
}

bool holds(const std::string& text, const std::string& piece) {
  return text.find(piece) != std::string::npos;
}

constexpr const char* kEnglishHelp =
    R"(chiwat (ชี้วัด) makes an indicator circular’s Excel files from one description.

Usage:
  chiwat generate FOLDER|FILE --out DIR
  chiwat score FOLDER|FILE --results FILE --out DIR
  chiwat check FOLDER|FILE
  chiwat templates [show NAME] [FOLDER|FILE]
  chiwat help [COMMAND]
  chiwat version

Commands:
  generate   write the workbooks of a circular, one for each attachment
  score      score what the districts have reported, and write the scorecard
  check      read a description and say everything that is wrong with it
  templates  list the forms that there are, or print one to start from
  help       say how the program, or one command, is used
  version    say which version this is

Exit codes:
  0  done
  1  check has found something
  2  the command line is wrong
  3  the description has mistakes; nothing is written
  4  a file cannot be written, or something needed is missing
)";

constexpr const char* kThaiHelp =
    R"(chiwat (ชี้วัด) สร้างไฟล์ Excel สิ่งที่ส่งมาด้วยของหนังสือเวียนแจ้งตัวชี้วัด จากรายละเอียดชุดเดียว

วิธีใช้:
  chiwat generate FOLDER|FILE --out DIR
  chiwat score FOLDER|FILE --results FILE --out DIR
  chiwat check FOLDER|FILE
  chiwat templates [show NAME] [FOLDER|FILE]
  chiwat help [COMMAND]
  chiwat version

คำสั่ง:
  generate   สร้างไฟล์ Excel ของหนังสือเวียน หนึ่งไฟล์ต่อหนึ่งสิ่งที่ส่งมาด้วย
  score      คิดคะแนนจากผลที่อำเภอรายงาน และสร้างตารางคะแนน
  check      ตรวจรายละเอียดหนังสือเวียน และบอกข้อผิดพลาดทุกแห่ง
  templates  แสดงรายชื่อแบบที่มี หรือพิมพ์แบบหนึ่งออกมาเพื่อนำไปแก้
  help       บอกวิธีใช้โปรแกรม หรือวิธีใช้แต่ละคำสั่ง
  version    บอกรุ่นของโปรแกรม

รหัสเมื่อจบการทำงาน:
  0  เรียบร้อย
  1  check พบข้อผิดพลาด
  2  ใช้คำสั่งผิด
  3  รายละเอียดหนังสือเวียนมีข้อผิดพลาด จึงไม่สร้างไฟล์ใด
  4  บันทึกไฟล์ไม่ได้ หรือขาดสิ่งที่จำเป็น
)";

constexpr const char* kGenerateHelp =
    R"(chiwat generate: write the workbooks of a circular, one for each attachment

Usage:
  chiwat generate FOLDER|FILE --out DIR

Options:
  FOLDER|FILE           a folder with circular.yaml, or the YAML file
  --out DIR             the folder to write into; made when it is not there
  --only N              only this attachment, by number
  --month MONTH         only the monthly forms, of this month: 2568-01, ม.ค. 68
  --quarter QUARTER     only the forms of a fiscal quarter: 2568-2, ไตรมาส 2
  --previous PATH       forms of earlier months, whose rows and amounts go on
  --digits thai|arabic  Thai or Arabic digits, instead of each attachment's own
  --values              constants in the cells instead of live formulas
  --dry-run             do everything but write
  --json                say what was found as JSON, for programs
  --lang th|en          language of the messages, instead of the locale's
)";

BOOST_FIXTURE_TEST_SUITE(cli, Office)

// --- help and version ---

BOOST_AUTO_TEST_CASE(help_on_the_program) {
  const std::string expected = "out:\n" + std::string(kEnglishHelp) + "exit: 0\n";
  BOOST_TEST(said({"help"}) == expected);
  BOOST_TEST(said({"--help"}) == expected);
  BOOST_TEST(said({"-h"}) == expected);
  BOOST_TEST(said({"help", "--lang", "th"}) == "out:\n" + std::string(kThaiHelp) + "exit: 0\n");
}

// --- score ---

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

BOOST_AUTO_TEST_CASE(help_on_a_command) {
  const std::string expected = "out:\n" + std::string(kGenerateHelp) + "exit: 0\n";
  BOOST_TEST(said({"help", "generate"}) == expected);
  BOOST_TEST(said({"generate", "--help"}) == expected);
  BOOST_TEST(said({"generate", "-h"}) == expected);
  BOOST_TEST(said({"generate", "good", "--only", "nonsense", "--help"}) == expected);

  BOOST_TEST(said({"check", "--help", "--lang=th"}) ==
             R"(out:
chiwat check: ตรวจรายละเอียดหนังสือเวียน และบอกข้อผิดพลาดทุกแห่ง

วิธีใช้:
  chiwat check FOLDER|FILE

ตัวเลือก:
  FOLDER|FILE   โฟลเดอร์ที่มี circular.yaml หรือไฟล์ YAML
  --json        แสดงผลเป็น JSON สำหรับโปรแกรมอื่น
  --lang th|en  ภาษาของข้อความ: th หรือ en (ถ้าไม่ระบุ ใช้ตามเครื่อง)
exit: 0
)");
  BOOST_TEST(said({"help", "templates"}) == R"(out:
chiwat templates: list the forms that there are, or print one to start from

Usage:
  chiwat templates [show NAME] [FOLDER|FILE]

Options:
  show NAME     print this template, byte for byte, instead of the list
  FOLDER|FILE   a circular, whose own templates go first
  --json        say what was found as JSON, for programs
  --lang th|en  language of the messages, instead of the locale's
exit: 0
)");
}

BOOST_AUTO_TEST_CASE(help_fits_a_terminal_and_cuts_no_character) {
  for (const std::string language : {"en", "th"}) {
    for (const std::string command : {"help", "generate", "check", "templates", "version"}) {
      std::istringstream lines(outcome({command, "--help", "--lang", language}).out);
      for (std::string line; std::getline(lines, line);) {
        BOOST_TEST_CONTEXT(line) {
          BOOST_REQUIRE(thai::is_valid_utf8(line));
          BOOST_TEST(thai::display_width(line) <= 80u);
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(version) {
  BOOST_TEST(said({"version"}) == "out:\nchiwat 0.1.0\nexit: 0\n");
  BOOST_TEST(said({"--version"}) == "out:\nchiwat 0.1.0\nexit: 0\n");
}

// --- templates ---

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

// --- language ---

BOOST_AUTO_TEST_CASE(lang_may_stand_anywhere) {
  const std::string expected = "out:\ngood: ไม่พบข้อผิดพลาด\nexit: 0\n";
  BOOST_TEST(said({"--lang", "th", "check", "good"}) == expected);
  BOOST_TEST(said({"check", "--lang=th", "good"}) == expected);
  BOOST_TEST(said({"check", "good", "--lang", "th"}) == expected);
  // After "--" every word is an input.
  BOOST_TEST(said({"check", "--", "--lang"}) ==
             "out:\n--lang: error: there is no such folder or file\n1 error\nexit: 1\n");
}

BOOST_AUTO_TEST_CASE(without_lang_the_locale_decides) {
  using Locale = std::map<std::string, std::string>;
  const auto language_in = [](const Locale& variables) {
    set_locale(variables);
    return outcome({"help"}).out == kThaiHelp ? "th" : "en";
  };
  BOOST_TEST(language_in({}) == "en");
  BOOST_TEST(language_in({{"LANG", "th_TH.UTF-8"}}) == "th");
  BOOST_TEST(language_in({{"LANG", "th_TH.UTF-8"}, {"LC_MESSAGES", "C"}}) == "en");
  BOOST_TEST(language_in({{"LANG", "C"}, {"LC_MESSAGES", "th_TH"}}) == "th");
  BOOST_TEST(language_in({{"LC_MESSAGES", "C"}, {"LC_ALL", "th"}}) == "th");
  BOOST_TEST(language_in({{"LC_ALL", ""}, {"LANG", "th_TH.UTF-8"}}) == "th");
  BOOST_TEST(language_in({{"LC_ALL", "C.UTF-8"}, {"LANG", "th_TH.UTF-8"}}) == "en");

  set_locale({{"LANG", "th_TH.UTF-8"}});
  BOOST_TEST(said({"check", "good", "--lang", "en"}) == "out:\ngood: nothing found\nexit: 0\n");
  BOOST_TEST(said({"check", "good", "--lang", "thai"}) ==
             "err:\nchiwat: --lang ต้องเป็นค่าใดค่าหนึ่งใน th, en\nดูวิธีใช้: chiwat help\nexit: 2\n");
}

// --- wrong usage ---

BOOST_AUTO_TEST_CASE(a_wrong_command_line_is_told) {
  BOOST_TEST(complaint({}) == "no command given\n");
  BOOST_TEST(complaint({"--lang", "en"}) == "no command given\n");
  BOOST_TEST(complaint({"--lang"}) == "--lang needs one of: th, en\n");
  BOOST_TEST(complaint({"--lang", "fr", "help"}) == "--lang needs one of: th, en\n");
  BOOST_TEST(complaint({"make", "good"}) == "there is no command “make”\n");
  BOOST_TEST(complaint({""}) == "there is no command “”\n");
  BOOST_TEST(complaint({"help", "make"}) == "there is no command “make”\n");
  BOOST_TEST(complaint({"--json", "check", "good"}) ==
             "the command comes first; “--json” stands before it\n");
}

BOOST_AUTO_TEST_CASE(a_word_that_is_nearly_right_is_suggested) {
  BOOST_TEST(complaint({"genrate", "good"}) ==
             "there is no command “genrate”\ndid you mean generate?\n");
  BOOST_TEST(complaint({"check", "good", "--josn"}) ==
             "check has no option --josn\ndid you mean --json?\n");
}

BOOST_AUTO_TEST_CASE(wrong_inputs) {
  BOOST_TEST(complaint({"check"}) == "which description? give a folder or a YAML file\n");
  BOOST_TEST(complaint({"check", ""}) == "which description? give a folder or a YAML file\n");
  BOOST_TEST(complaint({"generate", "--out", "out"}) ==
             "which description? give a folder or a YAML file\n");
  BOOST_TEST(complaint({"check", "good", "bad"}) == "only one description at a time: good bad\n");
  BOOST_TEST(complaint({"help", "check", "generate"}) ==
             "“generate” is too much: see how help is used\n");
  BOOST_TEST(complaint({"templates", "good", "bad"}) ==
             "only one description at a time: good bad\n");
  BOOST_TEST(complaint({"templates", "show"}) == "which template? show NAME\n");
  BOOST_TEST(complaint({"templates", "show", "district-table", "--json"}) ==
             "show prints a template as it is, and has no --json\n");
  BOOST_TEST(complaint({"version", "2"}) == "“2” is too much: see how version is used\n");
}

BOOST_AUTO_TEST_CASE(wrong_options) {
  BOOST_TEST(complaint({"check", "good", "--out", "out"}) == "check has no option --out\n");
  BOOST_TEST(complaint({"check", "good", "-x"}) == "check has no option -x\n");
  BOOST_TEST(complaint({"check", "good", "--json=yes"}) ==
             "--json is a switch and takes no value\n");
  BOOST_TEST(complaint({"check", "good", "--json", "--json"}) == "--json is given twice\n");

  BOOST_TEST(complaint({"generate", "good"}) == "where to? give --out DIR\n");
  BOOST_TEST(complaint({"generate", "good", "--out", ""}) == "where to? give --out DIR\n");
  BOOST_TEST(complaint({"generate", "good", "--out"}) == "--out needs a value: --out DIR\n");
  BOOST_TEST(complaint({"generate", "good", "--out="}) == "--out needs a value: --out DIR\n");
  BOOST_TEST(complaint({"generate", "good", "--out", "--json"}) ==
             "--out needs a value: --out DIR\n");
  BOOST_TEST(complaint({"generate", "good", "--out", "a", "--out", "b"}) ==
             "--out is given twice\n");

  for (const char* wrong : {"0", "x", "-1", "1.5", "", "1 ", "12345678901234567890"}) {
    BOOST_TEST(complaint({"generate", "good", "--dry-run", "--only", wrong}) ==
               "--only needs one of: 1, 2, 3, …\n");
  }
  for (const char* wrong : {"roman", "", "Thai"}) {
    BOOST_TEST(complaint({"generate", "good", "--dry-run", "--digits", wrong}) ==
               "--digits needs one of: thai, arabic\n");
  }
  BOOST_TEST(files_in("out") == Names{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(wrong_months) {
  for (const char* wrong : {"", "x", "2566", "2566-13", "1 มกราคม 2566", "2566-01-02"}) {
    BOOST_TEST(complaint({"generate", "good", "--dry-run", "--month", wrong}) ==
               "--month needs one of: 2568-01, มกราคม 2568, ม.ค. 68, …\n");
  }
  BOOST_TEST(complaint({"generate", "good", "--dry-run", "--month", "2023-01"}) ==
             "2023 is not a Buddhist year; for the Christian year 2023 write 2566\n");
  BOOST_TEST(
      said({"generate", "good", "--dry-run", "--month", "ต.ค. ๖๖"}) ==
      "err:\nchiwat: ตุลาคม 2566 is not in fiscal year 2566; its months are ตุลาคม 2565 - กันยายน "
      "2566\nexit: 2\n");
  for (const char* wrong : {"", "0", "5", "2566-5", "ไตรมาส", "2/2566/1", "รอบ 2", "2023-2"}) {
    BOOST_TEST(complaint({"generate", "good", "--dry-run", "--quarter", wrong}) ==
               "--quarter needs one of: 1, 2, 3, 4, 2568-2, ไตรมาส 2/2568, …\n");
  }
  for (const char* right : {"2", "๒", "ไตรมาส 2", "ไตรมาสที่ ๒/๒๕๖๖", "2566-2", "2/66"}) {
    BOOST_TEST(said({"generate", "good", "--dry-run", "--quarter", right}) ==
               "out:\nthe description has no form of this kind; nothing to write\nexit: 0\n");
  }
  BOOST_TEST(
      said({"generate", "good", "--dry-run", "--quarter", "1/2567"}) ==
      "err:\nchiwat: ไตรมาส 1 (ตุลาคม - ธันวาคม 2566) is not in fiscal year 2566; its months are "
      "ตุลาคม 2565 - กันยายน 2566\nexit: 2\n");
  BOOST_TEST(complaint({"generate", "good", "--dry-run", "--month", "2566-01", "--quarter", "2"}) ==
             "either --month or --quarter, not both\n");
  BOOST_TEST(complaint({"generate", "good", "--dry-run", "--previous", "good"}) ==
             "--previous goes with --month or --quarter\n");
  BOOST_TEST(said({"generate", "good", "--dry-run", "--month", "2566-01"}) ==
             "out:\nthe description has no form of this kind; nothing to write\nexit: 0\n");
}

// --- check ---

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

// --- generate ---

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

BOOST_AUTO_TEST_CASE(generate_shows_progress_on_a_terminal_only) {
  const std::string clear = "\r\033[K";
  BOOST_TEST(outcome({"generate", "good", "--out", "out"}, true).err ==
             clear + "[1/3] writing out/00-รายการสิ่งที่ส่งมาด้วย.xlsx" + clear + clear +
                 "[2/3] writing out/01-เป้าหมาย.xlsx" + clear + clear +
                 "[3/3] writing out/03-เป้าหมายอีกครั้ง.xlsx" + clear);
  BOOST_TEST(outcome({"generate", "good", "--out", "out"}, false).err == "");
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
    "written": ["out/00-รายการสิ่งที่ส่งมาด้วย.xlsx", "out/01-เป้าหมาย.xlsx", "out/03-เป้าหมายอีกครั้ง.xlsx"]
  })"));
  const Outcome dry = outcome({"generate", "good", "--dry-run", "--json"});
  BOOST_TEST(dry.text() == "out:\n{\n  \"diagnostics\": [],\n  \"written\": []\n}\nexit: 0\n");
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
             "err:\nchiwat: cannot write file/out/00-รายการสิ่งที่ส่งมาด้วย.xlsx: something in its path "
             "is a file and not a folder\nexit: 4\n");
  BOOST_TEST(said({"generate", "good", "--out", "file", "--lang", "th"}) ==
             "err:\nchiwat: บันทึก file/00-รายการสิ่งที่ส่งมาด้วย.xlsx ไม่ได้: "
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
  BOOST_TEST(nlohmann::json::parse(json.out)["written"] ==
             nlohmann::json({"out/00-รายการสิ่งที่ส่งมาด้วย.xlsx", "out/01-เป้าหมาย.xlsx"}));
  BOOST_TEST(files_in("out") == (Names{"00-รายการสิ่งที่ส่งมาด้วย.xlsx", "01-เป้าหมาย.xlsx"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_full_stdout_is_an_error) {
  std::ofstream full("/dev/full");
  std::ostringstream err;
  BOOST_TEST(run({"help"}, full, err, false) == kCannotWrite);
  BOOST_TEST(err.str() == "chiwat: what was to be said could not be written to the end\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace chiwat::cli
