// Other people's programs: LibreOffice, and those that join and draw PDFs.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace chiwat::print {

// Where a program of this name stands in $PATH; nothing when it does not.
std::optional<std::string> find_program(const std::string& name);

struct ProgramOutcome {
  int code = -1;       // what it ended with; -1: it could not be started or was killed
  std::string output;  // what it said, at most 64 KiB
};

// Runs a program without a shell and waits for it: every word reaches it as it is. Nothing is read
// from the terminal. `environment` goes before what is there.
ProgramOutcome run_program(const std::vector<std::string>& words,
                           const std::map<std::string, std::string>& environment = {});

}  // namespace chiwat::print
