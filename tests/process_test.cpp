// Work in several processes.
#define BOOST_TEST_MODULE process
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <set>

#include "process/workers.hpp"

namespace chiwat::process {
namespace {

// The answers to the tasks 1, 2, … in a line.
std::string answers(Workers& workers, int tasks) {
  std::string line;
  for (int begun = 0, answered = 0; answered < tasks; ++answered) {
    while (begun < tasks && workers.has_room()) workers.begin(std::to_string(++begun));
    line += workers.next_answer() + " ";
  }
  return line;
}

BOOST_AUTO_TEST_CASE(answers_come_in_the_order_of_the_tasks) {
  for (const std::size_t processes : {0u, 1u, 2u, 5u}) {
    Workers workers(processes, [](const std::string& task) {
      if (task == "1") ::usleep(50'000);  // the slowest first
      return "<" + task + ">";
    });
    BOOST_TEST(answers(workers, 7) == "<1> <2> <3> <4> <5> <6> <7> ");
  }
}

BOOST_AUTO_TEST_CASE(other_processes_do_the_work) {
  const std::string self = std::to_string(::getpid());
  const auto who = [](const std::string&) {
    ::usleep(20'000);
    return std::to_string(::getpid());
  };
  std::set<std::string> workers_of_two;
  Workers two(2, who);
  for (int i = 0; i < 4; ++i) two.begin("task");
  for (int i = 0; i < 4; ++i) workers_of_two.insert(two.next_answer());
  BOOST_TEST(workers_of_two.size() == 2u);
  BOOST_TEST(!workers_of_two.contains(self));
  Workers one(1, who);
  one.begin("task");
  BOOST_TEST(one.next_answer() == self);
}

// This process may be busy with an answer when a worker is done with its task.
BOOST_AUTO_TEST_CASE(a_process_need_not_wait_for_its_second_task) {
  std::array<int, 2> done;
  BOOST_REQUIRE(::pipe(done.data()) == 0);
  Workers workers(2, [&](const std::string& task) {
    return ::write(done[1], task.data(), 1) == 1 ? task : "";
  });
  for (const char* task : {"1", "2", "3", "4", "5", "6"}) workers.begin(task);
  std::set<char> tasks;
  pollfd ready{done[0], POLLIN, 0};
  while (tasks.size() < 4 && ::poll(&ready, 1, 10'000) == 1) {
    char task = 0;
    BOOST_REQUIRE(::read(done[0], &task, 1) == 1);
    tasks.insert(task);
  }
  BOOST_TEST(tasks == std::set<char>({'1', '2', '3', '4'}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_long_queue_does_not_end) {
  Workers workers(3, [](const std::string& task) { return task; });
  std::string expected;
  for (int i = 1; i <= 1000; ++i) expected += std::to_string(i) + " ";
  BOOST_TEST(answers(workers, 1000) == expected);
}

BOOST_AUTO_TEST_CASE(a_process_that_is_killed_is_an_error_not_a_wait) {
  Workers workers(2, [](const std::string& task) {
    if (task == "2") ::kill(::getpid(), SIGKILL);
    return task;
  });
  workers.begin("1");
  BOOST_TEST(workers.next_answer() == "1");
  workers.begin("2");
  BOOST_CHECK_THROW(workers.next_answer(), WorkerEnded);
}

BOOST_AUTO_TEST_CASE(what_nobody_waits_for_is_ended) {
  Workers workers(2, [](const std::string& task) {
    ::sleep(1000);
    return task;
  });
  workers.begin("1");
  workers.begin("2");
}

}  // namespace
}  // namespace chiwat::process
