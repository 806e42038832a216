#include "xlsx/page.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "xlsx/checked.hpp"

namespace chiwat::xlsx {
namespace {

using document::Page;
using document::Sheet;

void write_paper(const Sheet& sheet, lxw_worksheet* target) {
  constexpr int kA4 = 9;
  const Page& page = sheet.page;
  worksheet_set_paper(target, kA4);
  page.landscape ? worksheet_set_landscape(target) : worksheet_set_portrait(target);
  require(page.scale >= 10 && page.scale <= 400, sheet.name, "no scale that Excel knows");
  worksheet_set_print_scale(target, narrow<std::uint16_t>(page.scale));
  worksheet_set_margins(target, thousandths(page.left), thousandths(page.right),
                        thousandths(page.top), thousandths(page.bottom));
  worksheet_center_horizontally(target);
}

void write_printed_range(const Sheet& sheet, lxw_worksheet* target) {
  if (const auto& rows = sheet.page.repeat_rows) {
    check(worksheet_repeat_rows(target, row(rows->first), row(rows->second)), sheet.name);
  }
  if (const auto& area = sheet.page.print_area) {
    check(worksheet_print_area(target, row(area->first.row), column(area->first.column),
                               row(area->last.row), column(area->last.column)),
          sheet.name);
  }
}

void write_breaks(const Sheet& sheet, lxw_worksheet* target) {
  if (sheet.page.breaks.empty()) return;
  std::vector<lxw_row_t> rows;
  for (const int below : sheet.page.breaks) rows.push_back(row(below));
  require(rows.size() <= LXW_BREAKS_MAX, sheet.name, "more page breaks than Excel can hold");
  require(std::ranges::count(rows, 0u) == 0, sheet.name, "a page break above the first row");
  rows.push_back(0);  // the end, to the library
  check(worksheet_set_h_pagebreaks(target, rows.data()), sheet.name);
}

void write_header_and_footer(const Sheet& sheet, lxw_worksheet* target) {
  const std::string& header = sheet.page.header;
  const std::string& footer = sheet.page.footer;
  // The library frees a header twice when it asks for a picture that was not given.
  const bool pictures = (header + footer).find("&G") != std::string::npos;
  require(!pictures, sheet.name, "a header or footer with a picture");
  if (!header.empty()) check(worksheet_set_header(target, header.c_str()), sheet.name);
  if (!footer.empty()) check(worksheet_set_footer(target, footer.c_str()), sheet.name);
}

}  // namespace

void write_page(const Sheet& sheet, lxw_worksheet* target) {
  write_paper(sheet, target);
  write_printed_range(sheet, target);
  write_breaks(sheet, target);
  write_header_and_footer(sheet, target);
}

}  // namespace chiwat::xlsx
