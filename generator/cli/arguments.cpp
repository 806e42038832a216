#include "cli/arguments.hpp"

#include <algorithm>
#include <boost/program_options.hpp>
#include <cstdlib>
#include <utility>

namespace chiwat::cli {
namespace {

namespace po = boost::program_options;

constexpr const char* kInputs = "<input>";  // what stands without a dash; no one writes --<input>

WrongUsage wrong(std::string id, MessageArguments arguments = {}) {
  return {{std::move(id), std::move(arguments)}};
}

po::options_description accepted_options(const CommandDescription& command) {
  po::options_description accepted;
  for (const OptionDescription& option : all_options()) {
    const auto& names = command.options;
    if (std::find(names.begin(), names.end(), option.name) == names.end()) continue;
    const std::string name(option.name);
    if (option.value.empty()) {
      accepted.add_options()(name.c_str(), po::bool_switch(), "");
    } else {
      accepted.add_options()(name.c_str(), po::value<std::string>(), "");
    }
  }
  accepted.add_options()("help", po::bool_switch(), "");
  accepted.add_options()(kInputs, po::value<std::vector<std::string>>(), "");
  return accepted;
}

bool is_on(const po::variables_map& options, const char* name) {
  return options.count(name) > 0 && options[name].as<bool>();
}

std::string text(const po::variables_map& options, const char* name) {
  return options.count(name) > 0 ? options[name].as<std::string>() : std::string();
}

std::optional<WrongUsage> read_inputs(const CommandDescription& command,
                                      const std::vector<std::string>& inputs,
                                      Arguments& arguments) {
  if (inputs.size() > 1 || (inputs.size() == 1 && command.input.empty())) {
    std::string found;
    for (const std::string& input : inputs) found += (found.empty() ? "" : " ") + input;
    return wrong("usage_input_several", {{"found", found}});
  }
  if (inputs.empty() && !command.input.empty() && command.name != "help") {
    return wrong("usage_input_missing");
  }
  if (!inputs.empty()) arguments.input = inputs.front();
  return std::nullopt;
}

std::optional<WrongUsage> read_options(const CommandDescription& command,
                                       const po::variables_map& options, Arguments& arguments) {
  arguments.out = text(options, "out");
  arguments.dry_run = is_on(options, "dry-run");
  arguments.json = is_on(options, "json");
  arguments.values = is_on(options, "values");
  if (const std::string only = text(options, "only"); !only.empty()) {
    const std::string number = thai::to_arabic(only);
    if (number.size() > 2 || number.find_first_not_of("0123456789") != std::string::npos) {
      return wrong("usage_option_value", {{"option", "--only"}, {"known", "1, 2, 3, …"}});
    }
    arguments.only = std::stoi(number);
  }
  if (const std::string digits = text(options, "digits"); !digits.empty()) {
    if (digits != "thai" && digits != "arabic") {
      return wrong("usage_option_value", {{"option", "--digits"}, {"known", "thai, arabic"}});
    }
    arguments.digits = digits == "thai" ? thai::Digits::thai : thai::Digits::arabic;
  }
  if (command.name == "generate" && arguments.out.empty() && !arguments.dry_run) {
    return wrong("usage_out_missing");
  }
  return std::nullopt;
}

std::variant<Arguments, WrongUsage> parse_command(const CommandDescription& command,
                                                  const std::vector<std::string>& words) {
  Arguments arguments;
  arguments.command = std::string(command.name);
  po::positional_options_description positions;
  positions.add(kInputs, -1);
  po::variables_map options;
  using namespace po::command_line_style;
  constexpr int kStyle = allow_long | long_allow_adjacent | long_allow_next;
  try {
    po::store(po::command_line_parser(words)
                  .options(accepted_options(command))
                  .positional(positions)
                  .style(kStyle)
                  .run(),
              options);
  } catch (const po::unknown_option& error) {
    return wrong("usage_option_unknown",
                 {{"command", arguments.command}, {"option", error.get_option_name()}});
  } catch (const po::error_with_option_name& error) {
    return wrong("usage_option",
                 {{"option", error.get_option_name()}, {"detail", std::string(error.what())}});
  } catch (const po::error& error) {
    return wrong("usage_option",
                 {{"option", arguments.command}, {"detail", std::string(error.what())}});
  }
  if (is_on(options, "help")) {
    Arguments help;
    help.command = "help";
    help.input = arguments.command;
    return help;
  }
  const auto inputs = options.count(kInputs) > 0 ? options[kInputs].as<std::vector<std::string>>()
                                                 : std::vector<std::string>();
  if (auto usage = read_inputs(command, inputs, arguments)) return *usage;
  if (auto usage = read_options(command, options, arguments)) return *usage;
  return arguments;
}

// Takes --lang out of the words; its value, or nothing when it is not there.
std::optional<std::string> take_language(std::vector<std::string>& words) {
  std::optional<std::string> language;
  for (auto word = words.begin(); word != words.end();) {
    if (word->starts_with("--lang=")) {
      language = word->substr(7);
      word = words.erase(word);
    } else if (*word == "--lang") {
      word = words.erase(word);
      language = word == words.end() ? "" : *word;
      if (word != words.end()) word = words.erase(word);
    } else {
      ++word;
    }
  }
  return language;
}

}  // namespace

const std::vector<OptionDescription>& all_options() {
  static const std::vector<OptionDescription> options{
      {"out", "DIR", "help_option_out"},
      {"only", "N", "help_option_only"},
      {"digits", "thai|arabic", "help_option_digits"},
      {"values", "", "help_option_values"},
      {"dry-run", "", "help_option_dry_run"},
      {"json", "", "help_option_json"},
      {"lang", "th|en", "help_option_lang"},
  };
  return options;
}

const std::vector<CommandDescription>& all_commands() {
  static const std::vector<CommandDescription> commands{
      {"generate",
       "FOLDER|FILE",
       "help_command_generate",
       {"out", "only", "digits", "values", "dry-run", "json", "lang"}},
      {"check", "FOLDER|FILE", "help_command_check", {"json", "lang"}},
      {"help", "[COMMAND]", "help_command_help", {"lang"}},
      {"version", "", "help_command_version", {"lang"}},
  };
  return commands;
}

const CommandDescription* find_command(std::string_view name) {
  for (const CommandDescription& command : all_commands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

std::variant<Arguments, WrongUsage> parse(const std::vector<std::string>& words) {
  std::vector<std::string> rest = words;
  take_language(rest);
  if (rest.empty()) return wrong("usage_command_missing");
  std::string name = rest.front();
  rest.erase(rest.begin());
  if (name == "--help" || name == "-h") name = "help";
  if (name == "--version") name = "version";
  const CommandDescription* command = find_command(name);
  if (!command) return wrong("usage_command_unknown", {{"name", name}});
  return parse_command(*command, rest);
}

std::variant<thai::Language, WrongUsage> language_of(const std::vector<std::string>& words) {
  std::vector<std::string> rest = words;
  if (const auto language = take_language(rest)) {
    if (*language == "th") return thai::Language::thai;
    if (*language == "en") return thai::Language::english;
    return wrong("usage_option_value", {{"option", "--lang"}, {"known", "th, en"}});
  }
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* locale = std::getenv(variable);
    if (locale && *locale) return thai::language_of_locale(locale);
  }
  return thai::Language::english;
}

}  // namespace chiwat::cli
