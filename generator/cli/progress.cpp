#include "cli/progress.hpp"

#include <ostream>

#include "thai/names.hpp"

namespace chiwat::cli {
namespace {

constexpr std::size_t kBar = 20;
constexpr std::size_t kTerminal = 79;  // columns that every terminal has

constexpr const char* kClearLine = "\r\033[K";

// A line that is too long would go on in the next one, and stay there.
std::string cut_to_terminal(std::string line) {
  while (thai::display_width(line) > kTerminal) {
    while ((static_cast<unsigned char>(line.back()) & 0xC0) == 0x80) line.pop_back();
    line.pop_back();
  }
  return line;
}

}  // namespace

Progress::Progress(std::ostream& out, bool is_terminal, std::chrono::milliseconds quiet)
    : out_(out), is_terminal_(is_terminal), from_(std::chrono::steady_clock::now() + quiet) {}

void Progress::show(std::size_t done, std::size_t count, const std::string& what) {
  if (!is_terminal_ || std::chrono::steady_clock::now() < from_) return;
  const std::size_t filled = count == 0 ? 0 : kBar * done / count;
  out_ << kClearLine
       << cut_to_terminal("[" + std::string(filled, '=') + std::string(kBar - filled, ' ') + "] " +
                          std::to_string(done) + "/" + std::to_string(count) + " " + what)
       << std::flush;
  is_shown_ = true;
}

void Progress::clear() {
  if (is_shown_) out_ << kClearLine << std::flush;
  is_shown_ = false;
}

}  // namespace chiwat::cli
