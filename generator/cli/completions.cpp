#include "cli/completions.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "cli/command_table.hpp"

namespace chiwat::cli {
namespace {

using Words = std::vector<std::string>;

// "thai|arabic" is a choice of words; "DIR" stands for something.
bool is_choice(const OptionDescription& option) {
  return option.value.find('|') != std::string_view::npos &&
         std::ranges::none_of(option.value, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_folder(const OptionDescription& option) {
  return option.value == "DIR";
}

bool takes_file(const OptionDescription& option) {
  return option.value.find("FILE") != std::string_view::npos || option.value == "PATH";
}

std::string words_of(const OptionDescription& option) {
  std::string words(option.value);
  std::ranges::replace(words, '|', ' ');
  return words;
}

std::vector<OptionDescription> options_of(const CommandDescription& command) {
  std::vector<OptionDescription> result;
  for (const OptionDescription& option : all_options()) {
    if (takes(command, option)) result.push_back(option);
  }
  return result;
}

std::string joined(const Words& words, const std::string& separator) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : separator) + word;
  return result;
}

Words command_names() {
  Words names;
  for (const CommandDescription& command : all_commands()) names.emplace_back(command.name);
  return names;
}

// In single quotes of a shell, with `special` characters behind a backslash.
std::string quoted(std::string_view text, std::string_view special = "") {
  std::string result;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) result += '\\';
    result += c == '\'' ? "’" : std::string(1, c);
  }
  return result;
}

void print_bash(std::ostream& out) {
  out << "# bash completion for chiwat\n_chiwat() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    mapfile -t COMPREPLY < <(compgen -W '"
      << joined(command_names(), " ") << "' -- \"$word\")\n    return\n  fi\n  case $before in\n";
  for (const OptionDescription& option : all_options()) {
    if (option.value.empty()) continue;
    out << "    --" << option.name << ") ";
    if (is_choice(option)) {
      out << "mapfile -t COMPREPLY < <(compgen -W '" << words_of(option) << "' -- \"$word\"); ";
    } else if (is_folder(option)) {
      out << "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$word\"); ";
    } else if (takes_file(option)) {
      out << "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$word\"); ";
    }
    out << "return ;;\n";
  }
  out << "  esac\n  case $word in\n    -*) case ${COMP_WORDS[1]} in\n";
  for (const CommandDescription& command : all_commands()) {
    Words options{"--help"};
    for (const auto& option : options_of(command))
      options.push_back("--" + std::string(option.name));
    out << "      " << command.name << ") mapfile -t COMPREPLY < <(compgen -W '"
        << joined(options, " ") << "' -- \"$word\") ;;\n";
  }
  out << "    esac ;;\n    *) if [ \"${COMP_WORDS[1]}\" = help ]; then\n"
         "        mapfile -t COMPREPLY < <(compgen -W '"
      << joined(command_names(), " ")
      << "' -- \"$word\")\n      else\n        compopt -o filenames\n"
         "        mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n      fi ;;\n"
         "  esac\n}\ncomplete -F _chiwat chiwat\n";
}

std::string zsh_value(const OptionDescription& option) {
  if (option.value.empty()) return "";
  const std::string name = ":" + quoted(option.value, ":");
  if (is_choice(option)) return name + ":(" + words_of(option) + ")";
  if (is_folder(option)) return name + ":_files -/";
  return name + (takes_file(option) ? ":_files" : ": ");
}

void print_zsh(const thai::Catalogue& catalogue, std::ostream& out) {
  const auto said = [&](std::string_view id) { return catalogue.text({std::string(id), {}}); };
  out << "#compdef chiwat\n_chiwat() {\n  local -a commands=(\n";
  for (const CommandDescription& command : all_commands()) {
    out << "    '" << command.name << ":" << quoted(said(command.help), ":") << "'\n";
  }
  out << "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
         "  case $words[2] in\n";
  for (const CommandDescription& command : all_commands()) {
    out << "    " << command.name << ") _arguments";
    for (const OptionDescription& option : options_of(command)) {
      out << " \\\n      '--" << option.name << "[" << quoted(said(option.help), "[]:") << "]"
          << zsh_value(option) << "'";
    }
    out << " \\\n      '*:" << quoted(command.input, ":") << ":"
        << (command.name == "help" ? "(" + joined(command_names(), " ") + ")" : "_files")
        << "' ;;\n";
  }
  out << "  esac\n}\n_chiwat \"$@\"\n";
}

void print_fish(const thai::Catalogue& catalogue, std::ostream& out) {
  const auto said = [&](std::string_view id) { return catalogue.text({std::string(id), {}}); };
  for (const CommandDescription& command : all_commands()) {
    out << "complete -c chiwat -f -n __fish_use_subcommand -a " << command.name << " -d '"
        << quoted(said(command.help)) << "'\n";
  }
  out << "complete -c chiwat -f -n '__fish_seen_subcommand_from help' -a '"
      << joined(command_names(), " ") << "'\n";
  for (const CommandDescription& command : all_commands()) {
    for (const OptionDescription& option : options_of(command)) {
      out << "complete -c chiwat -n '__fish_seen_subcommand_from " << command.name << "' -l "
          << option.name;
      if (is_choice(option)) {
        out << " -x -a '" << words_of(option) << "'";
      } else if (is_folder(option)) {
        out << " -x -a '(__fish_complete_directories)'";
      } else if (!option.value.empty()) {
        out << (takes_file(option) ? " -r" : " -x");
      }
      out << " -d '" << quoted(said(option.help)) << "'\n";
    }
  }
}

}  // namespace

void print_completions(std::string_view shell, const thai::Catalogue& catalogue,
                       std::ostream& out) {
  if (shell == "bash") print_bash(out);
  if (shell == "zsh") print_zsh(catalogue, out);
  if (shell == "fish") print_fish(catalogue, out);
}

}  // namespace chiwat::cli
