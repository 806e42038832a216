// chiwat collect: what the districts have sent back, checked, and what to write back to them.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <ostream>
#include <vector>

#include "cli/commands.hpp"
#include "cli/failure_of_writing.hpp"
#include "cli/prepare.hpp"
#include "cli/read_returned.hpp"
#include "cli/report.hpp"
#include "cli/report_collected.hpp"
#include "consolidation/consolidate.hpp"
#include "feedback/feedback.hpp"
#include "feedback/read_received.hpp"
#include "output/draft.hpp"
#include "returns/checks.hpp"
#include "returns/results_csv.hpp"
#include "xlsx/write.hpp"

namespace chiwat::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTextsFolder = "ข้อความถึงอำเภอ";

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
}

// Whole or not at all.
void write_text(const std::string& bytes, const std::string& file_name, const fs::path& folder) {
  fs::create_directories(folder);
  output::Draft draft(folder);
  std::ofstream out(draft.path(), std::ios::binary);
  out << bytes;
  out.close();
  if (!out) throw xlsx::NoRoom("cannot write " + file_name);
  draft.take_place_of(folder / file_name);
}

// Writes one file after the other, and says so.
class Outputs {
 public:
  Outputs(const Arguments& arguments, const Console& console)
      : arguments_(arguments), console_(console) {}

  // Each returns whether it could be written.
  bool write(const document::Workbook& workbook) {
    if (workbook.sheets.empty()) return true;
    return done(
        arguments_.out, workbook.file_name, [&] { xlsx::write(workbook, arguments_.out); },
        {arguments_.dry_run ? "would_write" : "wrote", {{"sheets", visible_sheets(workbook)}}});
  }
  bool write(const std::string& bytes, const std::string& file_name) {
    return done(arguments_.out, file_name, [&] { write_text(bytes, file_name, arguments_.out); },
                {arguments_.dry_run ? "would_write_text" : "wrote_text", {}});
  }
  bool write(const std::vector<feedback::DistrictText>& texts) {
    const fs::path folder = fs::path(arguments_.out) / kTextsFolder;
    for (const feedback::DistrictText& text : texts) {
      const auto failure = failure_of_writing([&] {
        if (!arguments_.dry_run) write_text(text.text, text.file_name, folder);
      });
      if (failure) return say_failure(folder / text.file_name, *failure);
      if (!arguments_.dry_run) written_.push_back((folder / text.file_name).string());
    }
    say({arguments_.dry_run ? "would_write_texts" : "wrote_texts",
         {{"folder", folder.string()}, {"files", static_cast<std::int64_t>(texts.size())}}});
    return true;
  }

  // The file of a result. Of those below a folder only their number is said; see say_folders().
  bool write(const consolidation::ResultFile& file) {
    const auto* workbook = std::get_if<document::Workbook>(&file.content);
    if (file.folder.empty()) {
      return workbook ? write(*workbook) : write(std::get<std::string>(file.content), file.name);
    }
    const fs::path folder = fs::path(arguments_.out) / file.folder;
    const auto failure = failure_of_writing([&] {
      if (!arguments_.dry_run) xlsx::write(*workbook, folder);
    });
    if (failure) return say_failure(folder / file.name, *failure);
    if (!arguments_.dry_run) written_.push_back((folder / file.name).string());
    InFolder& all = folders_[folder.string()];
    ++all.files;
    all.sheets = visible_sheets(*workbook);
    return true;
  }

  void say_folders() {
    for (const auto& [folder, all] : folders_) {
      say({arguments_.dry_run ? "would_write_folder" : "wrote_folder",
           {{"folder", folder}, {"files", all.files}, {"sheets", all.sheets}}});
    }
  }

  const std::vector<std::string>& written() const { return written_; }

 private:
  struct InFolder {
    std::int64_t files = 0;
    std::int64_t sheets = 0;  // of each
  };

  static std::int64_t visible_sheets(const document::Workbook& workbook) {
    return std::ranges::count(workbook.sheets, false, &document::Sheet::hidden);
  }

  template <class Write>
  bool done(const fs::path& folder, const std::string& file_name, Write write, Message message) {
    const std::string file = (folder / file_name).string();
    const auto failure = failure_of_writing([&] {
      if (!arguments_.dry_run) write();
    });
    if (failure) return say_failure(file, *failure);
    if (!arguments_.dry_run) written_.push_back(file);
    message.arguments["file"] = file;
    say(message);
    return true;
  }

  bool say_failure(const fs::path& file, const Message& failure) {
    const std::string reason = console_.catalogue.text(failure);
    console_.err << "chiwat: "
                 << console_.catalogue.text(
                        {"cannot_write", {{"file", file.string()}, {"reason", reason}}})
                 << "\n";
    return false;
  }

  void say(const Message& message) {
    if (!arguments_.json) console_.out << console_.catalogue.text(message) << "\n";
  }

  const Arguments& arguments_;
  const Console& console_;
  std::vector<std::string> written_;
  std::map<std::string, InFolder> folders_;
};

// What the districts returned, put together; up to the first file that cannot be written.
bool write_results(const Collected& collected, const Prepared& prepared,
                   const thai::Catalogue& thai, Outputs& outputs) {
  const consolidation::FoundProblems problems(collected.problems, thai);
  bool is_written = true;
  consolidation::consolidate(
      {prepared.circular, prepared.plan, prepared.templates, problems, std::nullopt, false},
      collected.replies,
      [&](consolidation::ResultFile&& file) { is_written = is_written && outputs.write(file); });
  outputs.say_folders();
  return is_written;
}

bool write_all(const Collected& collected, const Prepared& prepared, const thai::Catalogue& thai,
               Outputs& outputs) {
  const model::Circular& circular = prepared.circular;
  return outputs.write(feedback::status_workbook(collected.statuses, circular)) &&
         outputs.write(feedback::problems_workbook(collected.sorted, circular, thai)) &&
         outputs.write(
             feedback::district_texts(collected.statuses, collected.sorted, circular, thai)) &&
         (collected.results.empty() || outputs.write(collected.results, "results.csv")) &&
         write_results(collected, prepared, thai, outputs);
}

ExitCode nothing(const Diagnostics& diagnostics, const Arguments& arguments,
                 const Console& console) {
  if (arguments.json) {
    report_json(diagnostics, std::vector<std::string>(), console.catalogue, console.out);
  } else {
    console.err << counted(diagnostics, console.catalogue) << "; "
                << console.catalogue.text({"nothing_written", {}}) << "\n";
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
  if (!prepared || diagnostics.has_errors()) return nothing(diagnostics, arguments, console);

  Collected collected;
  collect_all(arguments, *prepared, received, collected);
  const model::Circular& circular = prepared->circular;
  if (!arguments.json) {
    report_collected(collected.sorted, collected.statuses, circular, catalogue, console.err);
  }
  Outputs outputs(arguments, console);
  const thai::Catalogue thai(thai::Language::thai, wordings);
  const bool is_written = write_all(collected, *prepared, thai, outputs);
  if (arguments.json) {
    report_collected_json(diagnostics, collected.sorted, collected.statuses, outputs.written(),
                          circular, catalogue, console.out);
  } else {
    console.err << counted(collected.problems, catalogue) << "\n";
  }
  return is_written ? kDone : kCannotWrite;
}

}  // namespace chiwat::cli
