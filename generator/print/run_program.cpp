#include "print/run_program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <sstream>

namespace chiwat::print {
namespace {

constexpr std::size_t kLongestOutput = 64 << 10;

// The environment with these variables in place of its own.
std::vector<std::string> merged(const std::map<std::string, std::string>& own) {
  std::vector<std::string> result;
  for (char** entry = environ; *entry; ++entry) {
    const std::string line = *entry;
    if (!own.contains(line.substr(0, line.find('=')))) result.push_back(line);
  }
  for (const auto& [name, value] : own) result.push_back(name + "=" + value);
  return result;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> result;
  for (std::string& word : words) result.push_back(word.data());
  result.push_back(nullptr);
  return result;
}

// All that comes out of a pipe until its writers are gone, kept up to a bound.
std::string drained(int pipe) {
  std::string output;
  std::array<char, 4096> buffer;
  for (;;) {
    const ssize_t count = ::read(pipe, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return output;
    const auto room = kLongestOutput - output.size();
    output.append(buffer.data(), std::min(room, static_cast<std::size_t>(count)));
  }
}

int exit_code_of(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

std::optional<std::string> find_program(const std::string& name) {
  const char* const path = std::getenv("PATH");
  std::istringstream folders(path ? path : "/usr/local/bin:/usr/bin:/bin");
  for (std::string folder; std::getline(folders, folder, ':');) {
    const std::string file = (folder.empty() ? "." : folder) + "/" + name;
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file, ignored) && ::access(file.c_str(), X_OK) == 0) {
      return file;
    }
  }
  return std::nullopt;
}

ProgramOutcome run_program(const std::vector<std::string>& words,
                           const std::map<std::string, std::string>& environment) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return {};
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  auto own_words = words;
  auto own_environment = merged(environment);
  pid_t process = 0;
  const int failure = ::posix_spawnp(&process, words.front().c_str(), &actions, nullptr,
                                     pointers(own_words).data(), pointers(own_environment).data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  ProgramOutcome outcome;
  if (failure == 0) {
    outcome.output = drained(ends[0]);
    outcome.code = exit_code_of(process);
  }
  ::close(ends[0]);
  return outcome;
}

}  // namespace chiwat::print
