// Which cell shows which value: what turns a formula over names into a formula over cells.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "form/heading_grid.hpp"
#include "formula/excel.hpp"
#include "model/circular.hpp"

namespace chiwat::form {

// Where one table stands on its sheet, and which columns of the circular it shows.
struct Placement {
  std::string sheet;
  int first_row = 0;                 // of the first district, from 0
  int total_row = -1;                // -1: none
  std::map<std::size_t, int> shown;  // index into Circular::columns to sheet column
  std::map<std::size_t, int>
      with_total;  // shown columns whose total cell is the column's own total
};

// The columns among `leaves` and where they stand.
std::map<std::size_t, int> shown_columns(const std::vector<const model::Heading*>& leaves);

// The columns that formulas of the tables need in cells and no table shows: baselines, columns with
// a value set by hand, and those whose total the formula of a total row cannot make for itself. All
// others are written out as their own formula. The result shows whatever its own formulas need.
std::set<std::size_t> columns_to_support(const model::Circular& circular,
                                         const std::vector<Placement>& tables);

// What a name stands for in the row of a district, or in the total row, of a table; a value that
// the table does not show is looked up in the other sheets of the workbook.
class References {
 public:
  References(const model::Circular& circular, const Placement& table,
             const std::vector<Placement>& sheets);

  formula::Cell in_district(const std::string& name, std::size_t district) const;
  formula::Cell in_total(const std::string& name) const;

 private:
  const model::Circular& circular_;
  const Placement& table_;
  const std::vector<Placement>& sheets_;
  std::unordered_map<std::string, std::size_t> index_;  // of columns, by name
};

}  // namespace chiwat::form
