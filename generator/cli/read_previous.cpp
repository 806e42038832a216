#include "cli/read_previous.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/found_workbooks.hpp"

namespace chiwat::cli {
namespace {

namespace fs = std::filesystem;

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
  find_workbooks({path}, {}, diagnostics, [&](FoundWorkbook&& found) {
    const auto facts = returns::facts_of(found.workbook);
    if (!facts) {
      diagnostics.warning({found.path, 0, 0}, "returned_not_a_form");
    } else if (has_monthly(*facts, templates)) {
      result.push_back(
          returns::read_back(found.path, found.workbook, *facts, circular, templates, diagnostics));
      result.back().changed = found.changed;
    }
  });
  return result;
}

}  // namespace chiwat::cli
