#include "print/stand_in_font.hpp"

#include <hb.h>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace chiwat::print {
namespace {

struct Release {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
using Blob = std::unique_ptr<hb_blob_t, Release>;
using Face = std::unique_ptr<hb_face_t, Release>;

constexpr hb_tag_t kHead = HB_TAG('h', 'e', 'a', 'd');
constexpr hb_tag_t kHorizontal = HB_TAG('h', 'h', 'e', 'a');
constexpr hb_tag_t kOs2 = HB_TAG('O', 'S', '/', '2');
constexpr hb_tag_t kName = HB_TAG('n', 'a', 'm', 'e');

// A font is kept as long as its face.
Face face_of(const std::string& font) {
  const Blob blob(hb_blob_create(font.data(), static_cast<unsigned>(font.size()),
                                 HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  return Face(hb_face_create(blob.get(), 0));
}

std::string bytes_of(hb_blob_t* blob) {
  unsigned size = 0;
  const char* const data = hb_blob_get_data(blob, &size);
  return size == 0 ? "" : std::string(data, size);
}

std::string table(hb_face_t* face, hb_tag_t tag) {
  return bytes_of(Blob(hb_face_reference_table(face, tag)).get());
}

void put_16(std::string& bytes, std::size_t at, int value) {
  const auto word = static_cast<std::uint16_t>(value);
  bytes.at(at) = static_cast<char>(word >> 8);
  bytes.at(at + 1) = static_cast<char>(word & 0xff);
}

void append_16(std::string& bytes, std::size_t value) {
  bytes += "  ";
  put_16(bytes, bytes.size() - 2, static_cast<int>(value));
}

// The four names that programs look a font up by, as Windows has them: UTF-16, English.
std::string name_table(const StandIn& as) {
  const std::string full = as.style == "Regular" ? as.family : as.family + " " + as.style;
  std::string one_word = full;
  std::erase(one_word, ' ');
  const std::array<std::pair<int, std::string>, 4> names{
      {{1, as.family}, {2, as.style}, {4, full}, {6, one_word}}};
  std::string records, texts;
  for (const auto& [id, text] : names) {
    for (const std::size_t field : {std::size_t{3}, std::size_t{1}, std::size_t{0x409},
                                    static_cast<std::size_t>(id), text.size() * 2, texts.size()}) {
      append_16(records, field);
    }
    for (const char c : text) append_16(texts, static_cast<unsigned char>(c));
  }
  std::string result;
  for (const std::size_t field : {std::size_t{0}, names.size(), 6 + records.size()}) {
    append_16(result, field);
  }
  return result + records + texts;
}

// The same line height in the three places where programs look; see OpenType, hhea and OS/2.
void set_line_height(std::string& horizontal, std::string& os2, const StandIn& as) {
  put_16(horizontal, 4, as.ascent);
  put_16(horizontal, 6, -as.descent);
  put_16(horizontal, 8, 0);
  put_16(os2, 68, as.ascent);
  put_16(os2, 70, -as.descent);
  put_16(os2, 72, 0);
  put_16(os2, 74, as.ascent);
  put_16(os2, 76, as.descent);
}

void add_table(hb_face_t* builder, hb_tag_t tag, const std::string& bytes) {
  const Blob blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                 HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
  hb_face_builder_add_table(builder, tag, blob.get());
}

std::vector<hb_tag_t> tags_of(hb_face_t* face) {
  unsigned count = hb_face_get_table_tags(face, 0, nullptr, nullptr);
  std::vector<hb_tag_t> tags(count);
  hb_face_get_table_tags(face, 0, &count, tags.data());
  return tags;
}

}  // namespace

std::optional<std::string> stand_in_font(const std::string& font, const StandIn& as) {
  const Face face = face_of(font);
  std::string head = table(face.get(), kHead);
  std::string horizontal = table(face.get(), kHorizontal);
  std::string os2 = table(face.get(), kOs2);
  if (head.size() < 54 || horizontal.size() < 36 || os2.size() < 78) return std::nullopt;
  put_16(head, 18, as.units_per_em);
  if (as.ascent != 0) set_line_height(horizontal, os2, as);
  const Face builder(hb_face_builder_create());
  for (const hb_tag_t tag : tags_of(face.get())) {
    add_table(builder.get(), tag,
              tag == kHead         ? head
              : tag == kHorizontal ? horizontal
              : tag == kOs2        ? os2
              : tag == kName       ? name_table(as)
                                   : table(face.get(), tag));
  }
  return bytes_of(Blob(hb_face_reference_blob(builder.get())).get());
}

std::optional<int> digit_width(const std::string& font) {
  const Face face = face_of(font);
  const std::unique_ptr<hb_font_t, Release> sized(hb_font_create(face.get()));
  hb_codepoint_t glyph = 0;
  if (!hb_font_get_nominal_glyph(sized.get(), '0', &glyph)) return std::nullopt;
  return hb_font_get_glyph_h_advance(sized.get(), glyph);
}

}  // namespace chiwat::print
