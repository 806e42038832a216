// A small description to start from.
#pragma once

#include <map>
#include <string>

namespace chiwat::renew {

// Its files by name: a circular with comments, and the table of its baseline, for a fiscal year.
std::map<std::string, std::string> start_files(int fiscal_year);

// The year of the example where nobody asks for another; the clock is never read.
inline constexpr int kStartYear = 2569;

}  // namespace chiwat::renew
