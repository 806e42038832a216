// For tests/form_file.py: writes a form with every rule that a sheet may have, and reads any
// workbook.
//
//   form_file write FOLDER    FOLDER/แบบสำรวจ.xlsx
//   form_file read FILE       its dump; or the ids of what is wrong with it, or the part whose XML
//                             is something else to expat, and exit code 1
#include <iostream>
#include <string>

#include "document/dump.hpp"
#include "xlsx/archive.hpp"
#include "xlsx/read.hpp"
#include "xlsx/write.hpp"
#include "xml_events.hpp"

namespace chiwat {
namespace {

using document::Cell;
using document::Range;
using document::Sheet;
using document::Style;
using document::Validation;
using document::Workbook;
using std::chrono::day;
using std::chrono::October;
using std::chrono::September;
using std::chrono::year;

Style to_fill_in() {
  Style style;
  style.locked = false;
  style.border = true;
  return style;
}

Range column_of_rows(int column) {
  return {{1, column}, {30, column}};
}

std::vector<Validation> rules() {
  const document::Prompt pick = {"ประเภทผลิตภัณฑ์", "เลือกจากรายการ\nห้ามพิมพ์เอง"};
  const document::Prompt wrong = {"ไม่อยู่ในรายการ", "โปรดเลือกประเภทจากรายการ <1 & 2>"};
  return {{column_of_rows(0), Validation::List{"'รายการ ที่ซ่อนไว้'!$A$2:$A$6"}, pick, wrong, false},
          {column_of_rows(1), Validation::List{"อำเภอ"}, {}, {}, true},
          {column_of_rows(2), Validation::Custom{"LEN(C2)=10"}, {"", "สิบหลัก"}, {}, false},
          {column_of_rows(3), Validation::WholeNumber{0}, {}, {}, false},
          {column_of_rows(4), Validation::Decimal{*Number::parse("0.1")}, {}, {}, false},
          {column_of_rows(5),
           Validation::DateBetween{year(2020) / October / day(1), year(2021) / September / day(30)},
           {},
           {},
           false}};
}

Sheet form() {
  Sheet sheet;
  sheet.name = "แบบสำรวจ";
  for (int column = 0; column < 6; ++column) {
    sheet.cells[{0, column}] = {"หัวข้อ " + std::to_string(column + 1), {}, ""};
    for (int row = 1; row <= 30; ++row) sheet.cells[{row, column}].style = to_fill_in();
  }
  sheet.cells[{1, 0}].value = std::string("อาหาร");
  sheet.cells[{1, 3}].value = *Number::parse("1234.56");
  sheet.cells[{1, 6}] = {document::Formula{"IF(D2>1,\"ครบ\",\"\")", "ครบ"}, {}, ""};
  sheet.merges = {{{0, 6}, {0, 8}}};
  sheet.protection = document::Protection{
      .insert_rows = true, .format_columns = true, .format_rows = true, .sort = true};
  sheet.validations = rules();
  sheet.conditional_formats = {
      {column_of_rows(0), "AND($A2=\"\",COUNTA($B2:$F2)>0)", 0xFFC7CE, {}, false},
      {{{1, 0}, {30, 5}}, "$D2>100", {}, 0x000000, true}};
  sheet.tab_color = 0x70AD47;
  return sheet;
}

Sheet lists() {
  Sheet sheet;
  sheet.name = "รายการ ที่ซ่อนไว้";
  sheet.hidden = true;
  sheet.cells[{0, 0}].value = std::string("ประเภท");
  for (int row = 1; row < 6; ++row) {
    sheet.cells[{row, 0}].value = "ประเภทที่ " + std::to_string(row);
    sheet.cells[{row, 1}].value = "อำเภอที่ " + std::to_string(row);
  }
  return sheet;
}

Workbook sample() {
  Workbook workbook;
  workbook.file_name = "แบบสำรวจ.xlsx";
  workbook.properties.title = "แบบสำรวจ";
  workbook.properties.created = year(2021) / 2 / 23;
  workbook.sheets = {form(), lists()};
  workbook.defined_names = {{"อำเภอ", "'รายการ ที่ซ่อนไว้'!$B$2:$B$6"},
                            {"'แบบสำรวจ'!ช่องกรอก", "แบบสำรวจ!$A$2:$F$31"}};
  return workbook;
}

void compare_with_expat(const char* path, Diagnostics& diagnostics) {
  auto archive = xlsx::Archive::open(std::filesystem::path(path), path, diagnostics);
  for (std::size_t i = 0; archive && i < archive->entries().size(); ++i) {
    const std::string& part = archive->entries()[i].name;
    if (!part.ends_with(".xml") && !part.ends_with(".rels")) continue;
    const auto bytes = archive->bytes(i, path, diagnostics);
    if (bytes && !xlsx::disagreement(*bytes).empty()) diagnostics.error({path, 0, 0}, part, {});
  }
}

int read(const char* path) {
  Diagnostics diagnostics;
  compare_with_expat(path, diagnostics);
  const auto workbook = xlsx::read(path, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all()) std::cerr << diagnostic.message.id << "\n";
  if (workbook) std::cout << document::dump(*workbook);
  return workbook && !diagnostics.has_errors() ? 0 : 1;
}

}  // namespace
}  // namespace chiwat

int main(int count, char** words) {
  const std::string command = count == 3 ? words[1] : "";
  if (command == "write") {
    chiwat::xlsx::write(chiwat::sample(), words[2]);
    return 0;
  }
  if (command == "read") return chiwat::read(words[2]);
  std::cerr << "usage: form_file write FOLDER | read FILE\n";
  return 2;
}
