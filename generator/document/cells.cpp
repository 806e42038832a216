#include "document/cells.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

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
  all();
  if (cells_.empty() || cells_.back().first < at) return cells_.emplace_back(at, Cell()).second;
  auto place = std::ranges::lower_bound(cells_, at, {}, place_of);
  if (place->first != at) place = cells_.emplace(place, at, Cell());
  return place->second;
}

void Cells::put(Position at, Cell cell) {
  const bool is_last = cells_.empty() || cells_.back().first < at;
  const bool is_made = rows_ && at.row >= rows_->first && at.row < rows_->first + rows_->count;
  if (is_last && !is_made) {
    cells_.emplace_back(at, std::move(cell));
  } else {
    (*this)[at] = std::move(cell);
  }
}

void Cells::put_below(MadeRows rows) {
  all();
  assert(end_row() <= rows.first);
  rows_ = std::move(rows);
}

void Cells::own(std::shared_ptr<const void> owned) {
  if (rows_) rows_->owned = std::move(owned);
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
  return std::ranges::lower_bound(all(), at, {}, place_of);
}

void Cells::each(const std::function<void(Position, const Cell&)>& visit) const {
  const Position below{rows_ ? rows_->first : end_row(), 0};
  const auto end = std::ranges::lower_bound(cells_, below, {}, place_of);
  for (auto cell = cells_.begin(); cell != end; ++cell) visit(cell->first, cell->second);
  if (!rows_) return;
  std::vector<Cell> row;
  for (int at = rows_->first; at < rows_->first + rows_->count; ++at) {
    rows_->make(at, row);
    for (int column = 0; const Cell& cell : row) visit({at, column++}, cell);
  }
  for (auto cell = end; cell != cells_.end(); ++cell) visit(cell->first, cell->second);
}

int Cells::row_count() const {
  int count = rows_ ? rows_->count : 0;
  int last = -1;
  for (const auto& [at, cell] : cells_) count += std::exchange(last, at.row) != at.row;
  return count;
}

int Cells::end_row() const {
  const int kept = cells_.empty() ? 0 : cells_.back().first.row + 1;
  return rows_ ? std::max(kept, rows_->first + rows_->count) : kept;
}

const std::vector<Cells::value_type>& Cells::all() const {
  if (!rows_) return cells_;
  std::vector<value_type> made;
  each([&](Position at, const Cell& cell) { made.emplace_back(at, cell); });
  cells_ = std::move(made);
  rows_.reset();
  return cells_;
}

}  // namespace chiwat::document
