#include "print/office.hpp"

#include <stdlib.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <span>
#include <system_error>

#include "print/fonts.hpp"
#include "print/run_program.hpp"

namespace chiwat::print {
namespace {

namespace fs = std::filesystem;

// After some 240 files of one start LibreOffice leaves out the rest, and says that all was well.
constexpr std::size_t kAtOnce = 100;

using Environment = std::map<std::string, std::string>;

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

fs::path copy_of(std::size_t index, const WorkFolder& work) {
  return work.path() / (number(index) + ".xlsx");
}

fs::path pdf_of(std::size_t index, const WorkFolder& work) {
  return work.path() / (number(index) + ".pdf");
}

// One start of LibreOffice for the copies of these workbooks; the last line that it said.
std::string convert(const std::string& office, std::span<const std::size_t> workbooks,
                    const WorkFolder& work, const Environment& environment) {
  std::vector<std::string> words{
      office,         "-env:UserInstallation=file://" + (work.path() / "profile").string(),
      "--headless",   "--norestore",
      "--convert-to", "pdf:calc_pdf_Export",
      "--outdir",     work.path().string()};
  for (const std::size_t i : workbooks) words.push_back(copy_of(i, work).string());
  return last_line(run_program(words, environment).output);
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
  std::vector<std::string> failures(workbooks.size());
  std::vector<std::size_t> copied;
  for (std::size_t i = 0; i < workbooks.size(); ++i) {
    std::error_code failure;
    fs::copy_file(workbooks[i], copy_of(i, work), failure);
    if (failure) {
      failures[i] = failure.message();
    } else {
      copied.push_back(i);
    }
  }
  const auto fonts = make_stand_ins(work.path() / "fonts");
  const Environment environment = fonts ? Environment{{"FONTCONFIG_FILE", *fonts}} : Environment{};
  for (std::size_t from = 0; from < copied.size(); from += kAtOnce) {
    const auto part = std::span(copied).subspan(from, std::min(kAtOnce, copied.size() - from));
    const std::string said = convert(office, part, work, environment);
    for (const std::size_t i : part) failures[i] = said;
  }
  std::vector<std::optional<fs::path>> result;
  for (std::size_t i = 0; i < workbooks.size(); ++i) {
    const fs::path pdf = pdf_of(i, work);
    result.push_back(fs::exists(pdf) ? std::optional(pdf) : std::nullopt);
    if (result.back()) continue;
    diagnostics.error({workbooks[i].string(), 0, 0}, "print_failed", {{"detail", failures[i]}});
  }
  return result;
}

}  // namespace chiwat::print
