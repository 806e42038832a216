// Why something could not be written.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/diagnostics.hpp"

namespace chiwat::cli {

struct Console;

// Thrown where it was found out elsewhere, as in a worker process.
struct CannotWrite {
  Message reason;
};

// Calls `write`; nothing, or in the user's language the reason why it failed.
std::optional<Message> failure_of_writing(const std::function<void()>& write);

// Says which file cannot be written, and why.
void say_failure(const std::string& file, const Message& reason, const Console& console);

}  // namespace chiwat::cli
