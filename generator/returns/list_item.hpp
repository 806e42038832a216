// What somebody wrote where a closed list was asked for.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "model/circular.hpp"

namespace chiwat::returns {

// The item of a list whose code or label, of several any, this normalised text is; nothing when
// there is no such item, or no such list.
std::optional<std::size_t> list_item(const model::Circular& circular, const std::string& list,
                                     const std::string& text);

}  // namespace chiwat::returns
