// Score levels that stand in tables, as if they stood in the description: for comparing.
#pragma once

#include <string>

#include "source/yaml.hpp"

namespace chiwat::cli {

// Puts in the place of each `levels: file` of the rounds the rows of the table that are of the
// round. `folder`: of the description, with a slash at its end; or empty. The description is
// without mistakes.
void put_in_levels(source::Node& tree, const std::string& folder);

}  // namespace chiwat::cli
