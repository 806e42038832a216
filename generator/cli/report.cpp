#include "cli/report.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/place.hpp"
#include "cli/report_json.hpp"
#include "review/rules.hpp"
#include "thai/names.hpp"

namespace chiwat::cli {
namespace {

constexpr std::size_t kMostShown = 100;

std::vector<const Diagnostic*> sorted(const Diagnostics& diagnostics) {
  std::vector<const Diagnostic*> result;
  std::vector<std::string> files;  // in the order in which they were first complained about
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    result.push_back(&diagnostic);
    if (std::find(files.begin(), files.end(), diagnostic.origin.path()) == files.end()) {
      files.push_back(diagnostic.origin.path());
    }
  }
  const auto place = [&](const Diagnostic* diagnostic) {
    const auto file = std::find(files.begin(), files.end(), diagnostic->origin.path());
    return std::make_tuple(file, diagnostic->origin.line, diagnostic->origin.column);
  };
  std::stable_sort(result.begin(), result.end(),
                   [&](const auto* a, const auto* b) { return place(a) < place(b); });
  return result;
}

// The code points of a line.
std::vector<std::string_view> characters(std::string_view line) {
  std::vector<std::string_view> result;
  for (std::size_t start = 0; start < line.size();) {
    std::size_t end = start + 1;
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) ++end;
    result.push_back(line.substr(start, end - start));
    start = end;
  }
  return result;
}

// The line with a caret under the column; of a very long line the part around it.
void show_line(const Origin& origin, const source::Texts& texts, std::ostream& out) {
  constexpr std::size_t kLongest = 200;
  constexpr std::size_t kBefore = 80;
  const auto line = origin.line > 0 ? texts.line(origin.path(), origin.line) : std::nullopt;
  if (!line) return;
  const auto all = characters(*line);
  const auto column = static_cast<std::size_t>(std::max(origin.column, 1)) - 1;
  const std::size_t first = all.size() > kLongest && column > kBefore ? column - kBefore : 0;
  const std::size_t last = std::min(all.size(), first + kLongest);
  std::string shown = first > 0 ? "…" : "";
  std::string blanks = first > 0 ? " " : "";
  for (std::size_t i = first; i < last; ++i) {
    shown += printable(all[i]);
    if (i >= column) continue;
    blanks += all[i] == "\t" ? "\t" : std::string(thai::display_width(all[i]), ' ');
  }
  if (last < all.size()) shown += "…";
  const std::string number = std::to_string(origin.line);
  const std::string margin(std::max<std::size_t>(number.size(), 5), ' ');
  out << std::string(margin.size() - number.size(), ' ') << number << " | " << shown << "\n";
  if (origin.column > 0) out << margin << " | " << blanks << "^\n";
}

// The rule that a finding is of, to look up: " [D1]".
std::string in_brackets(const Diagnostic& diagnostic) {
  const review::Rule* rule = review::rule_of(diagnostic.message.id);
  return rule ? " [" + std::string(rule->id) + "]" : "";
}

nlohmann::ordered_json json_place(const Origin& origin, const source::Texts& texts) {
  nlohmann::ordered_json object;
  object["file"] = origin.path();
  object["line"] = origin.line;
  object["column"] = origin.column;
  const std::string cell = cell_of_place(origin, texts);
  if (!cell.empty()) object["cell"] = cell;
  return object;
}

nlohmann::ordered_json json_list(const Diagnostics& diagnostics, const source::Texts& texts,
                                 const thai::Catalogue& catalogue) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Diagnostic* diagnostic : sorted(diagnostics)) {
    nlohmann::ordered_json entry = json_place(diagnostic->origin, texts);
    entry["severity"] = severity_name(diagnostic->severity);
    entry["id"] = diagnostic->message.id;
    const review::Rule* rule = review::rule_of(diagnostic->message.id);
    if (rule) entry["rule"] = rule->id;
    entry["message"] = catalogue.text(diagnostic->message);
    entry["notes"] = nlohmann::ordered_json::array();
    for (const Note& note : diagnostic->notes) {
      nlohmann::ordered_json object = json_place(note.origin, texts);
      object["id"] = note.message.id;
      object["message"] = catalogue.text(note.message);
      entry["notes"].push_back(object);
    }
    list.push_back(entry);
  }
  return list;
}

void print(const nlohmann::ordered_json& whole, std::ostream& out) {
  out << whole.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n";
}

}  // namespace

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      break;
  }
  return "note";
}

std::string printable(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    result += (byte < 0x20 && c != '\t') || byte == 0x7F ? '?' : c;
  }
  return result;
}

void report(const Diagnostics& diagnostics, const source::Texts& texts,
            const thai::Catalogue& catalogue, std::ostream& out) {
  const auto all = sorted(diagnostics);
  for (std::size_t i = 0; i < std::min(all.size(), kMostShown); ++i) {
    const Diagnostic& diagnostic = *all[i];
    out << place(diagnostic.origin, texts) << ": "
        << catalogue.text({"severity_" + std::string(severity_name(diagnostic.severity)), {}})
        << ": " << printable(catalogue.text(diagnostic.message)) << in_brackets(diagnostic) << "\n";
    show_line(diagnostic.origin, texts, out);
    for (const Note& note : diagnostic.notes) {
      const std::string text = printable(catalogue.text(note.message));
      if (note.origin.path().empty()) {
        out << "      " << catalogue.text({"severity_hint", {}}) << ": " << text << "\n";
      } else {
        out << "      " << place(note.origin, texts) << ": "
            << catalogue.text({"severity_note", {}}) << ": " << text << "\n";
      }
    }
  }
  if (all.size() > kMostShown) {
    out << catalogue.text(
               {"count_more", {{"count", static_cast<std::int64_t>(all.size() - kMostShown)}}})
        << "\n";
  }
}

void report_json(const Diagnostics& diagnostics, const source::Texts& texts,
                 const nlohmann::ordered_json& more, const thai::Catalogue& catalogue,
                 std::ostream& out) {
  nlohmann::ordered_json whole;
  whole["diagnostics"] = json_list(diagnostics, texts, catalogue);
  whole.update(more);
  print(whole, out);
}

void report_json(const Diagnostics& diagnostics, const source::Texts& texts,
                 const std::vector<std::string>& written, const thai::Catalogue& catalogue,
                 std::ostream& out) {
  nlohmann::ordered_json whole;
  whole["diagnostics"] = json_list(diagnostics, texts, catalogue);
  whole["written"] = written;
  print(whole, out);
}

void report_json(const Diagnostics& diagnostics, const source::Texts& texts, const Changes& changes,
                 const thai::Catalogue& catalogue, std::ostream& out) {
  nlohmann::ordered_json whole;
  whole["diagnostics"] = json_list(diagnostics, texts, catalogue);
  whole["written"] = changes.written;
  whole["unchanged"] = changes.unchanged;
  whole["removed"] = changes.removed;
  whole["kept"] = changes.kept;
  print(whole, out);
}

void report_json(const Diagnostics& diagnostics, const source::Texts& texts,
                 const std::vector<ListedTemplate>& templates, const thai::Catalogue& catalogue,
                 std::ostream& out) {
  nlohmann::ordered_json whole;
  whole["diagnostics"] = json_list(diagnostics, texts, catalogue);
  whole["templates"] = nlohmann::ordered_json::array();
  for (const ListedTemplate& one : templates) {
    nlohmann::ordered_json object;
    object["name"] = one.name;
    object["kind"] = one.kind;
    object["version"] = one.version;
    object["about"] = one.about;
    object["source"] = one.source;
    if (!one.file.empty()) object["file"] = one.file;
    whole["templates"].push_back(object);
  }
  print(whole, out);
}

void report_json(const Diagnostics& diagnostics, const source::Texts& texts,
                 const explain::Explanation& explanation, const thai::Catalogue& catalogue,
                 std::ostream& out) {
  nlohmann::ordered_json whole;
  whole["diagnostics"] = json_list(diagnostics, texts, catalogue);
  whole["explanation"] = nlohmann::ordered_json::array();
  for (const explain::Line& line : explanation) {
    nlohmann::ordered_json object;
    object["depth"] = line.depth;
    object["id"] = line.message.id;
    object["message"] = catalogue.text(line.message);
    if (!line.origin.path().empty()) object.update(json_place(line.origin, texts));
    whole["explanation"].push_back(object);
  }
  print(whole, out);
}

void report_json(const std::vector<const review::Rule*>& rules, const thai::Catalogue& catalogue,
                 std::ostream& out) {
  nlohmann::ordered_json whole;
  whole["rules"] = nlohmann::ordered_json::array();
  for (const review::Rule* rule : rules) {
    nlohmann::ordered_json object;
    object["id"] = rule->id;
    object["severity"] = rule->severity == Severity::error ? "error" : "warning";
    object["summary"] = catalogue.text({review::summary_id(*rule), {}});
    object["explanation"] = catalogue.text({review::explanation_id(*rule), {}});
    whole["rules"].push_back(object);
  }
  print(whole, out);
}

std::string counted(const Diagnostics& diagnostics, const thai::Catalogue& catalogue) {
  const std::int64_t errors = diagnostics.error_count();
  const std::int64_t warnings = diagnostics.count(Severity::warning);
  return catalogue.text({"count_errors", {{"errors", errors}, {"warnings", warnings}}});
}

void report_nothing_written(const Diagnostics& diagnostics, const thai::Catalogue& catalogue,
                            std::ostream& out) {
  out << counted(diagnostics, catalogue) << "; " << catalogue.text({"nothing_written", {}}) << "\n";
}

}  // namespace chiwat::cli
