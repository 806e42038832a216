// The cells of a sheet in reading order: a long sheet has millions of them.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "document/cell.hpp"

namespace chiwat::document {

// Rows whose cells are made whenever somebody goes through them, because they are a function of
// what is in memory already.
struct MadeRows {
  int first = 0;  // the row of the first
  int count = 0;
  // Puts the cells of one row, from column 0, in the place of those of another.
  std::function<void(int row, std::vector<Cell>& cells)> make;
  // What `make` needs, where nobody else keeps it.
  std::shared_ptr<const void> owned{};
};

// Like a map from Position to Cell. Cells are cheap to put down in reading order; one that belongs
// before others moves those that follow it.
//
// Rows that are made become cells like all others as soon as somebody asks for more than each() and
// row_count() tell: to look at it, a sheet is the same either way.
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
  // Rows below all cells that are there. What `make` refers to must outlive this.
  void put_below(MadeRows rows);
  // Keeps something alive for the rows that are made.
  void own(std::shared_ptr<const void> owned);
  // Makes what is to be made, so that nothing outside is referred to.
  void make_all() { all(); }

  const Cell& at(Position at) const;  // which stands there
  const_iterator find(Position at) const;
  const_iterator lower_bound(Position at) const;  // the first that is not before this place
  const_iterator begin() const { return all().begin(); }
  const_iterator end() const { return all().end(); }
  std::size_t size() const { return all().size(); }
  bool empty() const { return cells_.empty() && !rows_; }

  // Hands over each cell in reading order; one of a row that is made lives until the next row.
  void each(const std::function<void(Position, const Cell&)>& visit) const;
  // How many rows have cells.
  int row_count() const;

  bool operator==(const Cells& other) const { return all() == other.all(); }

 private:
  const std::vector<value_type>& all() const;
  int end_row() const;  // below the last cell

  // When rows have been made, they are among the cells: nothing that anybody sees changes.
  mutable std::vector<value_type> cells_;
  mutable std::optional<MadeRows> rows_;
};

}  // namespace chiwat::document
