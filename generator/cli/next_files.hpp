// The files of next year's description.
#pragma once

#include <optional>

#include "cli/arguments.hpp"
#include "cli/new_folder.hpp"
#include "source/files.hpp"

namespace chiwat::cli {

// From the description arguments.from: the YAML with its years moved, the tables, and as they are
// the templates and messages of its own. Nothing when it has mistakes, or is of the year asked for
// or a later one (new_year_not_later {year}), which is then reported.
std::optional<NewFiles> next_files(const Arguments& arguments, source::Texts& texts,
                                   Diagnostics& diagnostics);

}  // namespace chiwat::cli
