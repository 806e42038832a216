#include "print/office.hpp"

#include <stdlib.h>

#include <cerrno>
#include <map>
#include <system_error>

#include "print/fonts.hpp"
#include "print/run_program.hpp"

namespace chiwat::print {
namespace {

namespace fs = std::filesystem;

// Two workbooks may be called alike; in the work folder each has a number for a name.
std::string number(std::size_t index) {
  std::string digits = std::to_string(index + 1);
  return std::string(digits.size() < 5 ? 5 - digits.size() : 0, '0') + digits;
}

std::string last_line(const std::string& output) {
  const auto end = output.find_last_not_of(" \n");
  if (end == std::string::npos) return "";
  const auto begin = output.find_last_of('\n', end);
  return output.substr(begin + 1, end - begin);
}

std::vector<std::string> command(const std::string& office, const WorkFolder& work) {
  return {office,         "-env:UserInstallation=file://" + (work.path() / "profile").string(),
          "--headless",   "--norestore",
          "--convert-to", "pdf:calc_pdf_Export",
          "--outdir",     work.path().string()};
}

}  // namespace

WorkFolder::WorkFolder() {
  std::string name = (fs::temp_directory_path() / "chiwat-print.XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::system_error(errno, std::generic_category(), name);
  path_ = name;
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::optional<std::string> find_office() {
  for (const char* const name : {"soffice", "libreoffice", "localc"}) {
    if (auto found = find_program(name)) return found;
  }
  for (const char* const file : {"/usr/lib/libreoffice/program/soffice", "/snap/bin/libreoffice",
                                 "/opt/libreoffice/program/soffice"}) {
    std::error_code ignored;
    if (fs::exists(file, ignored)) return file;
  }
  return std::nullopt;
}

std::vector<std::optional<fs::path>> to_pdf(const std::string& office,
                                            const std::vector<fs::path>& workbooks,
                                            const WorkFolder& work, Diagnostics& diagnostics) {
  std::vector<std::string> words = command(office, work);
  std::vector<std::string> failures(workbooks.size());
  for (std::size_t i = 0; i < workbooks.size(); ++i) {
    const fs::path copy = work.path() / (number(i) + ".xlsx");
    std::error_code failure;
    fs::copy_file(workbooks[i], copy, failure);
    if (failure) {
      failures[i] = failure.message();
    } else {
      words.push_back(copy.string());
    }
  }
  const auto fonts = make_stand_ins(work.path() / "fonts");
  const ProgramOutcome outcome =
      run_program(words, fonts ? std::map<std::string, std::string>{{"FONTCONFIG_FILE", *fonts}}
                               : std::map<std::string, std::string>{});
  std::vector<std::optional<fs::path>> result;
  for (std::size_t i = 0; i < workbooks.size(); ++i) {
    const fs::path pdf = work.path() / (number(i) + ".pdf");
    const bool is_there = failures[i].empty() && fs::exists(pdf);
    result.push_back(is_there ? std::optional(pdf) : std::nullopt);
    if (is_there) continue;
    const std::string detail = failures[i].empty() ? last_line(outcome.output) : failures[i];
    diagnostics.error({workbooks[i].string(), 0, 0}, "print_failed", {{"detail", detail}});
  }
  return result;
}

}  // namespace chiwat::print
