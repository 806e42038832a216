// Why something could not be written.
#pragma once

#include <functional>
#include <optional>

#include "base/diagnostics.hpp"

namespace chiwat::cli {

// Thrown where it was found out elsewhere, as in a worker process.
struct CannotWrite {
  Message reason;
};

// Calls `write`; nothing, or in the user's language the reason why it failed.
std::optional<Message> failure_of_writing(const std::function<void()>& write);

}  // namespace chiwat::cli
