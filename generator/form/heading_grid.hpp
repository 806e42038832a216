// The heading tree as rows and columns of cells.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "model/circular.hpp"

namespace chiwat::form {

// One heading on the grid; a heading over parts spans their columns, one without reaches down to
// the last heading row.
struct HeadingCell {
  const model::Text* text;
  std::optional<int> width;  // in millimetres, where the heading says so
  bool is_leaf;
  int row, column;    // from the grid's corner
  int rows, columns;  // spanned
};

struct HeadingGrid {
  std::vector<HeadingCell> cells;  // in reading order of the tree
  int rows = 0;
  int columns = 0;
};

// A Heading has a text, parts and perhaps a width: model::Heading, FormHeading. The headings must
// outlive what is made of them.
template <class Heading>
class HeadingTree {
 public:
  explicit HeadingTree(const std::vector<Heading>& headings) {
    grid_.rows = depth(headings);
    place(headings, 0);
    grid_.columns = static_cast<int>(leaves_.size());
  }

  const HeadingGrid& grid() const { return grid_; }
  // The headings without parts, one for each column.
  const std::vector<const Heading*>& leaves() const { return leaves_; }

 private:
  static int depth(const std::vector<Heading>& headings) {
    int deepest = 0;
    for (const Heading& heading : headings) deepest = std::max(deepest, 1 + depth(heading.parts));
    return deepest;
  }

  void place(const std::vector<Heading>& headings, int row) {
    for (const Heading& heading : headings) {
      const int column = static_cast<int>(leaves_.size());
      const std::size_t index = grid_.cells.size();
      const auto width = heading.width ? std::optional(heading.width->value) : std::nullopt;
      grid_.cells.push_back({&heading.text, width, heading.parts.empty(), row, column, 1, 1});
      if (heading.parts.empty()) {
        leaves_.push_back(&heading);
        grid_.cells[index].rows = grid_.rows - row;
      } else {
        place(heading.parts, row + 1);
        grid_.cells[index].columns = static_cast<int>(leaves_.size()) - column;
      }
    }
  }

  HeadingGrid grid_;
  std::vector<const Heading*> leaves_;
};

}  // namespace chiwat::form
