// The fonts that printing needs, and what to do on a machine without them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace chiwat::print {

inline constexpr const char* kDocumentFont = "TH SarabunPSK";  // of every Thai government document

// Where a font of this family stands; nothing when there is none. Fonts under another name that
// would be taken in its place do not count.
std::optional<std::string> font_file(const std::string& family, const std::string& style);

// What printing has to draw with.
struct Fonts {
  bool has_own = false;       // TH SarabunPSK is there, under this name or one of its others
  bool has_stand_in = false;  // or the font that can be scaled to stand for it
};
Fonts fonts_here();

// Makes stand-ins in `folder` for the fonts that are missing, as far as that can be done, and a
// fonts.conf that knows them besides all others; where that is. Nothing when it cannot be written.
//
// Laksaman (fonts-thai-tlwg) has the letters of TH SarabunPSK, drawn 1.5 times as large. And since
// a column of a workbook is so many digits of its standard font, Calibri, wide, and other programs
// take any font for that, one whose digits have exactly Calibri's width stands for it.
std::optional<std::filesystem::path> make_stand_ins(const std::filesystem::path& folder);

}  // namespace chiwat::print
