// Work that is done in several processes at once: the processor has more cores than one, and
// libxlsxwriter is not safe in several threads.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace chiwat::process {

// As many as there are processors for this process; at least 1.
std::size_t processors();

// A process ended before its work was done: it was killed, or memory ran out.
class WorkerEnded : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Does tasks, several at the same time, and gives the answers in the order of the tasks. Each
// process begins as a copy of this one, so that what `work` refers to is there; what it changes
// there is seen by nobody else. A task and its answer are short texts, not empty, of up to 64 KiB.
class Workers {
 public:
  using Work = std::function<std::string(const std::string& task)>;

  // With one process, or where the system gives no more, the work is done in this one, whenever an
  // answer is asked for. `work` must not throw.
  Workers(std::size_t processes, Work work);
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  // Ends the processes, in the middle of their work if need be.
  ~Workers();

  // Whether another task keeps the processes busy; more would only wait.
  bool has_room() const;
  void begin(std::string task);
  // Waits for the answer to the first task whose answer has not been asked for. Throws WorkerEnded.
  std::string next_answer();

 private:
  struct Process {
    int id = 0;
    int channel = -1;
    std::deque<std::size_t> tasks = {};  // those that it has, by number, in their order
  };

  bool start();
  void hand_out();
  void wait_for_answer();
  void take_answer(Process& process);

  Work work_;
  std::vector<Process> processes_;              // none: this one does the work
  std::deque<std::string> waiting_;             // tasks that nobody has begun
  std::map<std::size_t, std::string> answers_;  // by the number of the task
  std::size_t handed_out_ = 0;                  // tasks
  std::size_t answered_ = 0;                    // tasks whose answer was asked for
};

}  // namespace chiwat::process
