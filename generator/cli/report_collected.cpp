#include "cli/report_collected.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/report.hpp"
#include "feedback/feedback.hpp"

namespace chiwat::cli {
namespace {

using feedback::Problem;
using feedback::Standing;
using feedback::Status;
using Json = nlohmann::ordered_json;

constexpr std::size_t kMostOfOne = 10;   // problems of one district
constexpr std::size_t kMostGroups = 30;  // districts

std::string two_digits(unsigned number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

Json iso(const std::optional<Date>& date) {
  if (!date) return nullptr;
  return std::to_string(static_cast<int>(date->year())) + "-" +
         two_digits(static_cast<unsigned>(date->month())) + "-" +
         two_digits(static_cast<unsigned>(date->day()));
}

Json name_or_null(const std::string& name) {
  return name.empty() ? Json(nullptr) : Json(name);
}

Json json_of(const Problem& problem, const model::Circular& circular,
             const thai::Catalogue& catalogue) {
  const Diagnostic& diagnostic = *problem.diagnostic;
  Json entry;
  entry["severity"] = severity_name(diagnostic.severity);
  entry["id"] = diagnostic.message.id;
  const bool has_district = problem.sender && problem.sender->district;
  entry["district"] =
      has_district ? Json(circular.districts[*problem.sender->district].value) : Json(nullptr);
  entry["file"] = problem.file;
  entry["sheet"] = name_or_null(problem.sheet);
  entry["cell"] = name_or_null(problem.cell);
  entry["message"] = catalogue.text(diagnostic.message);
  entry["notes"] = Json::array();
  for (const Note& note : diagnostic.notes) {
    Json other;
    other["place"] = name_or_null(note.origin.path());
    other["id"] = note.message.id;
    other["message"] = catalogue.text(note.message);
    entry["notes"].push_back(other);
  }
  return entry;
}

Json json_of(const Status& status, const model::Circular& circular) {
  Json entry;
  entry["attachment"] = status.asked.attachment;
  const auto& month = status.asked.month;
  entry["month"] = month ? Json(std::to_string(static_cast<int>(month->year()) + kBuddhistOffset) +
                                "-" + two_digits(static_cast<unsigned>(month->month())))
                         : Json(nullptr);
  entry["quarter"] = status.asked.quarter ? Json(*status.asked.quarter) : Json(nullptr);
  entry["round"] =
      status.asked.round ? Json(circular.rounds[*status.asked.round].number.value) : Json(nullptr);
  entry["due"] = iso(status.due);
  entry["districts"] = Json::array();
  for (const Standing& standing : status.standings) {
    Json one;
    one["district"] = circular.districts[standing.district].value;
    one["file"] = standing.reply ? Json(standing.reply->returned->path) : Json(nullptr);
    one["received"] = iso(standing.received);
    one["late"] = status.is_late(standing);
    one["errors"] = standing.errors;
    one["warnings"] = standing.warnings;
    one["notes"] = standing.notes;
    entry["districts"].push_back(one);
  }
  return entry;
}

void print_problem(const Problem& problem, const thai::Catalogue& catalogue, std::ostream& out) {
  const std::string severity(severity_name(problem.diagnostic->severity));
  std::string place = problem.file;
  if (!problem.sheet.empty()) place += ":" + problem.sheet;
  if (!problem.cell.empty()) place += "!" + problem.cell;
  out << "  " << printable(place) << ": " << catalogue.text({"severity_" + severity, {}}) << ": "
      << printable(feedback::text_of(problem, catalogue)) << "\n";
}

}  // namespace

void report_collected(const std::vector<Problem>& problems, const std::vector<Status>& statuses,
                      const model::Circular& circular, const thai::Catalogue& catalogue,
                      std::ostream& out) {
  std::size_t groups = 0, shown = 0, hidden = 0;
  for (std::size_t i = 0; i < problems.size(); ++i) {
    const bool is_new =
        i == 0 || !feedback::is_same_sender(problems[i - 1].sender, problems[i].sender);
    if (is_new) {
      shown = 0;
      if (++groups <= kMostGroups) {
        out << feedback::name_of(problems[i].sender, circular) << "\n";
      }
    }
    if (groups > kMostGroups) {
      ++hidden;
      continue;
    }
    if (++shown <= kMostOfOne) print_problem(problems[i], catalogue, out);
    const bool is_last = i + 1 == problems.size() ||
                         !feedback::is_same_sender(problems[i].sender, problems[i + 1].sender);
    if (is_last && shown > kMostOfOne) {
      const auto more = static_cast<std::int64_t>(shown - kMostOfOne);
      out << "  " << catalogue.text({"count_more", {{"count", more}}}) << "\n";
    }
  }
  if (hidden > 0) {
    out << catalogue.text({"count_more", {{"count", static_cast<std::int64_t>(hidden)}}}) << "\n";
  }
  for (const Status& status : statuses) {
    std::string missing;
    for (const Standing& standing : status.standings) {
      if (standing.reply) continue;
      missing += (missing.empty() ? "" : ", ") + circular.districts[standing.district].value;
    }
    const std::int64_t all = static_cast<std::int64_t>(status.standings.size());
    const std::int64_t late = std::ranges::count_if(
        status.standings, [&](const Standing& standing) { return status.is_late(standing); });
    out << catalogue.text({"collected_status",
                           {{"title", feedback::title_of(status.asked, circular)},
                            {"returned", std::int64_t{status.returned()}},
                            {"all", all},
                            {"late", late},
                            {"count", all - status.returned()},
                            {"missing", missing}}})
        << "\n";
  }
}

void report_collected_json(const Diagnostics& diagnostics, const std::vector<Problem>& problems,
                           const std::vector<Status>& statuses,
                           const std::vector<std::string>& written, const model::Circular& circular,
                           const thai::Catalogue& catalogue, std::ostream& out) {
  Json whole;
  whole["diagnostics"] = Json::array();
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    Json entry;
    entry["severity"] = severity_name(diagnostic.severity);
    entry["id"] = diagnostic.message.id;
    entry["file"] = diagnostic.origin.path();
    entry["line"] = diagnostic.origin.line;
    entry["column"] = diagnostic.origin.column;
    entry["message"] = catalogue.text(diagnostic.message);
    whole["diagnostics"].push_back(entry);
  }
  whole["problems"] = Json::array();
  for (const Problem& problem : problems) {
    whole["problems"].push_back(json_of(problem, circular, catalogue));
  }
  whole["status"] = Json::array();
  for (const Status& status : statuses) whole["status"].push_back(json_of(status, circular));
  whole["written"] = written;
  out << whole.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
}

}  // namespace chiwat::cli
