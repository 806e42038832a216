// chiwat version.
#include <ostream>

#include "cli/commands.hpp"

namespace chiwat::cli {

ExitCode print_version(const Console& console) {
  console.out << "chiwat " << CHIWAT_VERSION << "\n";
  return kDone;
}

}  // namespace chiwat::cli
