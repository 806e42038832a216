#include "process/workers.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <thread>
#include <utility>

namespace chiwat::process {
namespace {

constexpr std::size_t kLongestMessage = 64 * 1024;

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

bool send(int channel, const std::string& message) {
  ssize_t sent = -1;
  do {
    sent = ::send(channel, message.data(), message.size(), MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent == static_cast<ssize_t>(message.size());
}

// One message, which is never empty; an empty one when the other side is gone.
std::string receive(int channel) {
  std::array<char, kLongestMessage> message;
  ssize_t size = -1;
  do {
    size = ::recv(channel, message.data(), message.size(), 0);
  } while (size < 0 && errno == EINTR);
  return size > 0 ? std::string(message.data(), static_cast<std::size_t>(size)) : std::string();
}

// What a worker does until the one that began it closes the channel; when that one is killed, it is
// too, or it would go on writing where nobody expects it. It ends without
// cleaning up after the process whose copy it is: files and output belong to that one.
[[noreturn]] void serve(int channel, pid_t master, const Workers::Work& work) noexcept {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != master) ::_exit(EXIT_FAILURE);
  for (std::string task = receive(channel); !task.empty(); task = receive(channel)) {
    if (!send(channel, work(task))) break;
  }
  ::_exit(EXIT_SUCCESS);
}

}  // namespace

std::size_t processors() {
  return std::max(1u, std::thread::hardware_concurrency());
}

Workers::Workers(std::size_t processes, Work work) : work_(std::move(work)) {
  if (processes < 2) return;
  processes_.reserve(processes);
  while (processes_.size() < processes && start()) {
  }
}

Workers::~Workers() {
  for (const Process& process : processes_) {
    if (!process.tasks.empty()) ::kill(process.id, SIGKILL);
    ::close(process.channel);
  }
  for (const Process& process : processes_) {
    while (::waitpid(process.id, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
}

bool Workers::has_room() const {
  constexpr std::size_t kTasksAhead = 16;  // while one takes long, the others go on
  return handed_out_ + waiting_.size() - answered_ <
         std::max<std::size_t>(1, processes_.size() * kTasksAhead);
}

void Workers::begin(std::string task) {
  waiting_.push_back(std::move(task));
  hand_out();
}

std::string Workers::next_answer() {
  while (!answers_.contains(answered_)) wait_for_answer();
  return std::move(answers_.extract(answered_++).mapped());
}

// Everybody gets a task, and then a second one, so that nobody has to wait for this process when it
// is done with the first. Of the last tasks nobody gets two, or one might wait behind a long one
// while another process has nothing to do. One that is gone is found out when its answer is waited
// for.
void Workers::hand_out() {
  for (const std::size_t most : {1, 2}) {
    for (Process& process : processes_) {
      const bool is_enough = process.tasks.size() >= most;
      if (is_enough || waiting_.size() <= (most - 1) * processes_.size()) continue;
      process.tasks.push_back(handed_out_++);
      send(process.channel, waiting_.front());
      waiting_.pop_front();
    }
  }
}

// A process knows the channels of those before it, and must not keep them open: each of them is to
// end when this process does.
bool Workers::start() {
  std::array<int, 2> channel;
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, channel.data()) != 0) return false;
  const int master = ::getpid();
  const int id = ::fork();
  if (id == 0) {
    for (const Process& before : processes_) ::close(before.channel);
    ::close(channel[0]);
    serve(channel[1], master, work_);
  }
  ::close(channel[1]);
  if (id > 0) {
    processes_.push_back({id, channel[0]});
  } else {
    ::close(channel[0]);
  }
  return id > 0;
}

void Workers::wait_for_answer() {
  if (processes_.empty()) {
    answers_.emplace(handed_out_++, work_(waiting_.front()));
    waiting_.pop_front();
    return;
  }
  std::vector<pollfd> channels;
  for (const Process& process : processes_) {
    channels.push_back({process.tasks.empty() ? -1 : process.channel, POLLIN, 0});
  }
  if (::poll(channels.data(), channels.size(), -1) < 0) {
    if (errno == EINTR) return;
    fail("poll");
  }
  for (std::size_t i = 0; i < channels.size(); ++i) {
    if (channels[i].revents != 0) take_answer(processes_[i]);
  }
}

void Workers::take_answer(Process& process) {
  std::string answer = receive(process.channel);
  if (answer.empty()) throw WorkerEnded("a worker process ended");
  answers_.emplace(process.tasks.front(), std::move(answer));
  process.tasks.pop_front();
  hand_out();
}

}  // namespace chiwat::process
