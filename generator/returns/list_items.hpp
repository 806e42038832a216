// What somebody wrote where a closed list was asked for.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "model/circular.hpp"

namespace chiwat::returns {

// The items of a list by their codes and labels, normalised once for the thousands of cells in
// which they are chosen.
class ListItems {
 public:
  // Of a list that there is not: none.
  ListItems(const model::Circular& circular, const std::string& list);

  // The first item whose code or label, of several any, this normalised text is.
  std::optional<std::size_t> find(const std::string& text) const;

 private:
  std::map<std::string, std::size_t> by_name_;
};

}  // namespace chiwat::returns
