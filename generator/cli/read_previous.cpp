#include "cli/read_previous.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "xlsx/read.hpp"

namespace chiwat::cli {
namespace {

namespace fs = std::filesystem;

// Not what Excel leaves beside a workbook that is open.
bool is_workbook(const fs::path& path) {
  std::string extension = path.extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return extension == ".xlsx" && !path.filename().string().starts_with("~$");
}

std::vector<fs::path> workbooks(const std::string& path) {
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) return {path};
  std::vector<fs::path> result;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(path, options, ignored), end; at != end;
       at.increment(ignored)) {
    if (is_workbook(at->path())) result.push_back(at->path());
  }
  std::sort(result.begin(), result.end());
  return result;
}

bool has_monthly(const returns::FormFacts& facts, const form::Templates& templates) {
  return std::ranges::any_of(facts.forms, [&](const std::string& name) {
    const auto page = templates.find(name);
    const auto* own =
        page == templates.end() ? nullptr : std::get_if<form::FormTemplate>(&page->second.kind);
    return own && own->span == form::Span::month;
  });
}

}  // namespace

std::optional<std::vector<returns::Returned>> read_previous(const std::string& path,
                                                            const model::Circular& circular,
                                                            const form::Templates& templates,
                                                            Diagnostics& diagnostics) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) {
    diagnostics.error({path, 0, 0}, "input_missing");
    return std::nullopt;
  }
  std::vector<returns::Returned> result;
  for (const fs::path& file : workbooks(path)) {
    const auto workbook = xlsx::read(file, diagnostics);
    if (!workbook) continue;
    const auto facts = returns::facts_of(*workbook);
    if (!facts) {
      diagnostics.warning({file.string(), 0, 0}, "returned_not_a_form");
    } else if (has_monthly(*facts, templates)) {
      result.push_back(
          returns::read_back(file.string(), *workbook, *facts, circular, templates, diagnostics));
    }
  }
  return result;
}

}  // namespace chiwat::cli
