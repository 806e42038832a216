// Small workbooks to write, and the parts of the package that came of them.
#pragma once

#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <regex>
#include <string>

#include "test_folder.hpp"
#include "xlsx/write.hpp"

namespace chiwat::xlsx {

namespace fs = std::filesystem;
using document::Blank;
using document::Cell;
using document::Formula;
using document::Horizontal;
using document::Range;
using document::Sheet;
using document::Style;
using document::Workbook;
using std::chrono::February;
using namespace std::chrono_literals;

inline const Range kRows = {{1, 0}, {30, 0}};

// One part of the package.
inline std::string part(const fs::path& file, const std::string& name) {
  const std::string command = "unzip -p '" + file.string() + "' '" + name + "'";
  FILE* const pipe = ::popen(command.c_str(), "r");
  BOOST_REQUIRE(pipe);
  std::string text;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) text += static_cast<char>(c);
  BOOST_REQUIRE_EQUAL(::pclose(pipe), 0);
  return text;
}

// From the first `begin` to the `end` after it, both included.
inline std::string between(const std::string& xml, const std::string& begin,
                           const std::string& end) {
  const std::size_t first = xml.find(begin);
  BOOST_REQUIRE_MESSAGE(first != std::string::npos, begin);
  const std::size_t last = xml.find(end, first);
  BOOST_REQUIRE_MESSAGE(last != std::string::npos, end);
  return xml.substr(first, last + end.size() - first);
}

// To be read: each of the elements "a|b" begins a line.
inline std::string in_lines(const std::string& xml, const std::string& elements) {
  return std::regex_replace(xml, std::regex("<(" + elements + ")[ >/]"), "\n$&");
}

inline Cell cell_of(document::Value value, Style style = {}, std::string comment = "") {
  return {std::move(value), std::move(style), std::move(comment)};
}

inline Workbook workbook_of(Sheet sheet) {
  Workbook workbook;
  workbook.file_name = "เป้าหมาย.xlsx";
  workbook.properties.created = 2021y / February / 23;
  workbook.sheets.push_back(std::move(sheet));
  return workbook;
}

inline Sheet sheet_of(document::Cells cells) {
  Sheet sheet;
  sheet.name = "รอบที่ 1";
  sheet.cells = std::move(cells);
  return sheet;
}

// The whole of a sheet's XML, with `workbook` written and thrown away.
inline std::string written(const Workbook& workbook, const std::string& name) {
  const Folder folder;
  write(workbook, folder);
  return part(folder / workbook.file_name, name);
}

inline std::string written_sheet(const Sheet& sheet) {
  return written(workbook_of(sheet), "xl/worksheets/sheet1.xml");
}

inline std::string cells_of(const Sheet& sheet) {
  return in_lines(between(written_sheet(sheet), "<sheetData>", "</sheetData>"), "row|c");
}

// A sheet with two districts and a chart over them.
inline Sheet sheet_with_chart(document::Chart::Kind kind) {
  Sheet sheet = sheet_of({{{0, 0}, cell_of("เขมราฐ")},
                          {{1, 0}, cell_of("โขงเจียม")},
                          {{0, 1}, cell_of(Number(7))},
                          {{1, 1}, cell_of(Formula{"B1-2", Number(5)})}});
  document::Chart chart;
  chart.kind = kind;
  chart.title = "อันดับ";
  chart.at = {3, 2};
  chart.width = 960;
  chart.height = 288;
  chart.value_format = "0";
  chart.from_zero = true;
  chart.series = {
      {"ร้อยละ", {"รอบที่ 1", {{0, 0}, {1, 0}}}, {"รอบที่ 1", {{0, 1}, {1, 1}}}, 0x92D050, {}}};
  sheet.charts = {chart};
  return sheet;
}

}  // namespace chiwat::xlsx
