// chiwat doctor: what is there on this machine, what is missing, and what that means.
#include <filesystem>
#include <ostream>
#include <string>
#include <system_error>
#include <vector>

#include "cli/commands.hpp"
#include "print/fonts.hpp"
#include "print/office.hpp"
#include "print/pages.hpp"

namespace chiwat::cli {
namespace {

// One look at the machine: how it is, and a message that says so.
struct Finding {
  bool is_good = true;
  Message message;
};

Finding language() {
  const char* const code =
      language_of_environment() == thai::Language::thai ? "doctor_locale_thai" : "doctor_locale";
  return {true, {code, {}}};
}

Finding document_font() {
  const print::Fonts fonts = print::fonts_here();
  if (fonts.has_own) return {true, {"doctor_font", {}}};
  if (fonts.has_stand_in) return {false, {"doctor_stand_in_font", {}}};
  return {false, {"doctor_no_font", {}}};
}

Finding office() {
  const auto program = print::find_office();
  if (!program) return {false, {"doctor_no_office", {}}};
  return {true, {"doctor_office", {{"file", *program}}}};
}

Finding pages() {
  if (!print::can_join() || !print::can_draw_pages()) return {false, {"doctor_no_pages", {}}};
  return {true, {"doctor_pages", {}}};
}

// Where workbooks are put together before they take their place.
Finding temporary_folder() {
  std::error_code failure;
  const auto folder = std::filesystem::temp_directory_path(failure);
  const auto space =
      failure ? std::filesystem::space_info{} : std::filesystem::space(folder, failure);
  const std::int64_t megabytes = failure ? 0 : static_cast<std::int64_t>(space.available >> 20);
  const bool is_good = megabytes >= 100;
  return {is_good,
          {is_good ? "doctor_space" : "doctor_no_space",
           {{"folder", failure ? "?" : folder.string()}, {"megabytes", megabytes}}}};
}

}  // namespace

ExitCode doctor(const Console& console) {
  bool is_good = true;
  for (const Finding& finding :
       {language(), document_font(), office(), pages(), temporary_folder()}) {
    is_good = is_good && finding.is_good;
    console.out << (finding.is_good ? "✓ " : "✗ ") << console.catalogue.text(finding.message)
                << "\n";
  }
  return is_good ? kDone : kFindings;
}

}  // namespace chiwat::cli
