// What stands on the command line without a dash.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"

namespace chiwat::cli {

WrongUsage wrong(std::string id, MessageArguments arguments = {});

// Nothing is called `name`.
WrongUsage unknown_command(const std::string& name);

// Takes the inputs of a command into `arguments`; what is wrong with them.
std::optional<WrongUsage> read_inputs(const CommandDescription& command,
                                      const std::vector<std::string>& inputs, Arguments& arguments);

}  // namespace chiwat::cli
