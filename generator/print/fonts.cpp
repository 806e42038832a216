#include "print/fonts.hpp"

#include <fontconfig/fontconfig.h>

#include <array>
#include <fstream>
#include <iterator>
#include <memory>

#include "print/stand_in_font.hpp"

namespace chiwat::print {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLookAlike = "Laksaman";
constexpr std::array kStyles{"Regular", "Bold", "Italic", "Bold Italic"};
// Names under which offices have the font; documents ask for the first.
constexpr std::array kOwnNames{"TH SarabunPSK", "TH Sarabun New", "TH SarabunIT๙"};

// 1000 units of Laksaman's em are 1.504 of TH SarabunPSK's; its line is 0.844 + 0.457 em high.
const StandIn kSarabun{"TH SarabunPSK", "", 1504, 1269, 687};

constexpr const char* kStandardFont = "Calibri";
// A digit of Excel's standard font is 7 pixels wide at 11 pt: 5.25 of 11 points.
constexpr int kDigitThousandths = 477;

struct Release {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
  void operator()(FcObjectSet* objects) const { FcObjectSetDestroy(objects); }
  void operator()(FcFontSet* fonts) const { FcFontSetDestroy(fonts); }
};

// Fontconfig knows the fonts of the machine from the first question on, and lets go of them at the
// end.
struct Library {
  Library() { FcInit(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  ~Library() { FcFini(); }
};

const FcChar8* letters(const char* text) {
  return reinterpret_cast<const FcChar8*>(text);
}

std::optional<std::string> bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

bool write(const fs::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary);
  out << bytes;
  return static_cast<bool>(out.flush());
}

// Whether a stand-in of this font could be written into the folder.
bool add(const fs::path& folder, const std::string& font, const StandIn& as) {
  const auto copy = stand_in_font(font, as);
  return copy && write(folder / (as.family + " " + as.style + ".ttf"), *copy);
}

void add_document_font(const fs::path& folder) {
  for (const char* const style : kStyles) {
    const auto file = font_file(kLookAlike, style);
    const auto font = file ? bytes_of(*file) : std::nullopt;
    StandIn as = kSarabun;
    as.style = style;
    if (font) add(folder, *font, as);
  }
}

void add_standard_font(const fs::path& folder) {
  for (const char* const family : {"Carlito", kLookAlike}) {
    const auto file = font_file(family, "Regular");
    const auto font = file ? bytes_of(*file) : std::nullopt;
    const auto digit = font ? digit_width(*font) : std::nullopt;
    if (!digit) continue;
    StandIn as{kStandardFont, "Regular", *digit * 1000 / kDigitThousandths, 0, 0};
    if (add(folder, *font, as)) return;
  }
}

// The name under which the document font is here; nothing when it is not.
std::optional<std::string> own_name() {
  for (const char* const name : kOwnNames) {
    if (font_file(name, "Regular")) return name;
  }
  return std::nullopt;
}

// All fonts of the machine and those of the folder; the document font's other names mean `family`.
std::string configuration(const fs::path& folder, const std::string& family) {
  std::string aliases;
  for (const std::string name : kOwnNames) {
    if (name == family) continue;
    aliases += "  <alias binding=\"same\"><family>" + name + "</family><prefer><family>" + family +
               "</family></prefer></alias>\n";
  }
  return "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\n"
         "  <include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include>\n  <dir>" +
         folder.string() + "</dir>\n  <cachedir>" + (folder / "cache").string() + "</cachedir>\n" +
         aliases + "</fontconfig>\n";
}

}  // namespace

std::optional<std::string> font_file(const std::string& family, const std::string& style) {
  static const Library library;
  const std::unique_ptr<FcPattern, Release> wanted(FcPatternCreate());
  FcPatternAddString(wanted.get(), FC_FAMILY, letters(family.c_str()));
  FcPatternAddString(wanted.get(), FC_STYLE, letters(style.c_str()));
  const std::unique_ptr<FcObjectSet, Release> asked(FcObjectSetBuild(FC_FILE, nullptr));
  const std::unique_ptr<FcFontSet, Release> found(FcFontList(nullptr, wanted.get(), asked.get()));
  for (int i = 0; found && i < found->nfont; ++i) {
    FcChar8* file = nullptr;
    if (FcPatternGetString(found->fonts[i], FC_FILE, 0, &file) != FcResultMatch) continue;
    const std::string path = reinterpret_cast<const char*>(file);
    if (path.ends_with(".ttf") || path.ends_with(".otf") || path.ends_with(".TTF")) return path;
  }
  return std::nullopt;
}

Fonts fonts_here() {
  return {own_name().has_value(), font_file(kLookAlike, "Regular").has_value()};
}

std::optional<fs::path> make_stand_ins(const fs::path& folder) {
  std::error_code failure;
  fs::create_directories(folder, failure);
  const auto own = own_name();
  if (!own) add_document_font(folder);
  if (!font_file(kStandardFont, "Regular")) add_standard_font(folder);
  const fs::path file = folder / "fonts.conf";
  if (!write(file, configuration(folder, own.value_or(kDocumentFont)))) return std::nullopt;
  return file;
}

}  // namespace chiwat::print
