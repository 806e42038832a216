// The cells of a sheet, one after the other in reading order: a long sheet has millions of them.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <utility>
#include <vector>

#include "document/cell.hpp"

namespace chiwat::document {

// Like a map from Position to Cell. Cells are cheap to put down in reading order; one that belongs
// before others moves those that follow it.
class Cells {
 public:
  using value_type = std::pair<Position, Cell>;
  using const_iterator = std::vector<value_type>::const_iterator;

  Cells() = default;
  // In any order; of two in the same place, the later counts.
  explicit Cells(std::vector<value_type> cells);
  Cells(std::initializer_list<value_type> cells) : Cells(std::vector<value_type>(cells)) {}

  // Makes room for so many.
  void reserve(std::size_t count) { cells_.reserve(count); }
  // The cell at a place, a blank one where there was none.
  Cell& operator[](Position at);
  // Puts a cell in the place of what stood there.
  void put(Position at, Cell cell);

  const Cell& at(Position at) const;  // which stands there
  const_iterator find(Position at) const;
  const_iterator lower_bound(Position at) const;  // the first that is not before this place
  const_iterator begin() const { return cells_.begin(); }
  const_iterator end() const { return cells_.end(); }
  std::size_t size() const { return cells_.size(); }
  bool empty() const { return cells_.empty(); }

  bool operator==(const Cells&) const = default;

 private:
  std::vector<value_type> cells_;
};

}  // namespace chiwat::document
