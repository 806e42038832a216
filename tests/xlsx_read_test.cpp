// Workbooks that came back: from chiwat itself, from other programs as their XML has it, and from
// people who want to do harm.
#define BOOST_TEST_MODULE xlsx_read
#include <minizip/zip.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cctype>
#include <fstream>
#include <iterator>
#include <random>

#include "document/dump.hpp"
#include "xlsx/package.hpp"
#include "xlsx/read.hpp"
#include "xlsx/read_number.hpp"
#include "xlsx/read_styles.hpp"
#include "xlsx/write.hpp"

namespace chiwat::xlsx {
namespace {

namespace fs = std::filesystem;
using document::Blank;
using document::Cell;
using document::Formula;
using document::Range;
using document::Sheet;
using document::Style;
using document::Workbook;
using namespace std::chrono_literals;

// A file of the test's own, removed with its folder.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "xlsx_read_test.XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { fs::remove_all(folder_); }

  const fs::path& folder() const { return folder_; }
  fs::path file() const { return folder_ / "เขมราฐ.xlsx"; }

 private:
  fs::path folder_;
};

void put_bytes(const fs::path& file, const std::string& content) {
  std::ofstream(file, std::ios::binary) << content;
}

std::string bytes(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

using Parts = std::map<std::string, std::string>;

void put_package(const fs::path& file, const Parts& parts) {
  const zipFile zip = zipOpen64(file.c_str(), APPEND_STATUS_CREATE);
  for (const auto& [name, content] : parts) {
    const zip_fileinfo info{};
    zipOpenNewFileInZip(zip, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 1);
    zipWriteInFileInZip(zip, content.data(), static_cast<unsigned>(content.size()));
    zipCloseFileInZip(zip);
  }
  zipClose(zip, nullptr);
}

constexpr const char* kRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relation(const std::string& id, const std::string& kind, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + kRelations + kind + "\" Target=\"" + target +
         "\"/>";
}

std::string relations(const std::string& entries) {
  return "<?xml version=\"1.0\"?><Relationships xmlns=\"http://x\">" + entries + "</Relationships>";
}

// A workbook of one sheet, ก, with these rows; the other parts may be added or replaced.
Parts parts_of(const std::string& rows, const Parts& more = {}) {
  Parts parts = more;
  parts.insert(
      {{"_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml"))},
       {"xl/workbook.xml",
        "<workbook xmlns:r=\"http://r\"><sheets><sheet name=\"ก\" sheetId=\"1\" r:id=\"rId1\"/>"
        "</sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        relations(relation("rId1", "worksheet", "worksheets/sheet1.xml") +
                  relation("rId2", "sharedStrings", "sharedStrings.xml") +
                  relation("rId3", "styles", "styles.xml"))},
       {"xl/sharedStrings.xml", "<sst/>"},
       {"xl/styles.xml", "<styleSheet/>"},
       {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}});
  return parts;
}

// The dump of what was read, or the ids and arguments of what is wrong.
std::string outcome_of(const fs::path& file, const Limits& limits = {}) {
  Diagnostics diagnostics;
  const auto workbook = read(file, diagnostics, limits);
  std::string words;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    BOOST_TEST((diagnostic.origin == Origin(file.string(), 0, 0)));
    words += diagnostic.message.id;
    for (const auto& [name, value] : diagnostic.message.arguments) {
      words += " " + name + "=" + std::get<std::string>(value);
    }
  }
  BOOST_TEST(workbook.has_value() == words.empty());
  return workbook ? document::dump(*workbook) : words;
}

std::string outcome(const Parts& parts, const Limits& limits = {}) {
  const Scratch scratch;
  put_package(scratch.file(), parts);
  return outcome_of(scratch.file(), limits);
}

// The lines of the cells of a workbook that must be readable.
std::string cells(const Parts& parts) {
  const std::string dump = outcome(parts);
  const std::size_t first = dump.find("\nก!");
  return first == std::string::npos ? dump : dump.substr(first + 1);
}

// What read() promises to bring back of what write() was given.
Workbook what_is_read(Workbook workbook) {
  workbook.properties.modified = workbook.properties.created;
  for (Sheet& sheet : workbook.sheets) {
    Sheet kept;
    kept.name = sheet.name;
    kept.hidden = sheet.hidden;
    kept.merges = sheet.merges;
    for (const auto& [position, cell] : sheet.cells) {
      if (!std::holds_alternative<Blank>(cell.value)) kept.cells[position].value = cell.value;
    }
    sheet = kept;
  }
  return workbook;
}

Workbook everything_that_is_written() {
  Style date;
  date.number_format = "[$-D07041E]d mmmm yyyy";
  Sheet sheet;
  sheet.name = "ก'ข รอบที่ 1";
  sheet.cells[{0, 0}].value = std::string("  เว้นวรรค\nสอง\tบรรทัด <&> \"'  ");
  sheet.cells[{0, 1}].value = std::string("=1+1");
  sheet.cells[{0, 2}].value = std::string("0812345678");
  sheet.cells[{1, 0}].value = *Number::parse("1467249697.2");
  sheet.cells[{1, 1}].value = *Number::parse("-0.07");
  sheet.cells[{1, 2}].value = Number(std::int64_t{1234567890123});
  sheet.cells[{1, 3}].value = Number(0);
  sheet.cells[{2, 0}] = {Date(2021y / 2 / 23), date, ""};
  sheet.cells[{2, 1}] = {Formula{"TODAY()", Date(2021y / 2 / 24)}, date, ""};
  sheet.cells[{2, 2}].value = Formula{"ROUND(A2*7/100,0)&\"\"", "102707479"};
  sheet.cells[{2, 3}].value = Formula{"A2/2", *Number::parse("733624848.6")};
  sheet.cells[{3, 0}].value = true;
  sheet.cells[{3, 1}].value = Blank();
  sheet.cells[{1'048'575, 16'383}].value = Number(1);
  sheet.merges = {{{5, 0}, {6, 1}}, {{5, 3}, {5, 4}}};
  sheet.page.print_area = Range{{0, 0}, {6, 3}};
  Sheet lists;
  lists.name = "รายการ";
  lists.hidden = true;
  return {.file_name = "เขมราฐ.xlsx",
          .properties = {.title = "แบบสำรวจ <1>",
                         .subject = "ปี 2564",
                         .author = "สพจ.",
                         .company = "กรมการพัฒนาชุมชน",
                         .keywords = "chiwat 1",
                         .created = 2021y / 2 / 3,
                         .modified = {}},
          .sheets = {sheet, lists},
          .defined_names = {{"อำเภอ", "'รายการ'!$A$1:$A$25"}, {"'รายการ'!ชื่อ", "'รายการ'!$B$1"}}};
}

BOOST_AUTO_TEST_CASE(what_was_written_is_read) {
  const Workbook workbook = everything_that_is_written();
  const Scratch scratch;
  write(workbook, scratch.folder());
  Diagnostics diagnostics;
  const auto found = read(scratch.folder() / workbook.file_name, diagnostics);
  BOOST_REQUIRE(found);
  BOOST_TEST(document::dump(*found) == document::dump(what_is_read(workbook)));
  BOOST_TEST((*found == what_is_read(workbook)));
}

BOOST_AUTO_TEST_CASE(a_number_is_the_shortest_decimal_that_means_the_same) {
  const auto number = [](const char* text) {
    const auto found = read_number(text);
    return found ? found->to_string() : "none";
  };
  BOOST_TEST(number("0.10000000000000001") == "0.1");
  BOOST_TEST(number("1234.5599999999999") == "1234.56");
  BOOST_TEST(number("0.30000000000000004") == "0.30000000000000004");
  BOOST_TEST(number("-4.1666666666666670E-2") == "-0.04166666666666667");
  BOOST_TEST(number("123456789012345") == "123456789012345");
  BOOST_TEST(number("1234567890123456") == "1234567890123456");
  BOOST_TEST(number("9007199254740993") == "9007199254740992");
  BOOST_TEST(number("12345678901234567890") == "12345678901234567000");
  BOOST_TEST(number("1E+21") == "1000000000000000000000");
  BOOST_TEST(number("5e-3") == "0.005");
  BOOST_TEST(number("007.50") == "7.5");
  BOOST_TEST(number("-0") == "0");
  BOOST_TEST(number(".5") == "0.5");
  BOOST_TEST(number("5.") == "5");
  BOOST_TEST(number(" 12 \n") == "12");
  for (const char* text : {"", ".", "-", "--1", "+1", "1,5", "1 2", "12a", "nan", "inf", "-inf",
                           "1e999", "0x10", "๑๒", "1e", "1.2.3"}) {
    BOOST_TEST(number(text) == "none", text);
  }
}

BOOST_AUTO_TEST_CASE(a_number_format_shows_a_date_when_letters_of_it_are_those_of_days) {
  for (const char* code : {"d/m/yyyy", "[$-107041E]d mmm yy", "dd/mm/bbbb", "[$-41E]0\"x\";yyyy",
                           "h:mm", "D-MMM", "\"วันที่ \"d", "\\d d"}) {
    BOOST_TEST(shows_date(code), code);
  }
  for (const char* code :
       {"General", "GENERAL", "#,##0.00", "0.00E+00", "\"day\" 0", "[Red]0", "@",
        "[$-D00041E]#,##0", "\\d0", "0_d", "*d0", "\"never closed d", "[d", "", "\\", "0\\"}) {
    BOOST_TEST(!shows_date(code), code);
  }
}

BOOST_AUTO_TEST_CASE(each_type_of_cell_is_what_it_says) {
  BOOST_TEST(cells(parts_of(R"(
      <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="str"><v>ข้อความ</v></c>
        <c r="C1" t="inlineStr"><is><r><t>สอง</t></r><r><rPr/><t xml:space="preserve"> ตอน</t></r></is></c>
        <c r="D1" t="n"><v>1.5</v></c><c r="E1"><v>2</v></c><c r="F1" t="b"><v>1</v></c>
        <c r="G1" t="b"><v>0</v></c><c r="H1" t="e"><v>#DIV/0!</v></c>
        <c r="I1" t="d"><v>2021-02-23T00:00:00</v></c><c r="J1" s="3"/><c r="M1" t="s"/><c r="K1"><v/></c>
        <c r="L1" t="str"><v></v></c></row>)",
                            {{"xl/sharedStrings.xml",
                              "<sst><si><t>ศูนย์</t></si><si><t>หนึ่ง</t></si></sst>"}})) ==
             R"(ก!A1 text "หนึ่ง"
ก!B1 text "ข้อความ"
ก!C1 text "สอง ตอน"
ก!D1 number 1.5
ก!E1 number 2
ก!F1 TRUE
ก!G1 FALSE
ก!H1 error #DIV/0!
ก!I1 date 2021-02-23
ก!L1 text ""
)");
}

BOOST_AUTO_TEST_CASE(a_formula_comes_with_what_it_gave) {
  BOOST_TEST(cells(parts_of(R"(
      <row r="1"><c r="A1"><f>1/8</f><v>0.125</v></c><c r="B1" t="str"><f>"a"&amp;""</f><v>a</v></c>
        <c r="C1" t="b"><f>1&lt;2</f><v>1</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>
        <c r="E1"><f>A1</f><v></v></c><c r="F1"><f>A1</f></c>
        <c r="G1"><f t="shared" ref="G1:G2" si="0">A1*2</f><v>0.25</v></c></row>
      <row r="2"><c r="G2"><f t="shared" si="0"/><v>0</v></c></row>)")) ==
             R"(ก!A1 formula 1/8 = 0.125
ก!B1 formula "a"&"" = "a"
ก!C1 formula 1<2 = TRUE
ก!D1 formula 1/0 = #DIV/0!
ก!E1 formula A1 = ?
ก!F1 formula A1 = ?
ก!G1 formula A1*2 = 0.25
ก!G2 formula  = 0
)");
}

BOOST_AUTO_TEST_CASE(shared_texts_have_runs_readings_and_escapes) {
  BOOST_TEST(cells(parts_of(
                 R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>)",
                 {{"xl/sharedStrings.xml",
                   R"(<sst><si><r><t>กลุ่ม</t></r><r><t xml:space="preserve"> ทอผ้า</t></r></si>
                                 <si><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr/></si>
                                 <si><t>a_x000D_b_x0E01__x005F_x000D__xZZZZ__x00</t></si></sst>)"}})) ==
             R"(ก!A1 text "กลุ่ม ทอผ้า"
ก!B1 text "課"
ก!C1 text "a\x0dbก_x000D__xZZZZ__x00"
)");
}

BOOST_AUTO_TEST_CASE(a_number_that_is_shown_as_a_date_is_one) {
  const Parts styles = {{"xl/styles.xml",
                         R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d\ mmm\ bbbb"/>
                            <numFmt numFmtId="165" formatCode="#,##0"/></numFmts>
                            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
                            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>
                            <xf numFmtId="165"/><xf numFmtId="71"/></cellXfs></styleSheet>)"}};
  const std::string row =
      R"(<row><c s="0"><v>44250</v></c><c s="1"><v>44250</v></c><c s="2"><v>44250</v></c>
         <c s="3"><v>44250</v></c><c s="4"><v>44250</v></c><c s="1"><v>44250.5</v></c>
         <c s="1"><v>60</v></c><c s="1"><v>-1</v></c><c s="1"><v>2958465</v></c>
         <c s="1"><v>2958466</v></c><c s="99"><v>44250</v></c></row>)";
  BOOST_TEST(cells(parts_of(row, styles)) == R"(ก!A1 number 44250
ก!B1 date 2021-02-23
ก!C1 date 2021-02-23
ก!D1 number 44250
ก!E1 date 2021-02-23
ก!F1 number 44250.5
ก!G1 number 60
ก!H1 number -1
ก!I1 date 9999-12-31
ก!J1 number 2958466
ก!K1 number 44250
)");
  Parts from_1904 = styles;
  from_1904["xl/workbook.xml"] =
      R"(<workbook><workbookPr date1904="1"/><sheets><sheet name="ก" id="rId1"/></sheets></workbook>)";
  BOOST_TEST(cells(parts_of(R"(<row><c s="1"><v>42788</v></c><c s="1"><v>0</v></c></row>)",
                            from_1904)) == "ก!A1 date 2021-02-23\nก!B1 date 1904-01-01\n");
}

BOOST_AUTO_TEST_CASE(programs_may_leave_out_names_of_cells_and_choose_prefixes) {
  BOOST_TEST(cells(parts_of("", {{"xl/worksheets/sheet1.xml",
                                  R"(<x:worksheet xmlns:x="http://x"><x:sheetData>
      <x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>
      <x:row r="5"><x:c r="c5"><x:v>3</x:v></x:c><x:c><x:v>4</x:v></x:c></x:row>
      <x:row><x:c r="$B$6"><x:v>5</x:v></x:c></x:row>
      </x:sheetData></x:worksheet>)"}})) ==
             "ก!A1 number 1\nก!B1 number 2\nก!C5 number 3\nก!D5 number 4\nก!B6 number 5\n");
}

BOOST_AUTO_TEST_CASE(sheets_names_and_properties_are_the_workbooks) {
  BOOST_TEST(
      outcome(parts_of(
          "",
          {{"_rels/.rels",
            relations(relation("a", "officeDocument", "/xl/workbook.xml") +
                      relation("b", "metadata/core-properties", "docProps/core.xml"))},
           {"docProps/core.xml",
            R"(<p xmlns:dc="http://d"><dc:title>แบบ</dc:title><dc:creator>ก</dc:creator>
               <dcterms:modified xmlns:dcterms="http://t">2021-03-01T23:59:59Z</dcterms:modified></p>)"},
           {"xl/workbook.xml",
            R"(<workbook><sheets><sheet name="ก" id="s1"/><sheet name="แผนภูมิ" id="c1"/>
               <sheet name="ข" state="hidden" id="s2"/><sheet name="ค'" state="veryHidden" id="s3"/></sheets>
               <definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">ก!A1</definedName>
               <definedName name="ชื่อ" localSheetId="3">ค!$A$1</definedName>
               <definedName name="ชื่อ" hidden="1">ก!$A$1</definedName>
               <definedName name="ไม่มี" localSheetId="9">ก!$A$1</definedName></definedNames></workbook>)"},
           {"xl/_rels/workbook.xml.rels",
            relations(relation("s1", "worksheet", "/xl/worksheets/sheet1.xml") +
                      relation("c1", "chartsheet", "chartsheets/sheet1.xml") +
                      relation("s2", "worksheet", "../xl/worksheets/SHEET1.XML") +
                      relation("s3", "worksheet", "worksheets/sheet1.xml"))},
           {"xl/worksheets/sheet1.xml",
            R"(<worksheet><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C3"/></mergeCells></worksheet>)"}})) ==
      R"(workbook เขมราฐ.xlsx
title "แบบ"
subject ""
author "ก"
company ""
keywords ""
created 0000-00-00
modified 2021-03-01
name 'ค'''!ชื่อ = ค!$A$1
name ชื่อ = ก!$A$1

sheet ก portrait scale 100 left 0 right 0 top 0 bottom 0
merges A1:B2 C3:C3

sheet ข hidden portrait scale 100 left 0 right 0 top 0 bottom 0
merges A1:B2 C3:C3

sheet ค' hidden portrait scale 100 left 0 right 0 top 0 bottom 0
merges A1:B2 C3:C3
)");
}

std::string outcome_of_bytes(const std::string& content) {
  const Scratch scratch;
  put_bytes(scratch.file(), content);
  return outcome_of(scratch.file());
}

BOOST_AUTO_TEST_CASE(what_is_no_workbook_is_said_in_its_own_words) {
  const Scratch scratch;
  BOOST_TEST(outcome_of(scratch.file()) == "file_unreadable file=" + scratch.file().string());
  BOOST_TEST(outcome_of(scratch.folder()) == "file_unreadable file=" + scratch.folder().string());
  BOOST_TEST(outcome_of_bytes("") == "xlsx_not_a_workbook");
  BOOST_TEST(outcome_of_bytes("อำเภอ,จำนวน\n") == "xlsx_not_a_workbook");
  BOOST_TEST(outcome_of_bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more") ==
             "xlsx_encrypted_or_old");
  BOOST_TEST(outcome_of_bytes("PK\x03\x04 cut off") == "xlsx_cut_off");
  BOOST_TEST(outcome({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}) ==
             "xlsx_not_a_workbook");
  const Parts word = {
      {"_rels/.rels", relations(relation("1", "officeDocument", "word/document.xml"))},
      {"word/document.xml", "<document/>"}};
  BOOST_TEST(outcome(word) == "xlsx_not_a_workbook");
  const Parts binary = {
      {"_rels/.rels", relations(relation("1", "officeDocument", "xl/workbook.bin"))},
      {"xl/workbook.bin", "\x83\x01"}};
  BOOST_TEST(outcome(binary) == "xlsx_not_a_workbook");
}

BOOST_AUTO_TEST_CASE(a_part_that_is_missing_or_broken_is_named) {
  Parts parts = parts_of("<row/>");
  parts.erase("xl/worksheets/sheet1.xml");
  BOOST_TEST(outcome(parts) == "xlsx_part_missing part=xl/worksheets/sheet1.xml");
  BOOST_TEST(outcome(parts_of("<row>")) == "xlsx_damaged part=xl/worksheets/sheet1.xml");
  BOOST_TEST(outcome(parts_of("\xE0\xB8")) == "xlsx_damaged part=xl/worksheets/sheet1.xml");
  BOOST_TEST(outcome(parts_of("", {{"xl/styles.xml", ""}})) == "xlsx_damaged part=xl/styles.xml");
  BOOST_TEST(outcome(parts_of("", {{"xl/_rels/workbook.xml.rels", relations("")}})) ==
             "xlsx_damaged part=xl/workbook.xml");
  parts = parts_of("", {{"xl/sharedStrings.xml", "<sst/>"}});
  parts.erase("xl/styles.xml");
  BOOST_TEST(outcome(parts) == "xlsx_part_missing part=xl/styles.xml");
}

BOOST_AUTO_TEST_CASE(a_cell_that_no_sheet_has_is_named) {
  const auto refusal = [](const std::string& rows) { return outcome(parts_of(rows)); };
  BOOST_TEST(refusal(R"(<row><c r="XFE1"><v>1</v></c></row>)") ==
             "xlsx_bad_cell cell=XFE1 sheet=ก text=");
  BOOST_TEST(refusal(R"(<row><c r="A1048577"/></row>)") ==
             "xlsx_bad_cell cell=A1048577 sheet=ก text=");
  BOOST_TEST(refusal(R"(<row><c r="A99999999999999"/></row>)") ==
             "xlsx_bad_cell cell=A99999999999999 sheet=ก text=");
  BOOST_TEST(refusal(R"(<row><c r="A0"/></row>)") == "xlsx_bad_cell cell=A0 sheet=ก text=");
  BOOST_TEST(refusal(R"(<row><c r="7"/></row>)") == "xlsx_bad_cell cell=7 sheet=ก text=");
  BOOST_TEST(refusal(R"(<row r="1048577"/>)") == "xlsx_bad_cell cell=1048577 sheet=ก text=");
  BOOST_TEST(refusal(R"(<row r="-1"/>)") == "xlsx_bad_cell cell=-1 sheet=ก text=");
  BOOST_TEST(refusal(R"(<row r="1048576"/><row/>)") == "xlsx_bad_cell cell= sheet=ก text=");
  BOOST_TEST(refusal(R"(<row><c r="XFD1"/><c/></row>)") == "xlsx_bad_cell cell= sheet=ก text=");
  BOOST_TEST(refusal(R"(<c><v>1</v></c>)") == "xlsx_bad_cell cell= sheet=ก text=");
  BOOST_TEST(refusal(R"(<row><c><v>๑๒</v></c></row>)") == "xlsx_bad_cell cell=A1 sheet=ก text=๑๒");
  BOOST_TEST(refusal(R"(<row><c t="s"><v>0</v></c></row>)") ==
             "xlsx_bad_cell cell=A1 sheet=ก text=0");
  BOOST_TEST(refusal(R"(<row><c t="s"><v>-1</v></c></row>)") ==
             "xlsx_bad_cell cell=A1 sheet=ก text=-1");
  BOOST_TEST(refusal(R"(<row><c t="d"><v>2021-02-30</v></c></row>)") ==
             "xlsx_bad_cell cell=A1 sheet=ก text=2021-02-30");
  BOOST_TEST(
      refusal(R"(</sheetData><mergeCells><mergeCell ref="B1:A1"/></mergeCells><sheetData>)") ==
      "xlsx_bad_cell cell=B1:A1 sheet=ก text=");
}

BOOST_AUTO_TEST_CASE(a_long_wrong_text_is_shown_by_its_beginning_in_whole_letters) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "ก";
  const std::string found = outcome(parts_of("<row><c><v>x" + text + "</v></c></row>"));
  BOOST_TEST(found == "xlsx_bad_cell cell=A1 sheet=ก text=x" + text.substr(0, 19 * 3));
}

BOOST_AUTO_TEST_CASE(entities_depth_and_endless_tags_are_refused) {
  const std::string sheet = "xl/worksheets/sheet1.xml";
  const std::string damaged = "xlsx_damaged part=" + sheet;
  BOOST_TEST(
      outcome(parts_of(
          "", {{sheet, R"(<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>)"}})) ==
      damaged);
  BOOST_TEST(
      outcome(parts_of("", {{sheet, R"(<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>)"}})) ==
      damaged);
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<a>";
  BOOST_TEST(outcome(parts_of(deep)) == damaged);
  BOOST_TEST(outcome(parts_of("<a b=\"" + std::string(3 << 20, 'x') + "\"/>")) == damaged);
}

BOOST_AUTO_TEST_CASE(a_file_may_not_be_larger_than_its_limits) {
  const Parts parts =
      parts_of(R"(<row><c><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>)",
               {{"xl/sharedStrings.xml", "<sst><si><t>12345</t></si></sst>"}});
  const auto with = [&](auto change) {
    Limits limits;
    change(limits);
    return outcome(parts, limits);
  };
  BOOST_TEST(with([](Limits& limits) { limits.cells = 3; }) == outcome(parts));
  BOOST_TEST(with([](Limits& limits) { limits.cells = 2; }) == "xlsx_too_many_cells");
  BOOST_TEST(with([](Limits& limits) { limits.shared_text = 9; }) == "xlsx_too_large");
  BOOST_TEST(with([](Limits& limits) { limits.sheets = 0; }) == "xlsx_too_many_sheets");
  BOOST_TEST(with([](Limits& limits) { limits.unpacked = 500; }) == "xlsx_too_large");
  const std::string head = "<workbook>" + std::string(65 << 20, ' ') + "</workbook>";
  BOOST_TEST(outcome(parts_of("", {{"xl/workbook.xml", head}})) == "xlsx_too_large");
  Parts many = parts;
  for (int i = 0; i < 10'001; ++i) many["a" + std::to_string(i)] = "";
  BOOST_TEST(outcome(many) == "xlsx_too_large");
}

// Damage of every kind, the same in every run.
class Damage {
 public:
  void spoil(std::string& content) {
    for (std::size_t times = 1 + below(3); times > 0 && !content.empty(); --times) {
      const std::size_t at = below(content.size());
      switch (below(5)) {
        case 0:
          content[at] = static_cast<char>(content[at] ^ (1 << below(8)));
          break;
        case 1:
          content[at] = static_cast<char>(below(256));
          break;
        case 2:
          content.resize(at);
          break;
        case 3:
          content.erase(at, below(40));
          break;
        case 4:
          content.insert(at, content.substr(below(content.size()), below(40)));
          break;
      }
    }
  }

  // A mistake that is still XML: a number for another, a name for another.
  void confuse(std::string& content) {
    static const std::vector<std::string> words = {
        "-1",        "0",    "1",  "99999999999999999999",
        "1048577",   "XFE1", "A1", "1e308",
        "",          "s",    "is", "str",
        "inlineStr", "row",  "c",  "v",
        "t",         "true"};
    const auto is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
    for (std::size_t times = 1 + below(3); times > 0; --times) {
      std::size_t first = below(content.size());
      while (first < content.size() && !is_word(content[first])) ++first;
      std::size_t last = first;
      while (last < content.size() && is_word(content[last])) ++last;
      content.replace(first, last - first, words[below(words.size())]);
    }
  }

  std::size_t below(std::size_t end) { return random_() % end; }

 private:
  std::mt19937 random_{2564};
};

// How many files were read, of all that were tried; the rest had exactly one error each.
struct Survivors {
  int read = 0;
  int refused = 0;

  void count(const fs::path& file) {
    Diagnostics diagnostics;
    const bool whole = xlsx::read(file, diagnostics).has_value();
    BOOST_TEST(diagnostics.error_count() == (whole ? 0 : 1));
    ++(whole ? read : refused);
  }
};

BOOST_AUTO_TEST_CASE(a_damaged_zip_is_read_or_refused) {
  const Scratch scratch;
  write(everything_that_is_written(), scratch.folder());
  const std::string sound = bytes(scratch.file());
  Damage damage;
  Survivors survivors;
  for (int i = 0; i < 2000; ++i) {
    std::string content = sound;
    damage.spoil(content);
    put_bytes(scratch.file(), content);
    survivors.count(scratch.file());
  }
  BOOST_TEST(survivors.read > 50);
  BOOST_TEST(survivors.refused > 1000);
}

Parts unpacked(const fs::path& file) {
  Parts parts;
  Package package(file, Limits().unpacked);
  for (const char* name : {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                           "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml",
                           "xl/worksheets/sheet2.xml", "docProps/core.xml", "docProps/app.xml"}) {
    package.unpack(name, [&](std::string_view piece) { parts[name] += piece; });
  }
  return parts;
}

BOOST_AUTO_TEST_CASE(parts_that_are_damaged_or_wrong_are_read_or_refused) {
  const Scratch scratch;
  write(everything_that_is_written(), scratch.folder());
  const Parts sound = unpacked(scratch.file());
  Damage damage;
  Survivors spoiled, confused;
  for (int i = 0; i < 3000; ++i) {
    Parts parts = sound;
    std::string& content =
        std::next(parts.begin(), static_cast<long>(damage.below(parts.size())))->second;
    i % 2 == 0 ? damage.spoil(content) : damage.confuse(content);
    put_package(scratch.file(), parts);
    (i % 2 == 0 ? spoiled : confused).count(scratch.file());
  }
  BOOST_TEST(spoiled.read > 100);
  BOOST_TEST(spoiled.refused > 500);
  BOOST_TEST(confused.read > 500);
  BOOST_TEST(confused.refused > 100);
}

}  // namespace
}  // namespace chiwat::xlsx
