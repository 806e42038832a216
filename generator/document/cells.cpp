#include "document/cells.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace chiwat::document {
namespace {

Position place_of(const Cells::value_type& cell) {
  return cell.first;
}

}  // namespace

Cells::Cells(std::vector<value_type> cells) : cells_(std::move(cells)) {
  const auto not_before = [](const value_type& a, const value_type& b) {
    return a.first >= b.first;
  };
  if (std::ranges::adjacent_find(cells_, not_before) == cells_.end()) return;
  std::ranges::stable_sort(cells_, {}, place_of);
  // From the end, so that the later of two is the one that stays.
  const auto first = std::unique(cells_.rbegin(), cells_.rend(),
                                 [](const auto& a, const auto& b) { return a.first == b.first; });
  cells_.erase(cells_.begin(), first.base());
}

Cell& Cells::operator[](Position at) {
  if (cells_.empty() || cells_.back().first < at) return cells_.emplace_back(at, Cell()).second;
  auto place = std::ranges::lower_bound(cells_, at, {}, place_of);
  if (place->first != at) place = cells_.emplace(place, at, Cell());
  return place->second;
}

void Cells::put(Position at, Cell cell) {
  if (cells_.empty() || cells_.back().first < at) {
    cells_.emplace_back(at, std::move(cell));
  } else {
    (*this)[at] = std::move(cell);
  }
}

const Cell& Cells::at(Position at) const {
  const auto found = find(at);
  assert(found != end());
  return found->second;
}

Cells::const_iterator Cells::find(Position at) const {
  const auto place = lower_bound(at);
  return place != end() && place->first == at ? place : end();
}

Cells::const_iterator Cells::lower_bound(Position at) const {
  return std::ranges::lower_bound(cells_, at, {}, place_of);
}

}  // namespace chiwat::document
