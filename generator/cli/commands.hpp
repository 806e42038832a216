// The commands. Each returns how the program ends.
#pragma once

#include <iosfwd>

#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "thai/message.hpp"

namespace chiwat::cli {

// Where a command says things, and in which language.
struct Console {
  const thai::Catalogue& catalogue;
  std::ostream& out;
  std::ostream& err;
  bool show_progress;
};

ExitCode generate(const Arguments& arguments, const Console& console);
ExitCode collect(const Arguments& arguments, const Console& console);
ExitCode score(const Arguments& arguments, const Console& console);
ExitCode explain(const Arguments& arguments, const Console& console);
ExitCode new_description(const Arguments& arguments, const Console& console);
ExitCode diff(const Arguments& arguments, const Console& console);
ExitCode check(const Arguments& arguments, const Console& console);
ExitCode templates(const Arguments& arguments, const Console& console);
ExitCode print(const Arguments& arguments, const Console& console);
ExitCode doctor(const Console& console);
ExitCode print_version(const Console& console);

}  // namespace chiwat::cli
