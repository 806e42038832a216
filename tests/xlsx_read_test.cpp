// Workbooks that came back: from chiwat itself, and from other programs as their XML has it.
#include "xlsx/read_number.hpp"
#include "xlsx/read_styles.hpp"
#include "xlsx/write.hpp"
#include "xlsx_packed.hpp"

namespace chiwat::xlsx {
namespace {

// What read() promises to bring back of what write() was given.
Workbook what_is_read(Workbook workbook) {
  // written as midnight UTC
  workbook.properties.modified = Moment{workbook.properties.created, 7 * 60 * 60};
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
modified 2021-03-02 second 25199
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

}  // namespace
}  // namespace chiwat::xlsx
