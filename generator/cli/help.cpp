#include "cli/help.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "cli/arguments.hpp"
#include "thai/names.hpp"

namespace chiwat::cli {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

// Two columns, the second aligned by what the terminal shows.
void print_rows(const Rows& rows, std::ostream& out) {
  std::size_t widest = 0;
  for (const auto& [left, right] : rows) widest = std::max(widest, thai::display_width(left));
  for (const auto& [left, right] : rows) {
    out << "  " << left << std::string(widest - thai::display_width(left) + 2, ' ') << right
        << "\n";
  }
}

std::string said(const thai::Catalogue& catalogue, std::string_view id) {
  return catalogue.text({std::string(id), {}});
}

void print_program(const thai::Catalogue& catalogue, std::ostream& out) {
  out << said(catalogue, "help_about") << "\n\n" << said(catalogue, "help_usage") << "\n";
  Rows commands;
  for (const CommandDescription& command : all_commands()) {
    const std::string input = command.input.empty() ? "" : " " + std::string(command.input);
    const std::string extra = command.name == "generate" ? " --out DIR" : "";
    out << "  chiwat " << command.name << input << extra << "\n";
    commands.emplace_back(command.name, said(catalogue, command.help));
  }
  out << "\n" << said(catalogue, "help_commands") << "\n";
  print_rows(commands, out);
  out << "\n" << said(catalogue, "help_exit_codes") << "\n";
}

void print_command(const CommandDescription& command, const thai::Catalogue& catalogue,
                   std::ostream& out) {
  out << "chiwat " << command.name << ": " << said(catalogue, command.help) << "\n\n"
      << said(catalogue, "help_usage") << "\n  chiwat " << command.name;
  if (!command.input.empty()) out << " " << command.input;
  Rows options;
  if (command.input == "FOLDER|FILE") {
    options.emplace_back(command.input, said(catalogue, "help_input"));
  }
  for (const OptionDescription& option : all_options()) {
    const auto& names = command.options;
    if (std::find(names.begin(), names.end(), option.name) == names.end()) continue;
    const std::string value = option.value.empty() ? "" : " " + std::string(option.value);
    const std::string written = "--" + std::string(option.name) + value;
    const bool required = command.name == "generate" && option.name == "out";
    out << (required ? " " + written : " [" + written + "]");
    options.emplace_back(written, said(catalogue, option.help));
  }
  out << "\n\n" << said(catalogue, "help_options") << "\n";
  print_rows(options, out);
}

}  // namespace

void print_help(std::string_view command, const thai::Catalogue& catalogue, std::ostream& out) {
  if (const CommandDescription* described = find_command(command)) {
    print_command(*described, catalogue, out);
  } else {
    print_program(catalogue, out);
  }
}

}  // namespace chiwat::cli
