#include "form/heading_grid.hpp"

#include <algorithm>

namespace chiwat::form {
namespace {

int depth(const std::vector<model::Heading>& headings) {
  int deepest = 0;
  for (const auto& heading : headings) deepest = std::max(deepest, 1 + depth(heading.parts));
  return deepest;
}

void place(const std::vector<model::Heading>& headings, int row, HeadingGrid& grid) {
  for (const auto& heading : headings) {
    const int column = static_cast<int>(grid.leaves.size());
    const std::size_t index = grid.cells.size();
    grid.cells.push_back({&heading, row, column, 1, 1});
    if (heading.parts.empty()) {
      grid.leaves.push_back(&heading);
      grid.cells[index].rows = grid.rows - row;
    } else {
      place(heading.parts, row + 1, grid);
      grid.cells[index].columns = static_cast<int>(grid.leaves.size()) - column;
    }
  }
}

}  // namespace

HeadingGrid heading_grid(const std::vector<model::Heading>& headings) {
  HeadingGrid grid;
  grid.rows = depth(headings);
  place(headings, 0, grid);
  return grid;
}

}  // namespace chiwat::form
