#include "cli/read_returned.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "cli/found_workbooks.hpp"
#include "consolidation/consolidate.hpp"

namespace chiwat::cli {
namespace {

using returns::FormFacts;

class Reading {
 public:
  Reading(const model::Circular& circular, const form::Templates& templates,
          Diagnostics& diagnostics)
      : circular_(circular), templates_(templates), diagnostics_(diagnostics) {}

  void take(const FoundWorkbook& found) {
    // What was made of forms that came back is not one of them.
    if (found.workbook.properties.keywords.ends_with(consolidation::kResultKeyword)) return;
    auto facts = returns::facts_of(found.workbook);
    if (!facts) {
      facts = returns::facts_by_looks(found.workbook, circular_, templates_);
      if (!facts) {
        diagnostics_.warning({found.path, 0, 0}, "returned_not_a_form");
        return;
      }
      diagnostics_.remark({found.path, 0, 0}, "returned_by_looks");
      if (facts->district.empty() && is_a_districts(*facts)) {
        diagnostics_.error({found.path, 0, 0}, "returned_sender_unknown");
        return;
      }
    }
    if (!facts->months) {
      facts->months = returns::months_in_titles(found.workbook, *facts, circular_, templates_);
    }
    result_.push_back(returns::read_back(found.path, found.workbook, *facts, circular_, templates_,
                                         diagnostics_));
    result_.back().changed = found.changed;
  }

  std::vector<returns::Returned> all() { return std::move(result_); }

 private:
  bool is_a_districts(const FormFacts& facts) const {
    return std::ranges::any_of(facts.forms, [&](const std::string& name) {
      const auto* own = std::get_if<form::FormTemplate>(&templates_.at(name).kind);
      return own && own->audience == form::Audience::district;
    });
  }

  const model::Circular& circular_;
  const form::Templates& templates_;
  Diagnostics& diagnostics_;
  std::vector<returns::Returned> result_;
};

}  // namespace

std::vector<returns::Returned> read_returned(const std::vector<std::string>& paths,
                                             const std::string& except,
                                             const model::Circular& circular,
                                             const form::Templates& templates,
                                             Diagnostics& diagnostics) {
  Reading reading(circular, templates, diagnostics);
  find_workbooks(paths, {except, true}, diagnostics,
                 [&](FoundWorkbook&& found) { reading.take(found); });
  return reading.all();
}

}  // namespace chiwat::cli
