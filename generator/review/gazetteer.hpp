// The provinces of Thailand and their districts, in the order of their administrative codes.
// Private to this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chiwat::review {

struct Province {
  std::string name;
  std::vector<std::string> districts;
};

// All 77, with Bangkok; their names normalised.
const std::vector<Province>& all_provinces();

// Null when there is none of this name.
const Province* find_province(std::string_view name);

// The province whose district this is; null when it is none's, or that of several.
const Province* only_province_of(const std::string& district);

}  // namespace chiwat::review
