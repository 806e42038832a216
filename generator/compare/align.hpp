// Which things of an old list are which of a new one, when some have come, gone or changed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chiwat::compare {

// Indexes into the old and the new list; nothing on one side: it has come, or gone.
using Pair = std::pair<std::optional<std::size_t>, std::optional<std::size_t>>;

// Every index once, in order. Equal keys are paired so that as many as possible keep their order;
// between them, as many old keys as new ones are taken for the same things with another key.
std::vector<Pair> align(const std::vector<std::string>& old_keys,
                        const std::vector<std::string>& new_keys);

}  // namespace chiwat::compare
