// The program. What the user did wrong is a diagnostic, handled where it is found; what the machine
// does wrong (a full disk, a folder without permission) is an exception, and ends here.
#include <unistd.h>

#include <csignal>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "cli/run.hpp"

int main(int argc, char** argv) {
  // A file over the size limit is then an error of the write, which is handled, not a signal.
  std::signal(SIGXFSZ, SIG_IGN);
  const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  try {
    return chiwat::cli::run(words, std::cout, std::cerr, isatty(STDERR_FILENO) != 0);
  } catch (const std::exception& error) {
    std::cerr << "chiwat: " << error.what() << "\n";
    return chiwat::cli::kCannotWrite;
  }
}
