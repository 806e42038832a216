// The help text. Boost.Program_options would wrap it by bytes and cut Thai characters in two.
#pragma once

#include <iosfwd>
#include <string_view>

#include "thai/message.hpp"

namespace chiwat::cli {

// Help on one command, or on the program when `command` is empty.
void print_help(std::string_view command, const thai::Catalogue& catalogue, std::ostream& out);

}  // namespace chiwat::cli
