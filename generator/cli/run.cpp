#include "cli/run.hpp"

#include <ostream>
#include <variant>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "thai/message.hpp"

namespace chiwat::cli {
namespace {

ExitCode say_wrong(const WrongUsage& wrong, const thai::Catalogue& catalogue, std::ostream& err) {
  err << "chiwat: " << catalogue.text(wrong.message) << "\n"
      << catalogue.text({"usage_see_help", {}}) << "\n";
  return kUsage;
}

}  // namespace

ExitCode run(const std::vector<std::string>& words, std::ostream& out, std::ostream& err,
             bool show_progress) {
  const auto language = language_of(words);
  if (const auto* wrong = std::get_if<WrongUsage>(&language)) {
    return say_wrong(*wrong, thai::Catalogue(thai::Language::english), err);
  }
  const thai::Catalogue catalogue(std::get<thai::Language>(language));
  const auto parsed = parse(words);
  if (const auto* wrong = std::get_if<WrongUsage>(&parsed))
    return say_wrong(*wrong, catalogue, err);

  const auto& arguments = std::get<Arguments>(parsed);
  const Console console{catalogue, out, err, show_progress};
  if (arguments.command == "generate") return generate(arguments, console);
  if (arguments.command == "check") return check(arguments, console);
  if (arguments.command == "version") return print_version(console);
  if (!arguments.input.empty() && !find_command(arguments.input)) {
    return say_wrong({{"usage_command_unknown", {{"name", arguments.input}}}}, catalogue, err);
  }
  print_help(arguments.input, catalogue, out);
  return kDone;
}

}  // namespace chiwat::cli
