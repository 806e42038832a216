#include "review/review.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "review/rules.hpp"
#include "thai/names.hpp"

namespace chiwat::review {
namespace {

void say_unknown(const model::Text& id, Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const Rule& rule : all_rules()) known.emplace_back(rule.id);
  Diagnostic& diagnostic =
      diagnostics.warning(id.origin, "check_rule_unknown", {{"rule", id.value}});
  if (const auto near = thai::closest(id.value, known)) {
    diagnostic.hint("hint_did_you_mean", {{"name", *near}});
  }
}

// The rule that is to be switched off; null, reported, when that cannot be.
const Rule* switchable(const model::SwitchedOff& off, Diagnostics& diagnostics) {
  const Rule* rule = find_rule(off.rule.value);
  const MessageArguments named{{"rule", rule ? std::string(rule->id) : off.rule.value}};
  if (!rule) {
    say_unknown(off.rule, diagnostics);
  } else if (rule->severity == Severity::error) {
    diagnostics.warning(off.rule.origin, "check_rule_is_error", named);
  } else if (!off.reason || thai::normalise(off.reason->value).empty()) {
    diagnostics.warning(off.rule.origin, "check_off_without_reason", named);
  } else {
    return rule;
  }
  return nullptr;
}

bool has_found(const Rule& rule, const Diagnostics& diagnostics) {
  return std::ranges::any_of(diagnostics.all(), [&](const Diagnostic& diagnostic) {
    return rule_of(diagnostic.message.id) == &rule;
  });
}

// What is left when these rules say nothing.
Diagnostics without(const std::set<const Rule*>& rules, const Diagnostics& diagnostics) {
  Diagnostics kept;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    const auto& [severity, origin, message, notes] = diagnostic;
    if (rules.contains(rule_of(message.id))) continue;
    kept.add(severity, origin, message.id, message.arguments).notes = notes;
  }
  return kept;
}

}  // namespace

void review(const model::Circular& circular, const plan::Plan& plan,
            const std::vector<model::SaidText>& said, Diagnostics& diagnostics) {
  const std::vector<ShownText> texts = shown_texts(circular, said);
  const Subject subject{circular, plan, texts, due_dates(circular, texts)};
  for (const Rule& rule : all_rules()) {
    if (rule.check) rule.check(subject, diagnostics);
  }
  std::set<const Rule*> off;
  for (const model::SwitchedOff& one : circular.checks.off) {
    const Rule* rule = switchable(one, diagnostics);
    if (!rule) continue;
    off.insert(rule);
    if (!has_found(*rule, diagnostics)) {
      diagnostics.warning(one.rule.origin, "check_off_idle", {{"rule", std::string(rule->id)}});
    }
  }
  if (!off.empty()) diagnostics = without(off, diagnostics);
}

}  // namespace chiwat::review
