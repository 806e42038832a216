#include "cli/run.hpp"

#include <ostream>
#include <variant>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/completions.hpp"
#include "cli/help.hpp"
#include "cli/manual.hpp"
#include "thai/message.hpp"

namespace chiwat::cli {
namespace {

ExitCode say_wrong(const WrongUsage& wrong, const thai::Catalogue& catalogue, std::ostream& err) {
  err << "chiwat: " << catalogue.text(wrong.message) << "\n";
  if (wrong.suggestion) {
    err << catalogue.text({"hint_did_you_mean", {{"name", *wrong.suggestion}}}) << "\n";
  }
  err << catalogue.text({"usage_see_help", {}}) << "\n";
  return kUsage;
}

ExitCode run_command(const Arguments& arguments, const Console& console) {
  if (arguments.command == "generate") return generate(arguments, console);
  if (arguments.command == "collect") return collect(arguments, console);
  if (arguments.command == "score") return score(arguments, console);
  if (arguments.command == "explain") return explain(arguments, console);
  if (arguments.command == "new") return new_description(arguments, console);
  if (arguments.command == "diff") return diff(arguments, console);
  if (arguments.command == "check") return check(arguments, console);
  if (arguments.command == "templates") return templates(arguments, console);
  if (arguments.command == "print") return print(arguments, console);
  if (arguments.command == "doctor") return doctor(console);
  if (arguments.command == "version") return print_version(console);
  if (arguments.format.empty()) {
    print_help(arguments.input, console.catalogue, console.out);
  } else if (arguments.format == "man") {
    print_manual(console.catalogue, console.out);
  } else {
    print_completions(arguments.format, console.catalogue, console.out);
  }
  return kDone;
}

}  // namespace

ExitCode run(const std::vector<std::string>& words, std::ostream& out, std::ostream& err,
             bool show_progress) {
  const auto language = language_of(words);
  if (const auto* wrong = std::get_if<WrongUsage>(&language)) {
    return say_wrong(*wrong, thai::Catalogue(language_of_environment()), err);
  }
  const thai::Catalogue catalogue(std::get<thai::Language>(language));
  const auto parsed = parse(words);
  if (const auto* wrong = std::get_if<WrongUsage>(&parsed))
    return say_wrong(*wrong, catalogue, err);

  const ExitCode code =
      run_command(std::get<Arguments>(parsed), {catalogue, out, err, show_progress});
  if (out.flush()) return code;
  err << "chiwat: " << catalogue.text({"cannot_say", {}}) << "\n";
  return kCannotWrite;
}

}  // namespace chiwat::cli
