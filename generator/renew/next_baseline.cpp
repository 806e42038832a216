#include "renew/next_baseline.hpp"

#include <algorithm>
#include <map>

#include "renew/next_year.hpp"
#include "thai/digits.hpp"
#include "thai/names.hpp"

namespace chiwat::renew {
namespace {

using source::Table;
using Values = std::map<std::string, Number>;  // by district

constexpr const char* kRound = "รอบ";

std::optional<std::size_t> find(const Table& table, const std::string& heading) {
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    if (thai::normalise(table.header[i].value) == thai::normalise(heading)) return i;
  }
  return std::nullopt;
}

// As Excel reads it: quoted where it must be.
std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\n\r#") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

class Renewing {
 public:
  Renewing(const Table& table, const model::Circular& circular, int new_year, const Table* results,
           Diagnostics& diagnostics)
      : table_(table),
        circular_(circular),
        new_year_(new_year),
        results_(results),
        diagnostics_(diagnostics) {}

  NextBaseline run() {
    NextBaseline next;
    const std::vector<std::optional<Values>> values = values_of_columns(next.known);
    const std::size_t district = district_column();
    std::vector<std::string> header;
    for (const auto& cell : table_.header) header.push_back(moved(cell.value));
    add_row(header, next.csv);
    for (const auto& row : table_.rows) {
      std::vector<std::string> cells;
      for (std::size_t i = 0; i < table_.header.size(); ++i) {
        const std::string old = i < row.size() ? row[i].value : "";
        const std::string name = district < row.size() ? thai::normalise(row[district].value) : "";
        const auto found = values[i] ? values[i]->find(name) : Values::const_iterator();
        cells.push_back(values[i] && found != values[i]->end() ? found->second.to_string() : old);
      }
      add_row(cells, next.csv);
    }
    return next;
  }

 private:
  std::string moved(const std::string& heading) const {
    return next_heading(heading, circular_.fiscal_year.value, new_year_);
  }

  static void add_row(const std::vector<std::string>& cells, std::string& csv) {
    for (std::size_t i = 0; i < cells.size(); ++i) csv += (i > 0 ? "," : "") + csv_cell(cells[i]);
    csv += "\n";
  }

  // The column with the names of the districts.
  std::size_t district_column() const {
    for (std::size_t i = 0; i < table_.header.size(); ++i) {
      const bool all = std::ranges::all_of(table_.rows, [&](const auto& row) {
        return i < row.size() && is_district(thai::normalise(row[i].value));
      });
      if (all) return i;
    }
    return 0;
  }

  bool is_district(const std::string& name) const {
    return std::ranges::any_of(circular_.districts,
                               [&](const model::Text& known) { return known.value == name; });
  }

  std::vector<std::optional<Values>> values_of_columns(std::set<std::string>& known) {
    std::vector<std::optional<Values>> result(table_.header.size());
    if (!results_) return result;
    for (const model::Column& column : circular_.columns) {
      if (column.definition) continue;
      const auto place = find(table_, column.label);
      const auto source = source_of(column);
      if (!place || !source) continue;
      result[*place] = read(*source);
      known.insert(column.label);
    }
    return result;
  }

  std::optional<std::size_t> source_of(const model::Column& column) const {
    if (const auto found = find(*results_, moved(column.label))) return found;
    if (const auto found = find(*results_, column.label)) return found;
    for (const model::Quantity& quantity : circular_.quantities) {
      if (quantity.definition || quantity.name.value != column.name.value) continue;
      if (quantity.label) return find(*results_, quantity.label->value);
    }
    return std::nullopt;
  }

  std::optional<std::size_t> districts_of_results() const {
    for (std::size_t i = 0; i < results_->header.size(); ++i) {
      const bool any = std::ranges::any_of(results_->rows, [&](const auto& row) {
        return i < row.size() && is_district(thai::normalise(row[i].value));
      });
      if (any) return i;
    }
    return std::nullopt;
  }

  Values read(std::size_t column) {
    Values values;
    const auto district = districts_of_results();
    const bool has_rounds = find(*results_, kRound).has_value();
    for (const auto& row : results_->rows) {
      if (!district || *district >= row.size() || column >= row.size()) continue;
      if (row[column].value.empty()) continue;
      const std::string name = thai::normalise(row[*district].value);
      const auto decimal = thai::plain_decimal(row[column].value);
      if (!decimal) {
        diagnostics_.error(
            row[column].origin, "results_not_number",
            {{"found", row[column].value}, {"column", results_->header[column].value}});
        continue;
      }
      const Number number = Number::parse(*decimal).value();
      values[name] = has_rounds ? number : values[name] + number;
    }
    for (const model::Text& known : circular_.districts) {
      if (values.contains(known.value)) continue;
      diagnostics_.warning(results_->origin, "results_district_missing",
                           {{"district", known.value}, {"column", results_->header[column].value}});
    }
    return values;
  }

  const Table& table_;
  const model::Circular& circular_;
  int new_year_;
  const Table* results_;
  Diagnostics& diagnostics_;
};

}  // namespace

NextBaseline next_baseline(const Table& old_table, const model::Circular& circular, int new_year,
                           const Table* results, Diagnostics& diagnostics) {
  return Renewing(old_table, circular, new_year, results, diagnostics).run();
}

}  // namespace chiwat::renew
