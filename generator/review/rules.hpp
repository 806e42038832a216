// The rules of the review: what contradicts itself in a circular that can be read.
//
// Each has an id that people quote, and is explained in locale/*.txt under "rule_" and its id. A
// rule is a pure function of the circular and its plan; where the reading itself already finds such
// a thing, the rule only gives it its id.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/circular.hpp"
#include "plan/plan.hpp"
#include "review/due_dates.hpp"
#include "review/shown_texts.hpp"

namespace chiwat::review {

// What the rules look at.
struct Subject {
  const model::Circular& circular;
  const plan::Plan& plan;
  std::vector<ShownText> texts;
  std::vector<DueDate> due_dates;
};

struct Rule {
  std::string_view id;                     // a letter for the family, a number: D1
  Severity severity;                       // an error stops the reading and cannot be switched off
  std::vector<std::string_view> messages;  // the ids of what it reports
  void (*check)(const Subject&, Diagnostics&);  // null: found while the description is read, or by
                                                // the check of a neighbouring rule
};

// In the order of their ids.
const std::vector<Rule>& all_rules();

// The rule of this id, in capitals or small letters; null when there is none.
const Rule* find_rule(std::string_view id);

// The rule that reports a message of this id; null when it is no rule's.
const Rule* rule_of(std::string_view message);

// The messages that explain it: one line, and at length.
std::string summary_id(const Rule& rule);
std::string explanation_id(const Rule& rule);

}  // namespace chiwat::review
