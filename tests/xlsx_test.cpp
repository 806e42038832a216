// A workbook as the bytes that Excel reads: parts of the package beside the text that they must
// hold.
#define BOOST_TEST_MODULE xlsx
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <clocale>
#include <csignal>
#include <cstdlib>

#include "xlsx/assemble.hpp"
#include "xlsx/nearest_double.hpp"
#include "xlsx/temporary_file.hpp"
#include "xlsx_written.hpp"

namespace chiwat::xlsx {
namespace {

BOOST_AUTO_TEST_CASE(a_number_becomes_the_nearest_double) {
  BOOST_TEST(nearest_double(Number(0)) == 0.0);
  BOOST_TEST(nearest_double(*Number::parse("-0.07")) == -0.07);
  BOOST_TEST(nearest_double(Number(1) / 3) == 1.0 / 3.0);
  // Halfway between two doubles: to the even one; a trifle more: to the other.
  const Number halfway = Number(std::int64_t{9007199254740993});
  BOOST_TEST(nearest_double(halfway) == 9007199254740992.0);
  BOOST_TEST(nearest_double(halfway + Number::power_of_ten(-30)) == 9007199254740994.0);
  BOOST_TEST(nearest_double(Number(-1) / Number::power_of_ten(400)) == 0.0);
  BOOST_CHECK_THROW(nearest_double(Number::power_of_ten(400)), WriteError);
}

BOOST_AUTO_TEST_CASE(each_kind_of_value_is_written_as_what_it_is) {
  Style date;
  date.number_format = "[$-D07041E]d mmmm yyyy";
  BOOST_TEST(cells_of(sheet_of({
                 {{0, 0}, cell_of(*Number::parse("12.5"))},
                 {{0, 1}, cell_of(std::string("=1+1"))},
                 {{0, 2}, cell_of(std::string("0812345678"))},
                 {{1, 0}, cell_of(Formula{"ROUND(A1*7/100,0)&\"\"", Number(1)})},
                 {{1, 1}, cell_of(Formula{"A1/3", *Number::parse("12.5") / 3})},
                 {{2, 0}, cell_of(Date(2021y / February / 23), date)},
                 {{2, 1}, cell_of(Blank())},
             })) == R"(<sheetData>
<row r="1" spans="1:3">
<c r="A1" s="1"><v>12.5</v></c>
<c r="B1" s="1" t="s"><v>0</v></c>
<c r="C1" s="1" t="s"><v>1</v></c></row>
<row r="2" spans="1:3">
<c r="A2" s="1"><f>ROUND(A1*7/100,0)&amp;""</f><v>1</v></c>
<c r="B2" s="1"><f>A1/3</f><v>4.166666666666667</v></c></row>
<row r="3" spans="1:3">
<c r="A3" s="2"><v>44250</v></c>
<c r="B3" s="1"/></row></sheetData>)");
}

BOOST_AUTO_TEST_CASE(what_a_formula_gave_keeps_its_kind) {
  const auto gives = [](document::Result result) {
    return cell_of(Formula{"D1", std::move(result)});
  };
  BOOST_TEST(cells_of(sheet_of({{{0, 0}, gives("ครบ <1>")},
                                {{1, 0}, gives("")},
                                {{2, 0}, gives(Date(2021y / February / 23))},
                                {{3, 0}, cell_of(false)}})) == R"(<sheetData>
<row r="1" spans="1:1">
<c r="A1" s="1" t="str"><f>D1</f><v>ครบ &lt;1&gt;</v></c></row>
<row r="2" spans="1:1">
<c r="A2" s="1" t="str"><f>D1</f><v></v></c></row>
<row r="3" spans="1:1">
<c r="A3" s="1"><f>D1</f><v>44250</v></c></row>
<row r="4" spans="1:1">
<c r="A4" s="1" t="b"><v>0</v></c></row></sheetData>)");
}

BOOST_AUTO_TEST_CASE(equal_styles_are_one_format) {
  Style plain;
  Style cell;
  cell.font_size = 14;
  cell.bold = true;
  cell.italic = true;
  cell.wrap = true;
  cell.border = true;
  cell.horizontal = Horizontal::centre;
  cell.vertical = document::Vertical::top;
  cell.number_format = "[$-D00041E]#,##0";
  cell.fill = 0xFFF2CC;
  cell.font_color = 0xC00000;
  cell.locked = false;
  const Workbook workbook = workbook_of(sheet_of({{{0, 0}, cell_of(Number(1), plain)},
                                                  {{0, 1}, cell_of(Number(2), cell)},
                                                  {{0, 2}, cell_of(Number(3), plain)},
                                                  {{0, 3}, cell_of(Number(4), cell)}}));
  const std::string styles = written(workbook, "xl/styles.xml");
  BOOST_TEST(in_lines(between(styles, "<numFmts", "</fills>"), "fonts|font|fills|fill") ==
             R"(<numFmts count="1"><numFmt numFmtId="164" formatCode="[$-D00041E]#,##0"/></numFmts>
<fonts count="3">
<font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font>
<font><sz val="16"/><color theme="1"/><name val="TH SarabunPSK"/><family val="2"/></font>
<font><b/><i/><sz val="14"/><color rgb="FFC00000"/><name val="TH SarabunPSK"/><family val="2"/></font></fonts>
<fills count="3">
<fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/><bgColor indexed="64"/></patternFill></fill></fills>)");
  BOOST_TEST(in_lines(between(styles, "<cellXfs", "</cellXfs>"), "xf|alignment|protection") ==
             R"(<cellXfs count="3">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">
<alignment vertical="center"/></xf>
<xf numFmtId="164" fontId="2" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">
<alignment horizontal="center" vertical="top" wrapText="1"/>
<protection locked="0"/></xf></cellXfs>)");
}

BOOST_AUTO_TEST_CASE(a_merge_keeps_the_value_and_the_border_of_its_first_cell) {
  Style border;
  border.border = true;
  Sheet sheet = sheet_of({{{0, 0}, cell_of(Number(5), border)}, {{0, 2}, cell_of(Number(6))}});
  sheet.merges = {{{0, 0}, {1, 1}}, {{3, 0}, {3, 1}}};
  BOOST_TEST(cells_of(sheet) == R"(<sheetData>
<row r="1" spans="1:3">
<c r="A1" s="1"><v>5</v></c>
<c r="B1" s="1"/>
<c r="C1" s="2"><v>6</v></c></row>
<row r="2" spans="1:3">
<c r="A2" s="1"/>
<c r="B2" s="1"/></row>
<row r="4" spans="1:3">
<c r="A4" s="2"/>
<c r="B4" s="2"/></row></sheetData>)");
  BOOST_TEST(
      between(written_sheet(sheet), "<mergeCells", "</mergeCells>") ==
      R"(<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="A4:B4"/></mergeCells>)");
}

BOOST_AUTO_TEST_CASE(columns_are_in_pixels_and_rows_in_points) {
  Sheet sheet = sheet_of({{{0, 0}, cell_of(Number(5))}});
  sheet.column_pixels = {40, 0, 200};
  sheet.row_heights = {48000, 0, 21750, 15000};  // 15 points are Excel's default, and still said
  BOOST_TEST(in_lines(between(written_sheet(sheet), "<cols>", "</sheetData>"),
                      "col|sheetData|row") == R"(<cols>
<col min="1" max="1" width="5.7109375" customWidth="1"/>
<col min="3" max="3" width="28.5703125" customWidth="1"/></cols>
<sheetData>
<row r="1" spans="1:1" ht="48" customHeight="1"><c r="A1" s="1"><v>5</v></c></row>
<row r="3" ht="21.75" customHeight="1"/>
<row r="4" ht="15" customHeight="1"/></sheetData>)");
}

BOOST_AUTO_TEST_CASE(a_page_is_set_up_as_the_plan_of_its_breaks_assumes) {
  Sheet sheet = sheet_of({{{0, 0}, cell_of(Number(5))}});
  sheet.freeze = document::Position{3, 2};
  sheet.page = {.landscape = true,
                .scale = 85,
                .left = 787,
                .right = 394,
                .top = 750,
                .bottom = 500,
                .repeat_rows = std::pair(0, 2),
                .print_area = Range{{0, 0}, {40, 7}},
                .breaks = {20, 31},
                .header = "&Rสิ่งที่ส่งมาด้วย 3",
                .footer = "&C&P"};
  const std::string xml = written_sheet(sheet);
  BOOST_TEST(xml.find("fitToPage") == std::string::npos);
  BOOST_TEST(in_lines(between(xml, "<sheetViews>", "</sheetViews>"), "sheetView|pane|selection") ==
             R"(<sheetViews>
<sheetView tabSelected="1" workbookViewId="0">
<pane xSplit="2" ySplit="3" topLeftCell="C4" activePane="bottomRight" state="frozen"/>
<selection pane="topRight" activeCell="C1" sqref="C1"/>
<selection pane="bottomLeft" activeCell="A4" sqref="A4"/>
<selection pane="bottomRight"/></sheetView></sheetViews>)");
  BOOST_TEST(in_lines(between(xml, "<printOptions", "</worksheet>"),
                      "pageMargins|pageSetup|headerFooter|rowBreaks") ==
             R"(<printOptions horizontalCentered="1"/>
<pageMargins left="0.787" right="0.394" top="0.75" bottom="0.5" header="0.3" footer="0.3"/>
<pageSetup paperSize="9" scale="85" orientation="landscape"/>
<headerFooter><oddHeader>&amp;Rสิ่งที่ส่งมาด้วย 3</oddHeader><oddFooter>&amp;C&amp;P</oddFooter></headerFooter>
<rowBreaks count="2" manualBreakCount="2"><brk id="20" max="16383" man="1"/><brk id="31" max="16383" man="1"/></rowBreaks></worksheet>)");
  BOOST_TEST(in_lines(between(written(workbook_of(sheet), "xl/workbook.xml"), "<definedNames>",
                              "</definedNames>"),
                      "definedName") == R"(<definedNames>
<definedName name="_xlnm.Print_Area" localSheetId="0">'รอบที่ 1'!$A$1:$H$41</definedName>
<definedName name="_xlnm.Print_Titles" localSheetId="0">'รอบที่ 1'!$1:$3</definedName></definedNames>)");
}

BOOST_AUTO_TEST_CASE(names_properties_and_hidden_sheets_are_the_workbooks) {
  Sheet lists;
  lists.name = "รายการ";
  lists.hidden = true;
  Workbook workbook = workbook_of(lists);
  workbook.sheets.push_back(sheet_of({{{0, 0}, cell_of(Number(5))}}));
  workbook.properties.title = "เป้าหมาย <1 & 2>";
  workbook.properties.subject = "ปีงบประมาณ 2564";
  workbook.properties.author = "สพจ.อุบลราชธานี";
  workbook.properties.company = "กรมการพัฒนาชุมชน";
  workbook.properties.keywords = "chiwat 1";
  workbook.defined_names = {{"อำเภอ", "'รายการ'!$A$1:$A$25"}};
  BOOST_TEST(
      in_lines(between(written(workbook, "xl/workbook.xml"), "<bookViews>", "</definedNames>"),
               "sheets|sheet|definedNames") ==
      R"(<bookViews><workbookView xWindow="240" yWindow="15" windowWidth="16095" windowHeight="9660" activeTab="1"/></bookViews>
<sheets>
<sheet name="รายการ" sheetId="1" state="hidden" r:id="rId1"/>
<sheet name="รอบที่ 1" sheetId="2" r:id="rId2"/></sheets>
<definedNames><definedName name="อำเภอ">'รายการ'!$A$1:$A$25</definedName></definedNames>)");
  BOOST_TEST(in_lines(between(written(workbook, "docProps/core.xml"), "<dc:title>",
                              "</cp:coreProperties>"),
                      "dc:[a-z]+|cp:[a-zA-Z]+|dcterms:[a-z]+") == R"(
<dc:title>เป้าหมาย &lt;1 &amp; 2&gt;</dc:title>
<dc:subject>ปีงบประมาณ 2564</dc:subject>
<dc:creator>สพจ.อุบลราชธานี</dc:creator>
<cp:keywords>chiwat 1</cp:keywords>
<cp:lastModifiedBy>สพจ.อุบลราชธานี</cp:lastModifiedBy>
<dcterms:created xsi:type="dcterms:W3CDTF">2021-02-23T00:00:00Z</dcterms:created>
<dcterms:modified xsi:type="dcterms:W3CDTF">2021-02-23T00:00:00Z</dcterms:modified></cp:coreProperties>)");
  BOOST_TEST(between(written(workbook, "docProps/app.xml"), "<Company>", "</Company>") ==
             "<Company>กรมการพัฒนาชุมชน</Company>");
}

BOOST_AUTO_TEST_CASE(a_comment_opens_when_the_pointer_is_over_its_cell) {
  const Workbook workbook =
      workbook_of(sheet_of({{{1, 0}, cell_of(Number(5), {}, "ร้อยละ 7\nของทั้งหมด")}}));
  BOOST_TEST(in_lines(between(written(workbook, "xl/comments1.xml"), "<authors>", "</comments>"),
                      "commentList|comment|t") == R"(<authors><author>chiwat</author></authors>
<commentList>
<comment ref="A2" authorId="0"><text><r><rPr><sz val="10"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr>
<t>ร้อยละ 7
ของทั้งหมด</t></r></text></comment></commentList></comments>)");
  BOOST_TEST(
      between(written(workbook, "xl/drawings/vmlDrawing1.vml"), "<v:shape ", ">") ==
      R"(<v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;margin-left:59.25pt;margin-top:7.5pt;width:240pt;height:36pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">)");
}

// A range of rows to be filled in, with one rule.
Sheet sheet_with(const document::Validation& validation) {
  Sheet sheet = sheet_of({});
  sheet.validations = {validation};
  return sheet;
}

std::string validation_xml(const document::Validation& validation) {
  return between(written_sheet(sheet_with(validation)), "<dataValidation ", "</dataValidation>");
}

BOOST_AUTO_TEST_CASE(a_rule_is_written_with_its_boxes) {
  using document::Validation;
  BOOST_TEST(
      validation_xml({kRows,
                      Validation::List{"'รายการ'!$A$2:$A$6"},
                      {"ประเภท", "เลือก\nหนึ่งอย่าง"},
                      {"ผิด", "<ไม่มี> & ไม่ใช่"},
                      false}) ==
      R"(<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="ผิด" error="&lt;ไม่มี&gt; &amp; ไม่ใช่" promptTitle="ประเภท" prompt="เลือก&#xA;หนึ่งอย่าง" sqref="A2:A31"><formula1>'รายการ'!$A$2:$A$6</formula1></dataValidation>)");
  BOOST_TEST(
      validation_xml({kRows, Validation::List{"อำเภอ"}, {}, {}, true}) ==
      R"(<dataValidation type="list" errorStyle="warning" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="A2:A31"><formula1>อำเภอ</formula1></dataValidation>)");
  BOOST_TEST(
      validation_xml({{{1, 0}, {1, 0}}, Validation::Custom{"LEN(A2)<10"}, {}, {}, false}) ==
      R"(<dataValidation type="custom" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="A2"><formula1>LEN(A2)&lt;10</formula1></dataValidation>)");
}

BOOST_AUTO_TEST_CASE(the_limits_of_a_rule_are_exact) {
  using document::Validation;
  BOOST_TEST(
      validation_xml({kRows, Validation::WholeNumber{9'007'199'254'740'993}, {}, {}, false}) ==
      R"(<dataValidation type="whole" operator="greaterThanOrEqual" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="A2:A31"><formula1>9007199254740993</formula1></dataValidation>)");
  BOOST_TEST(
      validation_xml({kRows, Validation::Decimal{*Number::parse("0.1")}, {}, {}, false}) ==
      R"(<dataValidation type="decimal" operator="greaterThanOrEqual" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="A2:A31"><formula1>0.1</formula1></dataValidation>)");
  BOOST_TEST(
      validation_xml(
          {kRows, Validation::DateBetween{2020y / 10 / 1, 2021y / 9 / 30}, {}, {}, false}) ==
      R"(<dataValidation type="date" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="A2:A31"><formula1>44105</formula1><formula2>44469</formula2></dataValidation>)");
}

BOOST_AUTO_TEST_CASE(a_protected_sheet_says_what_is_still_allowed) {
  Sheet sheet = sheet_of({});
  sheet.protection.emplace();
  BOOST_TEST(between(written_sheet(sheet), "<sheetProtection", "/>") ==
             R"(<sheetProtection sheet="1" objects="1" scenarios="1"/>)");
  sheet.protection = document::Protection{true, true, true, true, true, true};
  BOOST_TEST(
      between(written_sheet(sheet), "<sheetProtection", "/>") ==
      R"(<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0" sort="0" autoFilter="0"/>)");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_coloured_and_the_earlier_rule_wins) {
  Sheet sheet = sheet_of({});
  sheet.tab_color = 0;
  sheet.conditional_formats = {{kRows, "$A2=\"\"", 0xFFC7CE, 0x9C0006, true},
                               {{{0, 0}, {0, 3}}, "A1>2", 0x000000, {}, false}};
  const Workbook workbook = workbook_of(sheet);
  BOOST_TEST(in_lines(between(written(workbook, "xl/worksheets/sheet1.xml"),
                              "<conditionalFormatting", "<printOptions"),
                      "conditionalFormatting") == R"(
<conditionalFormatting sqref="A1:D1"><cfRule type="expression" dxfId="1" priority="2"><formula>A1&gt;2</formula></cfRule></conditionalFormatting>
<conditionalFormatting sqref="A2:A31"><cfRule type="expression" dxfId="0" priority="1"><formula>$A2=""</formula></cfRule></conditionalFormatting><printOptions)");
  BOOST_TEST(in_lines(between(written(workbook, "xl/styles.xml"), "<dxfs", "</dxfs>"), "dxf") ==
             R"(<dxfs count="2">
<dxf><font><b/><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>
<dxf><fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill></dxf></dxfs>)");
  BOOST_TEST(between(written_sheet(sheet), "<sheetPr>", "</sheetPr>") ==
             R"(<sheetPr><tabColor rgb="FF000000"/></sheetPr>)");
}

// A workbook large enough that its parts do not fit into a small disk.
Workbook large_workbook() {
  Sheet sheet = sheet_of({});
  for (int row = 0; row < 2000; ++row) sheet.cells[{row, 0}] = cell_of(Number(7));
  return workbook_of(sheet);
}

// A workbook whose sheet is too long, before it is packed, to be kept in memory.
Workbook workbook_of_a_long_part() {
  constexpr int kFormula = 8000;
  Sheet sheet = sheet_of({});
  for (int row = 0; row * kFormula < static_cast<int>(kLongestInMemory); ++row) {
    sheet.cells[{row, 0}] = cell_of(Formula{std::string(kFormula, '1'), Number(row)});
  }
  return workbook_of(sheet);
}

// A workbook whose sheet is also long in rows.
Workbook workbook_of_many_rows() {
  Sheet sheet = sheet_of({});
  sheet.cells.put_below({0, kLongSheet + 1, [](int, std::vector<Cell>& cells) {
                           cells = {{std::string(500, 'x'), {}, ""}};
                         }});
  return workbook_of(sheet);
}

BOOST_AUTO_TEST_CASE(a_long_part_goes_over_the_disk_and_is_whole) {
  const std::string xml = written(workbook_of_a_long_part(), "xl/worksheets/sheet1.xml");
  BOOST_TEST(xml.size() > kLongestInMemory);
  BOOST_TEST(between(xml, "<sheetData>", "<f>") ==
             R"(<sheetData><row r="1" spans="1:1"><c r="A1" s="1"><f>)");
  BOOST_TEST(xml.ends_with("</worksheet>"));
}

// As on a disk on which another program then makes room: what could not be written is missing all
// the same, and libxlsxwriter would pack the rest.
BOOST_AUTO_TEST_CASE(a_temporary_file_with_a_hole_cannot_be_read) {
  std::FILE* const file = lxw_tmpfile(nullptr);
  rlimit before{};
  BOOST_REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const auto write = [&](std::size_t size, rlim_t room) {
    const rlimit limits{room, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limits);
    const std::string text(size, 'x');
    std::fwrite(text.data(), 1, text.size(), file);
    std::fflush(file);
  };
  write(kLongestInMemory, 0);
  write(1 << 20, 4 << 20);
  write(1 << 20, before.rlim_cur);
  std::signal(SIGXFSZ, handler);
  std::rewind(file);
  BOOST_TEST(std::fgetc(file) == EOF);
  BOOST_TEST(std::ferror(file) != 0);
  std::fclose(file);
}

BOOST_AUTO_TEST_CASE(a_chart_of_bars_lies_over_its_cells) {
  Sheet sheet = sheet_with_chart(document::Chart::Kind::bar);
  sheet.charts[0].series[0].bar_colors = {0x00803E, 0xFF0000};
  const std::string xml = written(workbook_of(sheet), "xl/charts/chart1.xml");
  BOOST_TEST(between(xml, "<c:barDir", "/>") == R"(<c:barDir val="bar"/>)");
  BOOST_TEST(between(xml, "<a:t>", "</a:t>") == "<a:t>อันดับ</a:t>");
  BOOST_TEST(between(xml, "<c:v>", "</c:v>") == "<c:v>ร้อยละ</c:v>");
  BOOST_TEST(
      between(xml, "<c:dPt>", "</c:dPt>") ==
      R"(<c:dPt><c:idx val="0"/><c:spPr><a:solidFill><a:srgbClr val="00803E"/></a:solidFill></c:spPr></c:dPt>)");
  BOOST_TEST(between(xml, "<c:cat>", "</c:f>") == "<c:cat><c:strRef><c:f>'รอบที่ 1'!$A$1:$A$2</c:f>");
  BOOST_TEST(between(xml, "<c:val>", "</c:f>") == "<c:val><c:numRef><c:f>'รอบที่ 1'!$B$1:$B$2</c:f>");
  BOOST_TEST(between(xml, "<c:orientation", "/>") == R"(<c:orientation val="maxMin"/>)");
  BOOST_TEST(between(xml, "<c:min ", "/>") == R"(<c:min val="0"/>)");
  const std::string place = written(workbook_of(sheet), "xl/drawings/drawing1.xml");
  BOOST_TEST(between(place, "<xdr:from>", "</xdr:from>") ==
             "<xdr:from><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff>"
             "<xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>");
}

BOOST_AUTO_TEST_CASE(a_chart_of_lines_marks_each_cell) {
  const std::string xml =
      written(workbook_of(sheet_with_chart(document::Chart::Kind::line)), "xl/charts/chart1.xml");
  BOOST_TEST(between(xml, "<c:grouping", "/>") == R"(<c:grouping val="standard"/>)");
  BOOST_TEST(between(xml, "<c:symbol", "/>") == R"(<c:symbol val="circle"/>)");
  BOOST_TEST(between(xml, "<c:dLblPos", "/>") == R"(<c:dLblPos val="t"/>)");
}

BOOST_AUTO_TEST_CASE(equal_workbooks_are_equal_bytes_in_any_folder_time_zone_and_locale) {
  const Workbook workbook =
      workbook_of(sheet_of({{{0, 0}, cell_of(*Number::parse("12.5"), {}, "หมายเหตุ")},
                            {{0, 1}, cell_of(std::string("ก"))}}));
  const Folder folder;
  ::setenv("TZ", "Asia/Bangkok", 1);
  ::tzset();
  write(workbook, folder / "ก");
  ::setenv("TZ", "America/New_York", 1);
  ::tzset();
  // Not on every machine; where it is missing, the folder and the time zone are tested alone.
  if (!std::setlocale(LC_ALL, "de_DE.UTF-8")) BOOST_TEST_MESSAGE("no locale with a decimal comma");
  write(workbook, folder / "ข/ค");
  std::setlocale(LC_ALL, "C");
  ::unsetenv("TZ");
  const std::string first = bytes(folder / "ก/เป้าหมาย.xlsx");
  BOOST_TEST(!first.empty());
  BOOST_TEST((first == bytes(folder / "ข/ค/เป้าหมาย.xlsx")));
}

BOOST_AUTO_TEST_CASE(a_file_is_replaced_and_nothing_is_left_beside_it) {
  const Folder folder;
  std::ofstream(folder / "เป้าหมาย.xlsx") << "last year's";
  write(large_workbook(), folder);
  BOOST_TEST(folder.names() == std::vector<std::string>{"เป้าหมาย.xlsx"});
  BOOST_TEST(bytes(folder / "เป้าหมาย.xlsx").substr(0, 2) == "PK");
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_made_is_an_error_of_the_system) {
  const Folder folder;
  std::ofstream(folder / "file") << "not a folder";
  BOOST_CHECK_THROW(write(large_workbook(), folder / "file/under"), std::system_error);
  BOOST_CHECK_THROW(write(large_workbook(), folder / "file"), std::system_error);
}

// What becomes of a process that may write no file longer than `limit`.
std::string outcome_on_a_disk_of(rlim_t limit, const Workbook& workbook, const fs::path& folder) {
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limits{limit, limit};
    const bool prepared = std::freopen("/dev/null", "w", stderr) &&  // libxlsxwriter's own words
                          ::setrlimit(RLIMIT_FSIZE, &limits) == 0;
    try {
      write(workbook, folder);
    } catch (const WriteError&) {
      std::_Exit(prepared ? 1 : 2);
    }
    std::_Exit(prepared ? 0 : 2);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) return "crashed";
  return WEXITSTATUS(status) == 1 ? "WriteError" : "written";
}

BOOST_AUTO_TEST_CASE(a_full_disk_leaves_the_old_file_and_no_other) {
  const Folder folder;
  std::ofstream(folder / "เป้าหมาย.xlsx") << "last year's";
  const auto fails = [&](rlim_t limit, const Workbook& workbook) {
    BOOST_TEST_CONTEXT(limit << " bytes") {
      BOOST_TEST(outcome_on_a_disk_of(limit, workbook, folder) == "WriteError");
      BOOST_TEST(folder.names() == std::vector<std::string>{"เป้าหมาย.xlsx"});
      BOOST_TEST(bytes(folder / "เป้าหมาย.xlsx") == "last year's");
    }
  };
  // Room for nothing, and for some parts.
  for (const rlim_t limit : {0, 1000, 5000}) fails(limit, large_workbook());
  // Room for the whole file, but not for the temporary copy of its sheet, which is on disk when it
  // is long: libxlsxwriter does not notice.
  fails(1'000'000, workbook_of_a_long_part());
  // Of a sheet that is written row by row it would leave out the rows, and that is still XML.
  fails(1'000'000, workbook_of_many_rows());
  BOOST_TEST(outcome_on_a_disk_of(100'000'000, workbook_of_many_rows(), folder) == "written");
  BOOST_TEST(outcome_on_a_disk_of(100'000'000, workbook_of_a_long_part(), folder) == "written");
  BOOST_TEST(outcome_on_a_disk_of(1'000'000, large_workbook(), folder) == "written");
}

}  // namespace
}  // namespace chiwat::xlsx
