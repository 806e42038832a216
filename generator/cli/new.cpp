// chiwat new: a description to start from, the example's or next year's.
#include <filesystem>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/failure_of_writing.hpp"
#include "cli/idle_rules.hpp"
#include "cli/input_workbook.hpp"
#include "cli/new_folder.hpp"
#include "cli/next_files.hpp"
#include "cli/report.hpp"
#include "renew/start.hpp"

namespace chiwat::cli {
namespace {

// What is wrong with the folder or the year.
std::optional<Message> refusal(const Arguments& arguments) {
  if (!is_free(arguments.input)) return Message{"new_not_free", {{"folder", arguments.input}}};
  return std::nullopt;
}

ExitCode write(NewFiles files, const Arguments& arguments, const Console& console) {
  const auto failure = failure_of_writing([&] {
    if (!arguments.from.empty()) comment_out_idle_rules(files);
    if (arguments.input_workbook) move_tables_into_workbook(files);
    write_new_folder(files, arguments.input);
  });
  if (failure) {
    say_failure(arguments.input, *failure, console);
    return kCannotWrite;
  }
  for (const auto& [name, bytes] : files) {
    const std::string file = (std::filesystem::path(arguments.input) / name).string();
    console.out << console.catalogue.text({"wrote_changes", {{"file", file}}}) << "\n";
  }
  console.out << console.catalogue.text({"new_next_step", {{"folder", arguments.input}}}) << "\n";
  return kDone;
}

ExitCode write_next(const Arguments& arguments, const Console& console) {
  source::Texts texts;
  Diagnostics diagnostics;
  const auto files = next_files(arguments, texts, diagnostics);
  report(diagnostics, texts, console.catalogue, console.err);
  if (files) return write(*files, arguments, console);
  report_nothing_written(diagnostics, console.catalogue, console.err);
  return kBadInput;
}

}  // namespace

ExitCode new_description(const Arguments& arguments, const Console& console) {
  if (const auto refused = refusal(arguments)) {
    console.err << "chiwat: " << console.catalogue.text(*refused) << "\n";
    return kCannotWrite;
  }
  if (!arguments.from.empty()) return write_next(arguments, console);
  return write(renew::start_files(arguments.fiscal_year.value_or(renew::kStartYear)), arguments,
               console);
}

}  // namespace chiwat::cli
