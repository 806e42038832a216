// chiwat score: what the districts have reported, as a scorecard.
#include <ostream>
#include <vector>

#include "cli/commands.hpp"
#include "cli/file_writer.hpp"
#include "cli/prepare.hpp"
#include "cli/report.hpp"
#include "model/results.hpp"
#include "plan/score.hpp"
#include "scorecard/scorecard.hpp"

namespace chiwat::cli {
namespace {

// The scorecard; nothing when the description or the results have a mistake.
std::optional<document::Workbook> made(const Arguments& arguments, source::Texts& texts,
                                       thai::Wordings& wordings, Diagnostics& diagnostics) {
  const auto prepared = prepare(arguments.input, texts, wordings, diagnostics);
  if (!prepared) return std::nullopt;
  const auto results = model::read_results(arguments.results, source::DiskFiles(), texts,
                                           prepared->circular, arguments.round, diagnostics);
  if (!results) return std::nullopt;
  const plan::Scores scores =
      plan::score(prepared->circular, prepared->plan, *results, diagnostics);
  const thai::Catalogue words(thai::Language::thai, wordings);
  return scorecard::scorecard(prepared->circular, prepared->plan, scores,
                              {arguments.values, arguments.digits.value_or(thai::Digits::arabic)},
                              words);
}

}  // namespace

ExitCode score(const Arguments& arguments, const Console& given) {
  source::Texts texts;
  thai::Wordings wordings;
  Diagnostics diagnostics;
  const auto workbook = made(arguments, texts, wordings, diagnostics);
  const thai::Catalogue catalogue(given.catalogue.language(), wordings);
  const Console console{catalogue, given.out, given.err, given.show_progress};
  if (!arguments.json) report(diagnostics, texts, console.catalogue, console.err);
  FileWriter files(arguments.out, arguments.dry_run, arguments.json, console);
  const bool is_written = workbook && files.write(*workbook);
  if (!workbook && !arguments.json) {
    report_nothing_written(diagnostics, console.catalogue, console.err);
  }
  if (arguments.json) {
    report_json(diagnostics, texts, files.written(), console.catalogue, console.out);
  }
  if (!workbook) return kBadInput;
  return is_written ? kDone : kCannotWrite;
}

}  // namespace chiwat::cli
