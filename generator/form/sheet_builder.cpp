#include "form/sheet_builder.hpp"

#include <cstdint>
#include <utility>
#include <variant>

#include "thai/message.hpp"

namespace chiwat::form {
namespace {

int inch_thousandths(int millimetres) {
  return millimetres * 10'000 / 254;
}

// Excel draws page numbers in Arabic digits, whatever the language; a font whose digits have Thai
// shapes shows them Thai.
std::string footer_code(const std::optional<Text>& footer, thai::Digits digits) {
  if (!footer) return "";
  const auto text =
      thai::format(footer->value, {{"page", "&P"}, {"pages", "&N"}}, thai::Digits::arabic);
  return std::string("&C&\"") + (digits == thai::Digits::thai ? "TH SarabunIT๙" : "TH SarabunPSK") +
         ",Regular\"&14" + std::get<std::string>(text);
}

// The part of a cell's width that text is laid out in.
Millipoints usable(Millipoints width) {
  return static_cast<Millipoints>((static_cast<std::int64_t>(width) - kCellPadding) *
                                  kUsablePercent / 100);
}

Millipoints height_of(std::size_t lines) {
  return kRowHeight + (static_cast<Millipoints>(lines) - 1) * kNextLine;
}

}  // namespace

std::vector<std::string> text_lines(const std::string& text, thai::Font font, Millipoints width) {
  return thai::break_lines(text, font, usable(width));
}

Millipoints text_height(const std::string& text, thai::Font font, Millipoints width) {
  return height_of(thai::count_lines(text, font, usable(width)));
}

Millipoints text_height(std::string_view text, thai::Font font, Millipoints width,
                        Millipoints one_line) {
  return height_of(thai::count_lines(text, font, usable(width), one_line));
}

document::Style text_style(document::Horizontal horizontal, bool bold) {
  document::Style style;
  style.font_size = kPlain.size;
  style.bold = bold;
  style.wrap = true;
  style.horizontal = horizontal;
  return style;
}

document::Style bordered(document::Style style) {
  style.border = true;
  return style;
}

document::Style indented(document::Style style) {
  style.indent = 1;
  return style;
}

void SheetBuilder::put(document::Position at, document::Cell cell) {
  sheet_.cells.put(at, std::move(cell));
}

void SheetBuilder::put_merged(document::Range range, document::Value value,
                              const document::Style& style) {
  put(range.first, {std::move(value), style, ""});
  if (range.first != range.last) sheet_.merges.push_back(range);
}

void SheetBuilder::set_widths(const std::vector<Millipoints>& widths) {
  for (const Millipoints width : widths) sheet_.column_pixels.push_back(width / kPixel);
}

void SheetBuilder::set_page(const PageSetup& setup, const Paper& paper, const Pages& pages,
                            thai::Digits digits) {
  document::Page& page = sheet_.page;
  page.landscape = paper.landscape;
  page.scale = pages.scale;
  page.breaks = pages.breaks;
  page.left = inch_thousandths(setup.margins.left);
  page.right = inch_thousandths(setup.margins.right);
  page.top = inch_thousandths(setup.margins.top);
  page.bottom = inch_thousandths(setup.margins.bottom);
  page.print_area = document::Range{{0, 0},
                                    {static_cast<int>(sheet_.row_heights.size()) - 1,
                                     static_cast<int>(sheet_.column_pixels.size()) - 1}};
  page.footer = footer_code(setup.footer, digits);
}

}  // namespace chiwat::form
