// The table of the baseline for a later year.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "model/circular.hpp"
#include "source/csv.hpp"

namespace chiwat::renew {

struct NextBaseline {
  std::string csv;
  std::set<std::string> known;  // old headings of the columns that have got new numbers
};

// The old table, the years of its headings moved to `new_year`. With `results`, a table of what the
// districts have reported, a column takes their numbers: from the column of the same heading (the
// old or the new one), or from that of the result that has the column's name. Rows of one district
// add up, unless they are of several rounds: then the last counts. Reported: results_not_number
// {found, column}, and as a warning results_district_missing {district, column}.
NextBaseline next_baseline(const source::Table& old_table, const model::Circular& circular,
                           int new_year, const source::Table* results, Diagnostics& diagnostics);

}  // namespace chiwat::renew
