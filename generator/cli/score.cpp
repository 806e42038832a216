// chiwat score: what the districts have reported, as a scorecard.
#include <algorithm>
#include <filesystem>
#include <ostream>
#include <vector>

#include "cli/commands.hpp"
#include "cli/failure_of_writing.hpp"
#include "cli/prepare.hpp"
#include "cli/report.hpp"
#include "model/results.hpp"
#include "plan/score.hpp"
#include "scorecard/scorecard.hpp"
#include "xlsx/write.hpp"

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

// Writes it and says so; whether it could be written.
bool write(const document::Workbook& workbook, const Arguments& arguments, const Console& console,
           std::vector<std::string>& written) {
  const std::string file = (std::filesystem::path(arguments.out) / workbook.file_name).string();
  const auto failure = failure_of_writing([&] {
    if (!arguments.dry_run) xlsx::write(workbook, arguments.out);
  });
  if (failure) {
    const std::string reason = console.catalogue.text(*failure);
    console.err << "chiwat: "
                << console.catalogue.text({"cannot_write", {{"file", file}, {"reason", reason}}})
                << "\n";
    return false;
  }
  if (!arguments.dry_run) written.push_back(file);
  if (arguments.json) return true;
  const std::int64_t sheets = std::ranges::count(workbook.sheets, false, &document::Sheet::hidden);
  console.out << console.catalogue.text({arguments.dry_run ? "would_write" : "wrote",
                                         {{"file", file}, {"sheets", sheets}}})
              << "\n";
  return true;
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
  std::vector<std::string> written;
  bool is_written = false;
  if (workbook) {
    is_written = write(*workbook, arguments, console, written);
  } else if (!arguments.json) {
    console.err << counted(diagnostics, console.catalogue) << "; "
                << console.catalogue.text({"nothing_written", {}}) << "\n";
  }
  if (arguments.json) report_json(diagnostics, written, console.catalogue, console.out);
  if (!workbook) return kBadInput;
  return is_written ? kDone : kCannotWrite;
}

}  // namespace chiwat::cli
