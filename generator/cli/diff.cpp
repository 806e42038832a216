// chiwat diff: what has changed from one state of a circular to another.
#include <filesystem>
#include <ostream>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/compare_sides.hpp"
#include "cli/failure_of_writing.hpp"
#include "cli/print_changes.hpp"
#include "cli/report.hpp"
#include "cli/workbook_files.hpp"
#include "compare/changes_workbook.hpp"
#include "xlsx/write.hpp"

namespace chiwat::cli {
namespace {

namespace fs = std::filesystem;

std::optional<ComparedSides> compared(const Arguments& arguments, source::Texts& texts,
                                      Diagnostics& diagnostics) {
  const auto before = open_side(arguments.input, texts, diagnostics);
  const auto after = open_side(arguments.other, texts, diagnostics);
  if (!before || !after) return std::nullopt;
  return compare_sides(*before, *after, arguments.other, diagnostics);
}

// A file of a program that writes no dates.
Date known_date(const document::Properties& properties) {
  constexpr Date kFirstOfZip{std::chrono::year{1980}, std::chrono::January, std::chrono::day{1}};
  return properties.created.ok() ? properties.created : kFirstOfZip;
}

// Writes the workbook of changes; false, and said, when that fails.
bool write(const ComparedSides& sides, const Arguments& arguments, const Console& console) {
  const fs::path path(arguments.out);
  document::Properties properties = sides.properties;
  properties.created = known_date(properties);
  const auto failure = failure_of_writing([&] {
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    xlsx::write(compare::changes_workbook(sides.comparison, properties, path.filename().string()),
                folder);
  });
  if (!failure) return true;
  say_failure(arguments.out, *failure, console);
  return false;
}

ExitCode say(const ComparedSides& sides, const Arguments& arguments, const Diagnostics& diagnostics,
             const source::Texts& texts, const Console& console) {
  const bool writes = !arguments.out.empty() && !sides.comparison.empty();
  if (writes && !write(sides, arguments, console)) return kCannotWrite;
  if (arguments.json) {
    report_changes(diagnostics, texts, sides.comparison, console.catalogue, console.out);
    return kDone;
  }
  print_changes(sides.comparison, console.catalogue, console.out);
  if (writes) {
    console.out << console.catalogue.text({"wrote_changes", {{"file", arguments.out}}}) << "\n";
  }
  return kDone;
}

// Why the workbook of changes cannot be called so: no spreadsheet program would open it, or it
// would take the place of what is compared.
std::optional<Message> wrong_name(const Arguments& arguments) {
  if (arguments.out.empty()) return std::nullopt;
  if (!is_workbook(arguments.out))
    return Message{"usage_out_no_workbook", {{"file", arguments.out}}};
  std::error_code not_there;
  if (!fs::equivalent(arguments.out, arguments.input, not_there) &&
      !fs::equivalent(arguments.out, arguments.other, not_there)) {
    return std::nullopt;
  }
  return Message{"usage_out_is_compared", {{"file", arguments.out}}};
}

}  // namespace

ExitCode diff(const Arguments& arguments, const Console& console) {
  if (const auto wrong = wrong_name(arguments)) {
    console.err << "chiwat: " << console.catalogue.text(*wrong) << "\n";
    return kUsage;
  }
  source::Texts texts;
  Diagnostics diagnostics;
  const auto sides = compared(arguments, texts, diagnostics);
  if (!arguments.json) report(diagnostics, texts, console.catalogue, console.err);
  if (sides) return say(*sides, arguments, diagnostics, texts, console);
  if (arguments.json) report_changes(diagnostics, texts, {}, console.catalogue, console.out);
  return kBadInput;
}

}  // namespace chiwat::cli
