// Finding things inside a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chiwat::thai {

// One place where a pattern matches.
struct Found {
  std::string whole;
  std::vector<std::string> groups;  // an absent group is empty
};

// Every place in `text`, from the left, where the regular expression matches. `pattern` is one of
// the program's own, as ICU writes them, and always the same object for the same pattern.
std::vector<Found> find_all(std::string_view text, const char16_t* pattern);

}  // namespace chiwat::thai
