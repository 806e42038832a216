#include "form/references.hpp"

#include <algorithm>
#include <variant>

#include "document/workbook.hpp"
#include "formula/expression.hpp"

namespace chiwat::form {
namespace {

using model::Circular;
using model::Column;

std::size_t find_column(const Circular& circular, const std::string& name) {
  const auto found = std::find_if(circular.columns.begin(), circular.columns.end(),
                                  [&](const Column& column) { return column.name.value == name; });
  return static_cast<std::size_t>(found - circular.columns.begin());
}

bool is_set_by_hand(const Column& column) {
  return !column.overrides.empty() || column.total_override.has_value();
}

// The rule on the totals gives a column's total back only when the column's own total is that rule.
bool can_be_written_out(const Column& column) {
  return column.definition && !is_set_by_hand(column) &&
         std::holds_alternative<model::RuleOnTotals>(column.total);
}

using Columns = std::set<std::size_t>;

// Walks the formulas of shown columns down to what must stand in a cell.
class Needs {
 public:
  Needs(const Circular& circular, const Columns& shown) : circular_(circular), shown_(shown) {}

  void visit(std::size_t index) {
    const Column& column = circular_.columns[index];
    visit(index, std::holds_alternative<model::RuleOnTotals>(column.total));
  }

  Columns found;

 private:
  void visit(std::size_t index, bool in_total) {
    const Column& column = circular_.columns[index];
    if (!column.definition) return;
    for (const auto& used : formula::names(*column.definition)) {
      const std::size_t other = find_column(circular_, used.value);
      const Column& named = circular_.columns[other];
      // A quotient is written out inside a rounding even where a cell shows it.
      if (shown_.contains(other) && named.denominator) continue;
      const bool must_stand =
          !named.definition || is_set_by_hand(named) || (in_total && !can_be_written_out(named));
      if (must_stand && !shown_.contains(other)) found.insert(other);
      visit(other, in_total);
    }
  }

  const Circular& circular_;
  const Columns& shown_;
};

Columns needs(const Circular& circular, const Columns& shown) {
  Needs needs(circular, shown);
  for (const std::size_t index : shown) needs.visit(index);
  return needs.found;
}

std::string quoted(const std::string& sheet) {
  std::string result = "'";
  for (const char c : sheet) result += c == '\'' ? "''" : std::string(1, c);
  return result + "'!";
}

}  // namespace

std::map<std::size_t, int> shown_columns(const std::vector<const model::Heading*>& leaves) {
  std::map<std::size_t, int> shown;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (const auto* column = std::get_if<model::ShownColumn>(&*leaves[i]->content)) {
      shown.emplace(column->column, static_cast<int>(i));
    }
  }
  return shown;
}

std::set<std::size_t> columns_to_support(const Circular& circular,
                                         const std::vector<std::map<std::size_t, int>>& tables) {
  Columns supported;
  for (const auto& table : tables) {
    Columns shown;
    for (const auto& [index, position] : table) shown.insert(index);
    supported.merge(needs(circular, shown));
  }
  for (std::size_t before = 0; before != supported.size();) {
    before = supported.size();
    supported.merge(needs(circular, supported));
  }
  return supported;
}

References::References(const Circular& circular, const Placement& table,
                       const Placement* supporting)
    : circular_(circular), table_(table), supporting_(supporting) {
  for (std::size_t i = 0; i < circular.columns.size(); ++i) {
    index_.emplace(circular.columns[i].name.value, i);
  }
}

formula::Cell References::in_district(const std::string& name, std::size_t district) const {
  const std::size_t index = index_.at(name);
  const Column& named = circular_.columns[index];
  formula::Cell cell{"", named.denominator, named.definition};
  const int row = static_cast<int>(district);
  if (const auto shown = table_.shown.find(index); shown != table_.shown.end()) {
    cell.reference = document::cell_name({table_.first_row + row, shown->second});
  } else if (supporting_ && supporting_->shown.contains(index)) {
    cell.reference =
        quoted(supporting_->sheet) +
        document::cell_name({supporting_->first_row + row, supporting_->shown.at(index)});
  }
  const auto entry = named.overrides.find(district);
  if (entry != named.overrides.end()) {
    cell.definition = nullptr;
    if (!cell.denominator) cell.denominator = entry->second.value.denominator();
  }
  return cell;
}

formula::Cell References::in_total(const std::string& name) const {
  const std::size_t index = index_.at(name);
  const Column& named = circular_.columns[index];
  formula::Cell cell{"", named.denominator, named.definition};
  if (table_.total_row >= 0 && table_.with_total.contains(index)) {
    cell.reference = document::cell_name({table_.total_row, table_.shown.at(index)});
  } else if (supporting_ && supporting_->with_total.contains(index)) {
    cell.reference = quoted(supporting_->sheet) +
                     document::cell_name({supporting_->total_row, supporting_->shown.at(index)});
  }
  if (named.total_override) {
    cell.definition = nullptr;
    cell.denominator = named.total_override->value.denominator();
  }
  return cell;
}

}  // namespace chiwat::form
