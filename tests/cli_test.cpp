// The command line: help, languages, and what is wrong with the words.
#define BOOST_TEST_MODULE cli
#include "cli/arguments.hpp"

#include "cli_office.hpp"
#include "thai/names.hpp"

namespace chiwat::cli {
namespace {

constexpr const char* kEnglishHelp =
    R"(chiwat (ชี้วัด) makes an indicator circular’s Excel files from one description.

Usage:
  chiwat generate FOLDER|FILE --out DIR
  chiwat collect FOLDER|FILE RETURNED… --out DIR
  chiwat score FOLDER|FILE --results FILE --out DIR
  chiwat explain FOLDER|FILE DISTRICT [COLUMN|LEVEL]
  chiwat check FOLDER|FILE
  chiwat new NEW-FOLDER
  chiwat diff OLD NEW
  chiwat templates [show NAME] [FOLDER|FILE]
  chiwat print FOLDER|FILE… --pdf DIR
  chiwat doctor
  chiwat help [COMMAND]
  chiwat version

Commands:
  generate   write the workbooks of a circular, one for each attachment
  collect    check the forms that have come back, and add them up
  score      score what the districts have reported, and write the scorecard
  explain    say how a number came about
  check      read a description and say everything that is wrong with it
  new        begin a description: a small one, or that of the next year
  diff       say what has changed from one state of a circular to another
  templates  list the forms that there are, or print one to start from
  print      workbooks as PDFs, ready for the printer
  doctor     say what this machine has and lacks for printing
  help       say how the program, or one command, is used
  version    say which version this is

Exit codes:
  0  done
  1  check has found something, or generate has kept a file that somebody changed
  2  the command line is wrong
  3  the description has mistakes; nothing is written
  4  a file cannot be written, or something needed is missing
)";

constexpr const char* kThaiHelp =
    R"(chiwat (ชี้วัด) สร้างไฟล์ Excel สิ่งที่ส่งมาด้วยของหนังสือเวียนแจ้งตัวชี้วัด จากรายละเอียดชุดเดียว

วิธีใช้:
  chiwat generate FOLDER|FILE --out DIR
  chiwat collect FOLDER|FILE RETURNED… --out DIR
  chiwat score FOLDER|FILE --results FILE --out DIR
  chiwat explain FOLDER|FILE DISTRICT [COLUMN|LEVEL]
  chiwat check FOLDER|FILE
  chiwat new NEW-FOLDER
  chiwat diff OLD NEW
  chiwat templates [show NAME] [FOLDER|FILE]
  chiwat print FOLDER|FILE… --pdf DIR
  chiwat doctor
  chiwat help [COMMAND]
  chiwat version

คำสั่ง:
  generate   สร้างไฟล์ Excel ของหนังสือเวียน หนึ่งไฟล์ต่อหนึ่งสิ่งที่ส่งมาด้วย
  collect    ตรวจแบบที่อำเภอส่งกลับ แจ้งข้อที่ต้องแก้ไขและผู้ที่ยังไม่ส่ง และรวมผล
  score      คิดคะแนนจากผลที่อำเภอรายงาน และสร้างตารางคะแนน
  explain    บอกที่มาของตัวเลขหนึ่งตัว
  check      ตรวจรายละเอียดหนังสือเวียน และบอกข้อผิดพลาดทุกแห่ง
  new        เริ่มรายละเอียดชุดใหม่ จากตัวอย่างสั้น ๆ หรือจากของปีก่อน
  diff       แสดงสิ่งที่เปลี่ยนแปลงระหว่างหนังสือเวียนสองชุด
  templates  แสดงรายชื่อแบบที่มี หรือพิมพ์แบบหนึ่งออกมาเพื่อนำไปแก้
  print      แปลงไฟล์ Excel เป็น PDF พร้อมพิมพ์
  doctor     บอกว่าเครื่องนี้มีและขาดอะไรสำหรับการพิมพ์
  help       บอกวิธีใช้โปรแกรม หรือวิธีใช้แต่ละคำสั่ง
  version    บอกรุ่นของโปรแกรม

รหัสเมื่อจบการทำงาน:
  0  เรียบร้อย
  1  check พบข้อผิดพลาด หรือ generate คงไฟล์ที่มีผู้แก้ไขไว้
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
  --explain             with a sheet that says how each number came about
  --jobs N              make so many workbooks at a time; else one per processor
  --since PATH          mark what has changed since this older output
  --revision N          add the note แก้ไขครั้งที่ N, with --dated
  --dated DATE          the date of the revision: 5 มีนาคม 2564, 2564-03-05
  --force               replace and remove also files that somebody has changed
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
  --rules       แสดงรายการกฎ หรืออธิบายกฎที่ระบุ เช่น D4
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
    for (const CommandDescription& command : all_commands()) {
      const std::string name(command.name);
      std::istringstream lines(outcome({name, "--help", "--lang", language}).out);
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
  BOOST_TEST(said({"version"}) == "out:\nchiwat " CHIWAT_VERSION "\nexit: 0\n");
  BOOST_TEST(said({"--version"}) == "out:\nchiwat " CHIWAT_VERSION "\nexit: 0\n");
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

BOOST_AUTO_TEST_CASE(a_full_stdout_is_an_error) {
  std::ofstream full("/dev/full");
  std::ostringstream err;
  BOOST_TEST(run({"help"}, full, err, false) == kCannotWrite);
  BOOST_TEST(err.str() == "chiwat: what was to be said could not be written to the end\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace chiwat::cli
