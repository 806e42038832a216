#include "cli/command_table.hpp"

#include <algorithm>

namespace chiwat::cli {

const std::vector<OptionDescription>& all_options() {
  static const std::vector<OptionDescription> options{
      {"from", "FOLDER|FILE", "help_option_from"},
      {"fiscal-year", "YEAR", "help_option_fiscal_year"},
      {"results", "FILE", "help_option_results_new", "new"},
      {"input-workbook", "", "help_option_input_workbook"},
      {"results", "FILE", "help_option_results"},
      {"collected", "DIR", "help_option_collected"},
      {"received", "FILE", "help_option_received"},
      {"out", "FILE", "help_option_out_changes", "diff"},
      {"out", "DIR", "help_option_out"},
      {"pdf", "DIR", "help_option_pdf"},
      {"merge", "", "help_option_merge"},
      {"png", "", "help_option_png"},
      {"only", "N", "help_option_only"},
      {"month", "MONTH", "help_option_month"},
      {"quarter", "QUARTER", "help_option_quarter"},
      {"previous", "PATH", "help_option_previous"},
      {"round", "N", "help_option_round"},
      {"rules", "", "help_option_rules"},
      {"digits", "thai|arabic", "help_option_digits"},
      {"values", "", "help_option_values"},
      {"explain", "", "help_option_explain"},
      {"jobs", "N", "help_option_jobs"},
      {"since", "PATH", "help_option_since"},
      {"revision", "N", "help_option_revision"},
      {"dated", "DATE", "help_option_dated"},
      {"force", "", "help_option_force"},
      {"dry-run", "", "help_option_dry_run"},
      {"json", "", "help_option_json"},
      {"format", "man|bash|zsh|fish", "help_option_format"},
      {"lang", "th|en", "help_option_lang"},
  };
  return options;
}

const std::vector<CommandDescription>& all_commands() {
  static const std::vector<CommandDescription> commands{
      {"generate",
       kDescriptionInput,
       {"out"},
       "help_command_generate",
       {"out", "only", "month", "quarter", "previous", "digits", "values", "explain", "jobs",
        "since", "revision", "dated", "force", "dry-run", "json", "lang"}},
      {"collect",
       kCollectInput,
       {"out"},
       "help_command_collect",
       {"received", "out", "dry-run", "json", "lang"}},
      {"score",
       kDescriptionInput,
       {"results", "out"},
       "help_command_score",
       {"results", "collected", "out", "round", "digits", "values", "dry-run", "json", "lang"}},
      {"explain",
       kExplainInput,
       {},
       "help_command_explain",
       {"results", "collected", "round", "json", "lang"}},
      {"check", kDescriptionInput, {}, "help_command_check", {"rules", "json", "lang"}},
      {"new",
       kNewInput,
       {},
       "help_command_new",
       {"from", "fiscal-year", "results", "input-workbook", "lang"}},
      {"diff", kComparedInput, {}, "help_command_diff", {"out", "json", "lang"}},
      {"templates", kTemplatesInput, {}, "help_command_templates", {"json", "lang"}},
      {"print",
       kWorkbooksInput,
       {"pdf"},
       "help_command_print",
       {"pdf", "merge", "png", "json", "lang"}},
      {"doctor", "", {}, "help_command_doctor", {"lang"}},
      {"help", "[COMMAND]", {}, "help_command_help", {"format", "lang"}},
      {"version", "", {}, "help_command_version", {"lang"}},
  };
  return commands;
}

const CommandDescription* find_command(std::string_view name) {
  for (const CommandDescription& command : all_commands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

bool takes(const CommandDescription& command, const OptionDescription& option) {
  const auto& names = command.options;
  if (std::find(names.begin(), names.end(), option.name) == names.end()) return false;
  if (!option.command.empty()) return option.command == command.name;
  return std::ranges::none_of(all_options(), [&](const OptionDescription& other) {
    return other.name == option.name && other.command == command.name;
  });
}

bool requires_option(const CommandDescription& command, std::string_view option) {
  const auto& names = command.required;
  return std::find(names.begin(), names.end(), option) != names.end();
}

}  // namespace chiwat::cli
