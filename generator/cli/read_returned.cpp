#include "cli/read_returned.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "consolidation/consolidate.hpp"

namespace chiwat::cli {
namespace {

using returns::FormFacts;

bool is_a_districts(const FormFacts& facts, const form::Templates& templates) {
  return std::ranges::any_of(facts.forms, [&](const std::string& name) {
    const auto* own = std::get_if<form::FormTemplate>(&templates.at(name).kind);
    return own && own->audience == form::Audience::district;
  });
}

// Of a workbook that has lost its identity.
std::optional<FormFacts> facts_by_looks(const FoundWorkbook& found, const model::Circular& circular,
                                        const form::Templates& templates,
                                        Diagnostics& diagnostics) {
  auto facts = returns::facts_by_looks(found.workbook, circular, templates);
  if (!facts) {
    diagnostics.warning({found.path, 0, 0}, "returned_not_a_form");
    return std::nullopt;
  }
  diagnostics.remark({found.path, 0, 0}, "returned_by_looks");
  if (!facts->district.empty() || !is_a_districts(*facts, templates)) return facts;
  diagnostics.error({found.path, 0, 0}, "returned_sender_unknown");
  return std::nullopt;
}

}  // namespace

std::optional<returns::Returned> returned_in(const FoundWorkbook& found,
                                             const model::Circular& circular,
                                             const form::Templates& templates,
                                             Diagnostics& diagnostics) {
  // What was made of forms that came back is not one of them.
  if (found.workbook.properties.keywords.ends_with(consolidation::kResultKeyword)) {
    return std::nullopt;
  }
  auto facts = returns::facts_of(found.workbook);
  if (!facts) facts = facts_by_looks(found, circular, templates, diagnostics);
  if (!facts) return std::nullopt;
  if (!facts->months) {
    facts->months = returns::months_in_titles(found.workbook, *facts, circular, templates);
  }
  auto result =
      returns::read_back(found.path, found.workbook, *facts, circular, templates, diagnostics);
  result.changed = found.changed;
  return result;
}

std::vector<returns::Returned> read_returned(const std::vector<std::string>& paths,
                                             const std::string& except,
                                             const model::Circular& circular,
                                             const form::Templates& templates,
                                             Diagnostics& diagnostics) {
  std::vector<returns::Returned> result;
  find_workbooks(paths, {except, true}, diagnostics, [&](FoundWorkbook&& found) {
    auto returned = returned_in(found, circular, templates, diagnostics);
    if (returned) result.push_back(std::move(*returned));
  });
  return result;
}

}  // namespace chiwat::cli
