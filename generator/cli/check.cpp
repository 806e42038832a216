// chiwat check: everything that is wrong with a description; or the rules by which it judges.
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/prepare.hpp"
#include "cli/report.hpp"
#include "review/rules.hpp"
#include "thai/names.hpp"

namespace chiwat::cli {
namespace {

using Rules = std::vector<const review::Rule*>;

std::string severity(const review::Rule& rule, const thai::Catalogue& catalogue) {
  return catalogue.text(
      {rule.severity == Severity::error ? "severity_error" : "severity_warning", {}});
}

ExitCode say_unknown_rule(const std::string& id, const Console& console) {
  std::vector<std::string> known;
  for (const review::Rule& rule : review::all_rules()) known.emplace_back(rule.id);
  console.err << "chiwat: " << console.catalogue.text({"usage_rule_unknown", {{"name", id}}})
              << "\n";
  if (const auto near = thai::closest(id, known)) {
    console.err << console.catalogue.text({"hint_did_you_mean", {{"name", *near}}}) << "\n";
  }
  console.err << console.catalogue.text({"usage_see_rules", {}}) << "\n";
  return kUsage;
}

// A line for each rule.
void list(const Rules& rules, const Console& console) {
  for (const review::Rule* rule : rules) {
    const std::string id(rule->id);
    const std::string word = severity(*rule, console.catalogue);
    console.out << id << std::string(5 - id.size(), ' ') << word
                << std::string(10 - std::min<std::size_t>(thai::display_width(word), 9), ' ')
                << console.catalogue.text({review::summary_id(*rule), {}}) << "\n";
  }
  console.out << "\n" << console.catalogue.text({"rules_more", {}}) << "\n";
}

void explain(const review::Rule& rule, const Console& console) {
  console.out << rule.id << " (" << severity(rule, console.catalogue)
              << "): " << console.catalogue.text({review::summary_id(rule), {}}) << "\n"
              << console.catalogue.text({review::explanation_id(rule), {}}) << "\n";
}

// All rules, or the one asked about.
ExitCode say_rules(const Arguments& arguments, const Console& console) {
  Rules rules;
  if (arguments.input.empty()) {
    for (const review::Rule& rule : review::all_rules()) rules.push_back(&rule);
  } else if (const review::Rule* rule = review::find_rule(arguments.input)) {
    rules.push_back(rule);
  } else {
    return say_unknown_rule(arguments.input, console);
  }
  if (arguments.json) {
    report_json(rules, console.catalogue, console.out);
  } else if (arguments.input.empty()) {
    list(rules, console);
  } else {
    explain(*rules.front(), console);
  }
  return kDone;
}

}  // namespace

ExitCode check(const Arguments& arguments, const Console& given) {
  if (arguments.rules) return say_rules(arguments, given);
  source::Texts texts;
  thai::Wordings wordings;
  Diagnostics diagnostics;
  prepare(arguments.input, texts, wordings, diagnostics);
  const thai::Catalogue catalogue(given.catalogue.language(), wordings);
  const Console console{catalogue, given.out, given.err, given.show_progress};
  const bool clean = diagnostics.all().empty();
  if (arguments.json) {
    report_json(diagnostics, texts, std::vector<std::string>(), console.catalogue, console.out);
  } else if (clean) {
    console.out << console.catalogue.text({"check_clean", {{"file", arguments.input}}}) << "\n";
  } else {
    report(diagnostics, texts, console.catalogue, console.out);
    console.out << counted(diagnostics, console.catalogue) << "\n";
  }
  return clean ? kDone : kFindings;
}

}  // namespace chiwat::cli
