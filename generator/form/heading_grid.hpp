// The heading tree as rows and columns of cells.
#pragma once

#include <string>
#include <vector>

#include "model/circular.hpp"

namespace chiwat::form {

// One heading on the grid; a heading over parts spans their columns, one without reaches down to
// the last heading row.
struct HeadingCell {
  const model::Heading* heading;
  int row, column;    // from the grid's corner
  int rows, columns;  // spanned
};

struct HeadingGrid {
  std::vector<HeadingCell> cells;             // in reading order of the tree
  std::vector<const model::Heading*> leaves;  // one for each column
  int rows = 0;
};

// The headings must outlive the grid.
HeadingGrid heading_grid(const std::vector<model::Heading>& headings);

}  // namespace chiwat::form
