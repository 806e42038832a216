// chiwat explain: how one number came about.
#include "explain/explanation.hpp"

#include <algorithm>
#include <ostream>
#include <variant>

#include "cli/commands.hpp"
#include "cli/place.hpp"
#include "cli/prepare.hpp"
#include "cli/report.hpp"
#include "explain/subject.hpp"
#include "model/results.hpp"
#include "plan/score.hpp"

namespace chiwat::cli {
namespace {

// What the districts have reported, and what it is worth.
struct Scored {
  model::Results results;
  plan::Scores scores;
};

std::optional<Scored> scored(const Arguments& arguments, const Prepared& prepared,
                             source::Texts& texts, Diagnostics& diagnostics) {
  auto results = model::read_results(arguments.results, source::DiskFiles(), texts,
                                     prepared.circular, arguments.round, diagnostics);
  if (!results) return std::nullopt;
  auto scores = plan::score(prepared.circular, prepared.plan, *results, diagnostics);
  return Scored{std::move(*results), std::move(scores)};
}

explain::Explanation explained(const Prepared& prepared, const std::optional<Scored>& scored,
                               const explain::Subject& subject, explain::Row row) {
  if (const auto* column = std::get_if<explain::ColumnSubject>(&subject)) {
    return explain::explain_column(prepared.circular, prepared.plan, prepared.templates,
                                   column->column, row);
  }
  const auto& score = std::get<explain::ScoreSubject>(subject);
  return explain::explain_score(prepared.circular, prepared.plan, scored->results,
                                scored->scores.rounds[score.round], row, score.level);
}

void say(const explain::Explanation& lines, const source::Texts& texts, const Console& console) {
  for (const explain::Line& line : lines) {
    std::string text = console.catalogue.text(line.message);
    if (!line.origin.path().empty()) {
      text = console.catalogue.text(
          {"explain_place", {{"text", text}, {"place", place(line.origin, texts)}}});
    }
    console.out << std::string(2 * static_cast<std::size_t>(line.depth), ' ') << printable(text)
                << "\n";
  }
}

ExitCode say_not_found(const explain::NotFound& problem, const Console& console) {
  console.err << "chiwat: " << console.catalogue.text(problem.message) << "\n";
  if (problem.suggestion) {
    console.err << console.catalogue.text({"hint_did_you_mean", {{"name", *problem.suggestion}}})
                << "\n";
  }
  return kUsage;
}

std::optional<explain::NotFound> wrong_round(const model::Circular& circular,
                                             const Arguments& arguments) {
  const auto is_asked = [&](const model::Round& round) {
    return round.number.value == arguments.round;
  };
  if (!arguments.round || std::ranges::any_of(circular.rounds, is_asked)) return std::nullopt;
  return explain::NotFound{{"round_unknown", {{"round", std::to_string(*arguments.round)}}}, {}};
}

// Mistakes alone: what the description and the results are warned of is not what was asked.
ExitCode say_mistakes(const Diagnostics& diagnostics, const source::Texts& texts,
                      const Arguments& arguments, const Console& console) {
  if (arguments.json) {
    report_json(diagnostics, texts, explain::Explanation(), console.catalogue, console.out);
  } else {
    report(diagnostics, texts, console.catalogue, console.err);
    console.err << counted(diagnostics, console.catalogue) << "\n";
  }
  return kBadInput;
}

}  // namespace

ExitCode explain(const Arguments& arguments, const Console& given) {
  source::Texts texts;
  thai::Wordings wordings;
  Diagnostics diagnostics;
  const auto prepared = prepare(arguments.input, texts, wordings, diagnostics);
  std::optional<Scored> scores;
  if (prepared && !arguments.results.empty()) {
    scores = scored(arguments, *prepared, texts, diagnostics);
  }
  const thai::Catalogue catalogue(given.catalogue.language(), wordings);
  const Console console{catalogue, given.out, given.err, given.show_progress};
  if (!prepared || diagnostics.has_errors()) {
    return say_mistakes(diagnostics, texts, arguments, console);
  }
  if (const auto problem = wrong_round(prepared->circular, arguments)) {
    return say_not_found(*problem, console);
  }
  const auto row = explain::find_row(prepared->circular, arguments.district);
  if (const auto* problem = std::get_if<explain::NotFound>(&row)) {
    return say_not_found(*problem, console);
  }
  const auto subjects =
      explain::find_subjects(prepared->circular, prepared->plan, scores ? &scores->scores : nullptr,
                             arguments.subject, arguments.round);
  if (const auto* problem = std::get_if<explain::NotFound>(&subjects)) {
    return say_not_found(*problem, console);
  }
  explain::Explanation lines;
  for (const auto& subject : std::get<std::vector<explain::Subject>>(subjects)) {
    const auto own = explained(*prepared, scores, subject, std::get<explain::Row>(row));
    lines.insert(lines.end(), own.begin(), own.end());
  }
  if (arguments.json) {
    report_json(diagnostics, texts, lines, console.catalogue, console.out);
  } else {
    say(lines, texts, console);
  }
  return kDone;
}

}  // namespace chiwat::cli
