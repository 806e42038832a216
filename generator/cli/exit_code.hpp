// How a command ends; the same everywhere, and in the README.
#pragma once

namespace chiwat::cli {

enum ExitCode : int {
  kDone = 0,
  kFindings = 1,     // check: an error, or a warning not switched off
  kUsage = 2,        // the command line is wrong
  kBadInput = 3,     // every other command: the description has mistakes
  kCannotWrite = 4,  // or something needed is missing
};

}  // namespace chiwat::cli
