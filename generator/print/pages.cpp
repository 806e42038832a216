#include "print/pages.hpp"

#include <algorithm>
#include <string>
#include <system_error>

#include "print/run_program.hpp"

namespace chiwat::print {

namespace fs = std::filesystem;

namespace {

constexpr const char* kJoin = "pdfunite";
constexpr const char* kDraw = "pdftoppm";
constexpr const char* kDotsAnInch = "150";

}  // namespace

bool can_join() {
  return find_program(kJoin).has_value();
}

bool can_draw_pages() {
  return find_program(kDraw).has_value();
}

bool join(const std::vector<fs::path>& pdfs, const fs::path& to) {
  std::vector<std::string> words{kJoin};
  for (const fs::path& pdf : pdfs) words.push_back(pdf.string());
  words.push_back(to.string());
  return run_program(words).code == 0;
}

std::vector<fs::path> draw_pages(const fs::path& pdf) {
  fs::path root = pdf;
  root.replace_extension();
  // An earlier run may have had more pages.
  const auto pictures = [&] {
    std::vector<fs::path> found;
    const std::string prefix = root.filename().string() + "-";
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(pdf.parent_path(), ignored)) {
      const std::string name = entry.path().filename().string();
      if (!name.starts_with(prefix) || !name.ends_with(".png")) continue;
      const std::string number = name.substr(prefix.size(), name.size() - prefix.size() - 4);
      if (number.find_first_not_of("0123456789") == std::string::npos)
        found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
  };
  std::error_code ignored;
  for (const fs::path& old : pictures()) fs::remove(old, ignored);
  run_program({kDraw, "-r", kDotsAnInch, "-png", pdf.string(), root.string()});
  return pictures();
}

}  // namespace chiwat::print
