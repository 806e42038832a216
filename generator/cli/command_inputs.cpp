#include "cli/command_inputs.hpp"

#include <utility>

#include "thai/names.hpp"

namespace chiwat::cli {
namespace {

using Words = std::vector<std::string>;

std::string joined(const Words& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
  return line;
}

// What `templates` is about: "show" with a name, and a description.
std::optional<WrongUsage> read_template_inputs(Words inputs, Arguments& arguments) {
  if (!inputs.empty() && inputs.front() == "show") {
    if (inputs.size() == 1 || inputs[1].empty()) return wrong("usage_template_missing");
    arguments.show = inputs[1];
    inputs.erase(inputs.begin(), inputs.begin() + 2);
  }
  if (inputs.size() > 1) return wrong("usage_input_several", {{"found", joined(inputs)}});
  if (inputs.empty()) return std::nullopt;
  if (inputs.front().empty()) return wrong("usage_input_missing");
  arguments.input = inputs.front();
  return std::nullopt;
}

// A description, a district, and in one word or several what of it.
std::optional<WrongUsage> read_explain_inputs(Words inputs, Arguments& arguments) {
  if (inputs.empty() || inputs.front().empty()) return wrong("usage_input_missing");
  if (inputs.size() == 1 || inputs[1].empty()) return wrong("usage_district_missing");
  arguments.input = inputs[0];
  arguments.district = inputs[1];
  inputs.erase(inputs.begin(), inputs.begin() + 2);
  arguments.subject = joined(inputs);
  return std::nullopt;
}

// What `collect` is about: a description, and at least one file or folder.
std::optional<WrongUsage> read_collect_inputs(const Words& inputs, Arguments& arguments) {
  if (inputs.empty() || inputs.front().empty()) return wrong("usage_input_missing");
  arguments.input = inputs.front();
  arguments.returned.assign(inputs.begin() + 1, inputs.end());
  const bool is_blank = std::ranges::count(arguments.returned, "") > 0;
  if (arguments.returned.empty() || is_blank) return wrong("usage_returned_missing");
  return std::nullopt;
}

// What `diff` compares.
std::optional<WrongUsage> read_compared(const Words& inputs, Arguments& arguments) {
  if (inputs.size() > 2) {
    return wrong("usage_input_unexpected",
                 {{"command", arguments.command}, {"found", inputs.back()}});
  }
  if (inputs.size() < 2 || inputs[0].empty() || inputs[1].empty()) {
    return wrong("usage_compared_missing");
  }
  arguments.input = inputs[0];
  arguments.other = inputs[1];
  return std::nullopt;
}

// The folder that `new` makes.
std::optional<WrongUsage> read_new_folder(const Words& inputs, Arguments& arguments) {
  if (inputs.size() > 1) {
    return wrong("usage_input_unexpected",
                 {{"command", arguments.command}, {"found", inputs.back()}});
  }
  if (inputs.empty() || inputs.front().empty()) return wrong("usage_new_folder_missing");
  arguments.input = inputs.front();
  return std::nullopt;
}

}  // namespace

WrongUsage wrong(std::string id, MessageArguments arguments) {
  return {{std::move(id), std::move(arguments)}, std::nullopt};
}

WrongUsage unknown_command(const std::string& name) {
  Words known;
  for (const CommandDescription& command : all_commands()) known.emplace_back(command.name);
  return {{"usage_command_unknown", {{"name", name}}}, thai::closest(name, known)};
}

std::optional<WrongUsage> read_inputs(const CommandDescription& command, const Words& inputs,
                                      Arguments& arguments) {
  if (command.input == kTemplatesInput) return read_template_inputs(inputs, arguments);
  if (command.input == kExplainInput) return read_explain_inputs(inputs, arguments);
  if (command.input == kCollectInput) return read_collect_inputs(inputs, arguments);
  if (command.input == kWorkbooksInput) {
    if (inputs.empty() || inputs.front().empty()) return wrong("usage_workbooks_missing");
    arguments.inputs = inputs;
    return std::nullopt;
  }
  if (command.input == kComparedInput) return read_compared(inputs, arguments);
  if (command.input == kNewInput) return read_new_folder(inputs, arguments);
  const bool takes_description = command.input == kDescriptionInput && !arguments.rules;
  if (!takes_description && inputs.size() > (command.input.empty() ? 0u : 1u)) {
    return wrong("usage_input_unexpected",
                 {{"command", arguments.command}, {"found", inputs.back()}});
  }
  if (inputs.size() > 1) return wrong("usage_input_several", {{"found", joined(inputs)}});
  if (takes_description && (inputs.empty() || inputs.front().empty())) {
    return wrong("usage_input_missing");
  }
  if (!inputs.empty()) arguments.input = inputs.front();
  if (command.name == "help" && !inputs.empty() && !find_command(arguments.input)) {
    return unknown_command(arguments.input);
  }
  return std::nullopt;
}

}  // namespace chiwat::cli
