// Rules that were switched off for an earlier circular, and have nothing to say of the next one.
#pragma once

#include "cli/new_folder.hpp"

namespace chiwat::cli {

// Makes comments of the lines of the description that switch such rules off, so that `check` does
// not ask for them to be taken out. Tries the files in a temporary folder; throws std::system_error
// where there is none.
void comment_out_idle_rules(NewFiles& files);

}  // namespace chiwat::cli
