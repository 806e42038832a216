// The program, given its words: what main() calls, and the tests.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/exit_code.hpp"

namespace chiwat::cli {

// Runs one command. Results go to `out` (check's findings, and everything of --json, are results),
// what is wrong to `err`, progress to `err` when `show_progress` (it is a terminal). An `out` that
// takes no more is kCannotWrite.
ExitCode run(const std::vector<std::string>& words, std::ostream& out, std::ostream& err,
             bool show_progress);

}  // namespace chiwat::cli
