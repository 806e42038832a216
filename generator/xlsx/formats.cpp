#include "xlsx/formats.hpp"

#include <xlsxwriter.h>

#include "xlsx/write.hpp"

namespace chiwat::xlsx {
namespace {

using document::Horizontal;
using document::Style;
using document::Vertical;

// The government's standard. The workbook's own default stays Calibri 11, in whose digits the
// widths of columns are counted.
constexpr const char* kFont = "TH SarabunPSK";

lxw_format_alignments alignment(Horizontal horizontal) {
  switch (horizontal) {
    case Horizontal::left:
      return LXW_ALIGN_LEFT;
    case Horizontal::centre:
      return LXW_ALIGN_CENTER;
    case Horizontal::right:
      return LXW_ALIGN_RIGHT;
    case Horizontal::general:
      break;
  }
  return LXW_ALIGN_NONE;
}

lxw_format_alignments alignment(Vertical vertical) {
  switch (vertical) {
    case Vertical::top:
      return LXW_ALIGN_VERTICAL_TOP;
    case Vertical::centre:
      return LXW_ALIGN_VERTICAL_CENTER;
    case Vertical::bottom:
      break;
  }
  return LXW_ALIGN_VERTICAL_BOTTOM;
}

void set_number_format(lxw_format* format, const std::string& code) {
  if (code.empty()) return;
  if (code.size() >= LXW_FORMAT_FIELD_LEN) {  // would be cut off in silence
    throw WriteError("number format " + code + ": too long");
  }
  format_set_num_format(format, code.c_str());
}

void set_fill(lxw_format* format, std::uint32_t rgb) {
  format_set_pattern(format, LXW_PATTERN_SOLID);
  format_set_fg_color(format, library_colour(rgb));
}

void apply(const Style& style, lxw_format* format) {
  format_set_font_name(format, kFont);
  format_set_font_size(format, style.font_size);
  if (style.bold) format_set_bold(format);
  if (style.italic) format_set_italic(format);
  if (style.wrap) format_set_text_wrap(format);
  if (style.border) format_set_border(format, LXW_BORDER_THIN);
  format_set_align(format, alignment(style.horizontal));
  if (style.indent > 0) format_set_indent(format, static_cast<std::uint8_t>(style.indent));
  format_set_align(format, alignment(style.vertical));
  set_number_format(format, style.number_format);
  if (style.fill) set_fill(format, *style.fill);
  if (style.font_color) format_set_font_color(format, library_colour(*style.font_color));
  if (!style.locked) format_set_unlocked(format);
}

}  // namespace

std::uint32_t library_colour(std::uint32_t rgb) {
  return rgb == 0 ? std::uint32_t{LXW_COLOR_BLACK} : rgb;
}

lxw_format* Formats::of(const document::SharedStyle& shared) {
  Known& known = of_shared_[&*shared];
  if (!known.format) known = {shared, of(*shared)};
  return known.format;
}

lxw_format* Formats::of(const Style& style) {
  const auto [place, is_new] = formats_.try_emplace(style, nullptr);
  if (is_new) {
    place->second = workbook_add_format(workbook_);
    if (!place->second) throw WriteError("out of memory");
    apply(style, place->second);
  }
  return place->second;
}

}  // namespace chiwat::xlsx
