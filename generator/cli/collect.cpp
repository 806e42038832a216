// chiwat collect: what the districts have sent back, checked, and what to write back to them.
#include <algorithm>
#include <filesystem>
#include <ostream>
#include <variant>
#include <vector>

#include "cli/commands.hpp"
#include "cli/file_writer.hpp"
#include "cli/prepare.hpp"
#include "cli/read_returned.hpp"
#include "cli/report.hpp"
#include "cli/report_collected.hpp"
#include "consolidation/consolidate.hpp"
#include "feedback/feedback.hpp"
#include "feedback/read_received.hpp"
#include "returns/checks.hpp"
#include "returns/results_csv.hpp"

namespace chiwat::cli {
namespace {

namespace fs = std::filesystem;

// Everything that came back, as far as it could be read.
struct Collected {
  std::vector<returns::Returned> returned;
  Diagnostics problems;  // of the forms, not of the description
  std::vector<returns::Reply> replies;
  std::string results;  // a CSV, or empty
  std::vector<feedback::Problem> sorted;
  std::vector<feedback::Status> statuses;
};

// Whether everything named on the command line is there.
bool are_there(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
  std::error_code ignored;
  bool all = true;
  for (const std::string& path : paths) {
    if (fs::exists(path, ignored)) continue;
    diagnostics.error({path, 0, 0}, "input_missing");
    all = false;
  }
  return all;
}

std::vector<feedback::ReceivedDay> received_days(const Arguments& arguments,
                                                 const Prepared& prepared, source::Texts& texts,
                                                 Diagnostics& diagnostics) {
  if (arguments.received.empty()) return {};
  const auto bytes = source::DiskFiles().read(arguments.received);
  if (!bytes) {
    diagnostics.error({arguments.received, 0, 0}, "file_unreadable",
                      {{"file", arguments.received}});
    return {};
  }
  return feedback::read_received(arguments.received, *bytes, texts, prepared.circular, diagnostics);
}

// What is written below the folder of what came back is no return, unless it is all there is.
std::string own_folder(const Arguments& arguments) {
  std::error_code ignored;
  const bool is_input = std::ranges::any_of(arguments.returned, [&](const std::string& path) {
    return fs::equivalent(path, arguments.out, ignored);
  });
  return is_input ? "" : arguments.out;
}

void collect_all(const Arguments& arguments, const Prepared& prepared,
                 const std::vector<feedback::ReceivedDay>& received, Collected& collected) {
  const model::Circular& circular = prepared.circular;
  collected.returned = read_returned(arguments.returned, own_folder(arguments), circular,
                                     prepared.templates, collected.problems);
  collected.replies = returns::choose_replies(collected.returned, circular, collected.problems);
  returns::check_replies(collected.replies, circular, collected.problems);
  collected.results =
      returns::results_csv(collected.replies, circular, prepared.templates, collected.problems);
  collected.sorted = feedback::problems_of(collected.problems, collected.returned, circular);
  collected.statuses = feedback::status_of(collected.replies, collected.sorted, received, circular);
  returns::forget_typed(collected.returned, collected.replies);
}

bool write_texts(const std::vector<feedback::DistrictText>& texts, FileWriter& files) {
  const bool is_written = std::ranges::all_of(texts, [&](const feedback::DistrictText& each) {
    return files.write(each.text, each.file_name, "ข้อความถึงอำเภอ");
  });
  files.say_folders();
  return is_written;
}

bool write_result(const consolidation::ResultFile& file, FileWriter& files) {
  const auto* workbook = std::get_if<document::Workbook>(&file.content);
  if (!workbook) return files.write(std::get<std::string>(file.content), file.name);
  return file.folder.empty() ? files.write(*workbook) : files.write(*workbook, file.folder);
}

// What the districts returned, put together; up to the first file that cannot be written.
bool write_results(Collected& collected, const Prepared& prepared, const thai::Catalogue& thai,
                   FileWriter& files) {
  const consolidation::FoundProblems problems(collected.problems, thai);
  bool is_written = true;
  consolidation::consolidate(
      {prepared.circular, prepared.plan, prepared.templates, problems, std::nullopt, false},
      collected.replies, [&](const consolidation::ResultFile& file) {
        is_written = is_written && write_result(file, files);
      });
  files.say_folders();
  return is_written;
}

bool write_all(Collected& collected, const Prepared& prepared, const thai::Catalogue& thai,
               FileWriter& files) {
  const model::Circular& circular = prepared.circular;
  const auto& sorted = collected.sorted;
  const auto& statuses = collected.statuses;
  return (statuses.empty() || files.write(feedback::status_workbook(statuses, circular))) &&
         files.write(feedback::problems_workbook(sorted, circular, thai)) &&
         write_texts(feedback::district_texts(statuses, sorted, circular, thai), files) &&
         (collected.results.empty() || files.write(collected.results, "results.csv")) &&
         write_results(collected, prepared, thai, files);
}

ExitCode nothing(const Diagnostics& diagnostics, const source::Texts& texts,
                 const Arguments& arguments, const Console& console) {
  if (arguments.json) {
    report_json(diagnostics, texts, std::vector<std::string>(), console.catalogue, console.out);
  } else {
    report_nothing_written(diagnostics, console.catalogue, console.err);
  }
  return kBadInput;
}

}  // namespace

ExitCode collect(const Arguments& arguments, const Console& given) {
  source::Texts texts;
  thai::Wordings wordings;
  Diagnostics diagnostics;
  const auto prepared = prepare(arguments.input, texts, wordings, diagnostics);
  const bool is_there = are_there(arguments.returned, diagnostics);
  const auto received = prepared && is_there
                            ? received_days(arguments, *prepared, texts, diagnostics)
                            : std::vector<feedback::ReceivedDay>();
  const thai::Catalogue catalogue(given.catalogue.language(), wordings);
  const Console console{catalogue, given.out, given.err, given.show_progress};
  if (!arguments.json) report(diagnostics, texts, console.catalogue, console.err);
  if (!prepared || diagnostics.has_errors()) return nothing(diagnostics, texts, arguments, console);

  Collected collected;
  collect_all(arguments, *prepared, received, collected);
  const model::Circular& circular = prepared->circular;
  Diagnostics unused;
  feedback::report_unused(received, collected.statuses, circular,
                          arguments.json ? diagnostics : unused);
  report(unused, texts, catalogue, console.err);
  if (!arguments.json) {
    report_collected(collected.sorted, collected.statuses, circular, catalogue, console.err);
  }
  FileWriter files(arguments.out, arguments.dry_run, arguments.json, console);
  const thai::Catalogue thai(thai::Language::thai, wordings);
  const bool is_written = write_all(collected, *prepared, thai, files);
  if (arguments.json) {
    report_collected_json(diagnostics, collected.sorted, collected.statuses, files.written(),
                          circular, catalogue, console.out);
  } else {
    console.err << counted(collected.problems, catalogue) << "\n";
  }
  return is_written ? kDone : kCannotWrite;
}

}  // namespace chiwat::cli
