// What a shell offers for a half-written command line, from the same tables as the help.
#pragma once

#include <iosfwd>
#include <string_view>

#include "thai/message.hpp"

namespace chiwat::cli {

// For "bash", "zsh" or "fish": commands, options, the values of an option that has a few, else
// files and folders.
void print_completions(std::string_view shell, const thai::Catalogue& catalogue, std::ostream& out);

}  // namespace chiwat::cli
