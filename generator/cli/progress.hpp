// How far a command that takes a while has come, on one line of the terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <string>

namespace chiwat::cli {

class Progress {
 public:
  // Says nothing within the first moments: a command that is done by then needs no bar.
  static constexpr std::chrono::milliseconds kQuiet{500};

  // Where `out` is no terminal nothing is ever said.
  Progress(std::ostream& out, bool is_terminal, std::chrono::milliseconds quiet = kQuiet);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  // "[=======             ] 27/77 writing out/…": so many of `count` are done.
  void show(std::size_t done, std::size_t count, const std::string& what);
  // Makes room for another line.
  void clear();

 private:
  std::ostream& out_;
  const bool is_terminal_;
  const std::chrono::steady_clock::time_point from_;
  bool is_shown_ = false;
};

}  // namespace chiwat::cli
