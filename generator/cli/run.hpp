// The program, given its words: what main() calls, and the tests.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/exit_code.hpp"

namespace chiwat::cli {

// Runs one command. Results go to `out`, what is wrong to `err`, progress to `err` when
// `show_progress` (it is a terminal).
ExitCode run(const std::vector<std::string>& words, std::ostream& out, std::ostream& err,
             bool show_progress);

}  // namespace chiwat::cli
