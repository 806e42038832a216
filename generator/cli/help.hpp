// The help text. Boost.Program_options would wrap it by bytes and cut Thai characters in two.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/arguments.hpp"
#include "thai/message.hpp"

namespace chiwat::cli {

// Help on one command, or on the program when `command` is empty.
void print_help(std::string_view command, const thai::Catalogue& catalogue, std::ostream& out);

// A command as it is called, with what it needs.
std::string synopsis(const CommandDescription& command);

// What may be written, and what it means.
using HelpRow = std::pair<std::string, std::string>;
// The inputs and options of a command.
std::vector<HelpRow> rows_of(const CommandDescription& command, const thai::Catalogue& catalogue);
// The exit codes.
std::vector<HelpRow> exit_rows(const thai::Catalogue& catalogue);

}  // namespace chiwat::cli
