// A table of score levels for a later year.
#pragma once

#include <string>

#include "source/csv.hpp"

namespace chiwat::renew {

// `utf8`, in which the table stands, with the years of its texts moved as next_year() moves them.
// Conditions, points and columns of the office's own stay, and so does the rest of the file.
std::string next_levels(const std::string& utf8, const source::Table& table, int old_year,
                        int new_year);

}  // namespace chiwat::renew
