// A later year's description from an earlier one.
#pragma once

#include <set>
#include <string>

#include "model/circular.hpp"
#include "source/yaml.hpp"

namespace chiwat::renew {

struct NextYear {
  int fiscal_year = 0;          // Buddhist Era
  std::set<std::string> known;  // headings of the baseline whose new numbers are there
};

// The text of the description with years, months and dates moved to the new fiscal year: a date to
// the same day and month, or where the text names its weekday, to the nearest that is one. In other
// texts the old fiscal year and its neighbours move, while years far from it, such as the first of
// a register, stay. Everything else stays as it is written, comments and layout too. What only a
// person knows (the letter's number, new baselines, numbers that were set by hand), and deadlines
// on a weekend, are marked with comments, see to_supply.hpp.
std::string next_year(const std::string& utf8, const source::Node& tree,
                      const model::Circular& circular, const NextYear& next);

// Years in the heading of a table, as next_year() moves them.
std::string next_heading(const std::string& heading, int old_year, int new_year);

}  // namespace chiwat::renew
