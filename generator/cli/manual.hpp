// The manual page, from the same tables as the help.
#pragma once

#include <iosfwd>

#include "thai/message.hpp"

namespace chiwat::cli {

// chiwat(1) in the language of the catalogue, as man(7) macros in UTF-8.
void print_manual(const thai::Catalogue& catalogue, std::ostream& out);

}  // namespace chiwat::cli
