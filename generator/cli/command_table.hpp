// The one table of commands and options: the command line is read by it, and help, manual pages and
// completions are laid out from it.
#pragma once

#include <string_view>
#include <vector>

namespace chiwat::cli {

// An option as it is written and said. `value` is empty for a switch; `help` is a message id.
// Every command also has --help, which stands in no table.
struct OptionDescription {
  std::string_view name;   // without the dashes
  std::string_view value;  // "DIR"
  std::string_view help;
  std::string_view command = {};  // of this one only, instead of one that goes with others
};

// The input of the commands that read a description.
inline constexpr std::string_view kDescriptionInput = "FOLDER|FILE";
// Of `templates`: a template to print, a description, or both.
inline constexpr std::string_view kTemplatesInput = "[show NAME] [FOLDER|FILE]";
// Of `explain`: a description, a row, and what of it; without the last the scores.
inline constexpr std::string_view kExplainInput = "FOLDER|FILE DISTRICT [COLUMN|LEVEL]";

// Of `collect`: a description, then what came back.
inline constexpr std::string_view kCollectInput = "FOLDER|FILE RETURNED…";

// Of `print`: workbooks, and folders of them.
inline constexpr std::string_view kWorkbooksInput = "FOLDER|FILE…";

// Of `diff`: two of what it compares.
inline constexpr std::string_view kComparedInput = "OLD NEW";

// Of `new`: the folder to make.
inline constexpr std::string_view kNewInput = "NEW-FOLDER";

struct CommandDescription {
  std::string_view name;
  std::string_view input;  // how it is written in help, or empty when the command takes none
  std::vector<std::string_view> required;  // the options that must be given
  std::string_view help;                   // a message id
  std::vector<std::string_view> options;
};

const std::vector<OptionDescription>& all_options();
const std::vector<CommandDescription>& all_commands();
const CommandDescription* find_command(std::string_view name);
bool takes(const CommandDescription& command, const OptionDescription& option);
bool requires_option(const CommandDescription& command, std::string_view option);

}  // namespace chiwat::cli
