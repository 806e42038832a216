// chiwat print: workbooks as PDFs, ready for the printer, and as pictures of their pages.
#include <algorithm>
#include <filesystem>
#include <ostream>
#include <system_error>
#include <vector>

#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "cli/workbook_files.hpp"
#include "print/fonts.hpp"
#include "print/office.hpp"
#include "print/pages.hpp"

namespace chiwat::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kBooklet = "เล่มรวม";

// A workbook, and the PDF that comes of it, below the folder written to.
struct Sheaf {
  fs::path workbook;
  fs::path pdf;
};

// Workbooks in the order of the command line; those of a folder keep their folders.
std::vector<Sheaf> sheaves(const std::vector<std::string>& inputs, Diagnostics& diagnostics) {
  std::vector<Sheaf> result;
  for (const std::string& input : inputs) {
    std::error_code ignored;
    if (!fs::exists(input, ignored)) {
      diagnostics.error({input, 0, 0}, "input_missing");
      continue;
    }
    const auto files = workbooks(input);
    if (files.empty()) diagnostics.error({input, 0, 0}, "print_no_workbook");
    const bool is_folder = fs::is_directory(input, ignored);
    for (const fs::path& file : files) {
      fs::path pdf = is_folder ? fs::relative(file, input, ignored) : file.filename();
      result.push_back({file, pdf.replace_extension(".pdf")});
    }
  }
  return result;
}

// What is missing so that nothing, or not everything, can be printed.
std::optional<Message> missing(const Arguments& arguments) {
  if (!print::find_office()) return Message{"print_no_office", {}};
  if (arguments.png && !print::can_draw_pages()) return Message{"print_no_pages", {}};
  if (arguments.merge && !print::can_join()) return Message{"print_no_pages", {}};
  return std::nullopt;
}

class Printing {
 public:
  Printing(const Arguments& arguments, const Console& console, Diagnostics& diagnostics)
      : arguments_(arguments), console_(console), diagnostics_(diagnostics) {}

  void all(const std::vector<Sheaf>& sheaves) {
    std::vector<fs::path> workbooks;
    for (const Sheaf& sheaf : sheaves) workbooks.push_back(sheaf.workbook);
    progress(console_.catalogue.text(
        {"printing", {{"files", static_cast<std::int64_t>(workbooks.size())}}}));
    const print::WorkFolder work;
    const auto printed = print::to_pdf(*print::find_office(), workbooks, work, diagnostics_);
    progress("");
    if (arguments_.merge) {
      put_booklet(printed, work);
      return;
    }
    for (std::size_t i = 0; i < sheaves.size(); ++i) {
      if (printed[i]) put(*printed[i], sheaves[i].pdf);
    }
  }

  const std::vector<std::string>& written() const { return written_; }

 private:
  // All PDFs as one; none when one is missing, since nobody would notice.
  void put_booklet(const std::vector<std::optional<fs::path>>& printed,
                   const print::WorkFolder& work) {
    std::vector<fs::path> parts;
    for (const auto& pdf : printed) {
      if (!pdf) return;
      parts.push_back(*pdf);
    }
    const fs::path booklet = work.path() / "booklet.pdf";
    if (print::join(parts, booklet)) {
      put(booklet, std::string(kBooklet) + ".pdf");
    } else {
      diagnostics_.error({arguments_.pdf, 0, 0}, "print_failed", {{"detail", "pdfunite"}});
    }
  }

  // A PDF of the work folder into the folder written to, whole or not at all; and its pages.
  void put(const fs::path& from, const fs::path& name) {
    const fs::path to = fs::path(arguments_.pdf) / name;
    const fs::path half = to.parent_path() / ("." + to.filename().string() + ".part");
    try {
      fs::create_directories(to.parent_path());
      fs::copy_file(from, half, fs::copy_options::overwrite_existing);
      fs::rename(half, to);
    } catch (const fs::filesystem_error& failure) {
      std::error_code ignored;
      fs::remove(half, ignored);
      diagnostics_.error({to.string(), 0, 0}, "print_failed",
                         {{"detail", failure.code().message()}});
      return;
    }
    say(to.string());
    if (!arguments_.png) return;
    for (const fs::path& page : print::draw_pages(to)) say(page.string());
  }

  void say(const std::string& file) {
    written_.push_back(file);
    if (!arguments_.json) {
      console_.out << console_.catalogue.text({"printed", {{"file", file}}}) << "\n";
    }
  }

  void progress(const std::string& text) {
    if (console_.show_progress) console_.err << "\r\033[K" << text << std::flush;
  }

  const Arguments& arguments_;
  const Console& console_;
  Diagnostics& diagnostics_;
  std::vector<std::string> written_;
};

}  // namespace

ExitCode print(const Arguments& arguments, const Console& console) {
  if (const auto what = missing(arguments)) {
    console.err << "chiwat: " << console.catalogue.text(*what) << "\n";
    return kCannotWrite;
  }
  Diagnostics diagnostics;
  const auto all = sheaves(arguments.inputs, diagnostics);
  const print::Fonts fonts = print::fonts_here();
  if (!fonts.has_own) {
    diagnostics.warning({print::kDocumentFont, 0, 0},
                        fonts.has_stand_in ? "print_stand_in_font" : "print_no_font");
  }
  Printing printing(arguments, console, diagnostics);
  const bool is_input_good = !diagnostics.has_errors();
  if (is_input_good) printing.all(all);
  if (arguments.json) {
    report_json(diagnostics, source::Texts(), printing.written(), console.catalogue, console.out);
  } else {
    report(diagnostics, source::Texts(), console.catalogue, console.err);
  }
  if (!is_input_good) return kBadInput;
  return diagnostics.has_errors() ? kCannotWrite : kDone;
}

}  // namespace chiwat::cli
