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

bool must_stand_in_a_cell(const Column& column) {
  return !column.definition || is_set_by_hand(column);
}

// The rule on the totals gives a column's total back only when the column's own total is that rule.
bool can_be_written_out(const Column& column) {
  return column.definition && !is_set_by_hand(column) &&
         std::holds_alternative<model::RuleOnTotals>(column.total);
}

// Walks the formulas of one table down to what must stand in a cell of a district or of a total
// row.
class Needs {
 public:
  Needs(const Circular& circular, const Placement& table) : circular_(circular), table_(table) {
    for (const auto& [index, position] : table.shown) {
      visit(index, false);
      if (std::holds_alternative<model::RuleOnTotals>(circular.columns[index].total)) {
        visit(index, true);
      }
    }
  }

  std::set<std::size_t> in_districts, in_totals;

 private:
  void visit(std::size_t index, bool in_total) {
    const Column& column = circular_.columns[index];
    if (!column.definition) return;
    const auto stands = [&](std::size_t other) {
      return in_total ? table_.with_total.contains(other) : table_.shown.contains(other);
    };
    for (const auto& used : formula::names(*column.definition)) {
      const std::size_t other = find_column(circular_, used.value);
      const Column& named = circular_.columns[other];
      // A quotient is written out inside a rounding even where a cell shows it.
      const bool is_quotient = !named.denominator && (!in_total || can_be_written_out(named));
      if (stands(other) && !is_quotient) continue;
      const bool must_stand =
          must_stand_in_a_cell(named) || (in_total && !can_be_written_out(named));
      if (must_stand && !stands(other)) (in_total ? in_totals : in_districts).insert(other);
      visit(other, in_total);
    }
  }

  const Circular& circular_;
  const Placement& table_;
};

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
                                         const std::vector<Placement>& tables) {
  Placement supporting;
  const auto support = [&](const Placement& table) {
    const Needs needs(circular, table);
    const auto add = [&](const std::set<std::size_t>& columns, auto stands) {
      for (const std::size_t index : columns) {
        if (std::any_of(tables.begin(), tables.end(),
                        [&](const Placement& other) { return stands(other, index); })) {
          continue;
        }
        supporting.shown.emplace(index, 0);
        supporting.with_total.emplace(index, 0);
      }
    };
    add(needs.in_districts,
        [](const Placement& other, std::size_t index) { return other.shown.contains(index); });
    add(needs.in_totals,
        [](const Placement& other, std::size_t index) { return other.with_total.contains(index); });
  };
  for (const Placement& table : tables) support(table);
  for (std::size_t before = 0; before != supporting.shown.size();) {
    before = supporting.shown.size();
    support(Placement(supporting));
  }
  std::set<std::size_t> columns;
  for (const auto& [index, position] : supporting.shown) columns.insert(index);
  return columns;
}

References::References(const Circular& circular, const Placement& table,
                       const std::vector<Placement>& sheets)
    : circular_(circular), table_(table), sheets_(sheets) {
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
  } else if (must_stand_in_a_cell(named)) {
    for (const Placement& sheet : sheets_) {
      if (!sheet.shown.contains(index)) continue;
      cell.reference = document::sheet_prefix(sheet.sheet) +
                       document::cell_name({sheet.first_row + row, sheet.shown.at(index)});
      break;
    }
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
  if (table_.with_total.contains(index)) {
    cell.reference = document::cell_name({table_.total_row, table_.with_total.at(index)});
  } else if (!can_be_written_out(named)) {
    for (const Placement& sheet : sheets_) {
      if (!sheet.with_total.contains(index)) continue;
      cell.reference = document::sheet_prefix(sheet.sheet) +
                       document::cell_name({sheet.total_row, sheet.with_total.at(index)});
      break;
    }
  }
  if (!can_be_written_out(named)) cell.definition = nullptr;
  if (named.total_override) cell.denominator = named.total_override->value.denominator();
  return cell;
}

}  // namespace chiwat::form
