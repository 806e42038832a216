#include "cli/help.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "cli/exit_code.hpp"
#include "thai/names.hpp"

namespace chiwat::cli {
namespace {

using Rows = std::vector<HelpRow>;

constexpr std::pair<ExitCode, const char*> kExitCodes[] = {
    {kDone, "help_exit_done"},
    {kFindings, "help_exit_findings"},
    {kUsage, "help_exit_usage"},
    {kBadInput, "help_exit_bad_input"},
    {kCannotWrite, "help_exit_cannot_write"},
};

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

std::string written(const OptionDescription& option) {
  const std::string value = option.value.empty() ? "" : " " + std::string(option.value);
  return "--" + std::string(option.name) + value;
}

void print_program(const thai::Catalogue& catalogue, std::ostream& out) {
  out << said(catalogue, "help_about") << "\n\n" << said(catalogue, "help_usage") << "\n";
  Rows commands;
  for (const CommandDescription& command : all_commands()) {
    out << "  " << synopsis(command) << "\n";
    commands.emplace_back(command.name, said(catalogue, command.help));
  }
  out << "\n" << said(catalogue, "help_commands") << "\n";
  print_rows(commands, out);
  out << "\n" << said(catalogue, "help_exit_codes") << "\n";
  print_rows(exit_rows(catalogue), out);
}

void print_command(const CommandDescription& command, const thai::Catalogue& catalogue,
                   std::ostream& out) {
  out << "chiwat " << command.name << ": " << said(catalogue, command.help) << "\n\n"
      << said(catalogue, "help_usage") << "\n  " << synopsis(command) << "\n\n"
      << said(catalogue, "help_options") << "\n";
  print_rows(rows_of(command, catalogue), out);
}

}  // namespace

std::string synopsis(const CommandDescription& command) {
  std::string line = "chiwat " + std::string(command.name);
  if (!command.input.empty()) line += " " + std::string(command.input);
  for (const OptionDescription& option : all_options()) {
    if (takes(command, option) && requires_option(command, option.name)) {
      line += " " + written(option);
    }
  }
  return line;
}

std::vector<HelpRow> rows_of(const CommandDescription& command, const thai::Catalogue& catalogue) {
  Rows rows;
  if (command.input == kTemplatesInput) {
    rows.emplace_back("show NAME", said(catalogue, "help_input_show"));
    rows.emplace_back(kDescriptionInput, said(catalogue, "help_input_templates"));
  } else if (command.input == kExplainInput) {
    rows.emplace_back(kDescriptionInput, said(catalogue, "help_input"));
    rows.emplace_back("DISTRICT", said(catalogue, "help_input_district"));
    rows.emplace_back("COLUMN|LEVEL", said(catalogue, "help_input_subject"));
  } else if (command.input == kCollectInput) {
    rows.emplace_back(kDescriptionInput, said(catalogue, "help_input"));
    rows.emplace_back("RETURNED…", said(catalogue, "help_input_returned"));
  } else if (command.input == kWorkbooksInput) {
    rows.emplace_back(command.input, said(catalogue, "help_input_workbooks"));
  } else if (command.input == kDescriptionInput) {
    rows.emplace_back(command.input, said(catalogue, "help_input"));
  } else if (command.input == kNewInput) {
    rows.emplace_back(command.input, said(catalogue, "help_input_new"));
  } else if (command.input == kComparedInput) {
    rows.emplace_back(command.input, said(catalogue, "help_input_compared"));
  }
  for (const OptionDescription& option : all_options()) {
    if (takes(command, option)) rows.emplace_back(written(option), said(catalogue, option.help));
  }
  return rows;
}

std::vector<HelpRow> exit_rows(const thai::Catalogue& catalogue) {
  Rows rows;
  for (const auto& [code, meaning] : kExitCodes) {
    rows.emplace_back(std::to_string(code), said(catalogue, meaning));
  }
  return rows;
}

void print_help(std::string_view command, const thai::Catalogue& catalogue, std::ostream& out) {
  if (const CommandDescription* described = find_command(command)) {
    print_command(*described, catalogue, out);
  } else {
    print_program(catalogue, out);
  }
}

}  // namespace chiwat::cli
