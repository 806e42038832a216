// The registry that the description names, and whether the baseline agrees with it.
#include <algorithm>
#include <functional>
#include <utility>

#include "model/reader.hpp"
#include "model/registry_rows.hpp"
#include "model/table.hpp"
#include "thai/names.hpp"

namespace chiwat::model {
namespace {

constexpr std::size_t kMostRows = 500'000;

// A column of words from a list needs that list.
void check_list(Reader& reader, const Text& column, const std::string& list, const char* example) {
  if (find_list(reader.circular.lists, list)) return;
  reader.diagnostics.error(column.origin, "registry_list_missing", {{"list", list}})
      .hint("registry_list_example", {{"example", "lists: {" + list + ": {" + example + "}}"}});
}

// Finds the columns that the description names.
class ColumnFinder {
 public:
  ColumnFinder(Reader& reader, const source::Fields& fields, const source::Table* table)
      : reader_(reader), fields_(fields), table_(table) {}

  // False when there is none.
  bool find(const char* key, std::size_t& column) {
    const auto heading = fields_.required_text(key);
    const auto found = heading ? index_of(*heading) : std::nullopt;
    column = found.value_or(0);
    return found.has_value();
  }
  void find(const char* key, std::optional<std::size_t>& column) {
    const auto heading = fields_.text(key);
    if (heading) column = index_of(*heading);
  }

 private:
  std::optional<std::size_t> index_of(const Text& heading) {
    return table_ ? find_header(reader_, *table_, heading) : std::nullopt;
  }

  Reader& reader_;
  const source::Fields& fields_;
  const source::Table* table_;  // null: it could not be read
};

// Nothing when rows without the columns that were not found would make no sense.
std::optional<RegistryColumns> read_columns(Reader& reader, const source::Fields& fields,
                                            const source::Table* table) {
  RegistryColumns columns;
  bool is_usable = ColumnFinder(reader, fields, table).find("district", columns.district);
  const source::Node* node = fields.require("columns");
  if (!node) return std::nullopt;
  const source::Fields named(
      *node,
      {"operator_code", "operator", "operator_type", "product", "category", "house", "village",
       "subdistrict", "telephone", "online_sales", "online_before"},
      reader.diagnostics);
  ColumnFinder finder(reader, named, table);
  is_usable &= finder.find("operator_code", columns.code);
  is_usable &= finder.find("operator", columns.name);
  finder.find("operator_type", columns.type);
  is_usable &= finder.find("product", columns.product);
  finder.find("category", columns.category);
  finder.find("house", columns.house);
  finder.find("village", columns.village);
  finder.find("subdistrict", columns.subdistrict);
  finder.find("telephone", columns.telephone);
  finder.find("online_sales", columns.online_sales);
  finder.find("online_before", columns.online_before);
  if (const auto type = named.text("operator_type")) {
    check_list(reader, *type, kOperatorTypes, "group: กลุ่มผู้ผลิตชุมชน, …");
  }
  if (const auto category = named.text("category")) {
    check_list(reader, *category, kCategories, "food: อาหาร, …");
  }
  return is_usable ? std::optional(columns) : std::nullopt;
}

// The table row by row, since a large registry has more cells than are good to keep.
class RegistryReading {
 public:
  RegistryReading(Reader& reader, const source::Fields& fields)
      : reader_(reader), fields_(fields) {}

  Registry read() {
    const auto file = fields_.required_text("file");
    const auto take = [this](const source::Table& head, const Row& row) { take_row(head, row); };
    const auto table = file ? read_table(reader_, *file, take) : std::nullopt;
    if (!has_begun_) begin(table ? &*table : nullptr);
    if (!table) return {};
    if (count_ == 0) reader_.diagnostics.error(table->origin, "table_no_rows");
    return rows_ ? rows_->finish() : Registry();
  }

 private:
  void begin(const source::Table* head) {
    has_begun_ = true;
    const auto columns = read_columns(reader_, fields_, head);
    if (head && columns) rows_.emplace(reader_, *head, *columns);
  }

  void take_row(const source::Table& head, const Row& row) {
    ++count_;
    if (head.header.size() == 1) return;  // a title, perhaps: the file is read on to tell
    if (!has_begun_) begin(&head);
    if (count_ == kMostRows + 1) {
      reader_.diagnostics.error(row.front().origin, "registry_too_many_rows",
                                {{"most", std::to_string(kMostRows)}});
    }
    if (rows_ && count_ <= kMostRows) rows_->take(row);
  }

  Reader& reader_;
  const source::Fields& fields_;
  std::size_t count_ = 0;
  bool has_begun_ = false;
  std::optional<RegistryBuilder> rows_;
};

// A baseline column that says how many of something the registry has of each district.
struct Count {
  Text column;  // its name, where the description counts
  std::function<std::size_t(const Registry&, std::size_t district)> counted;
};

std::vector<Count> read_counts(Reader& reader, const source::Fields& fields) {
  const source::Node* node = fields.find("counts");
  if (!node) return {};
  const source::Fields named(*node, {"operators", "products"}, reader.diagnostics);
  std::vector<Count> counts;
  if (auto column = named.text("operators")) {
    counts.push_back({std::move(*column), [](const Registry& registry, std::size_t district) {
                        return registry.operators_of(district).size();
                      }});
  }
  if (auto column = named.text("products")) {
    counts.push_back({std::move(*column), [](const Registry& registry, std::size_t district) {
                        return registry.products_in(district).size();
                      }});
  }
  return counts;
}

// The baseline column of a count; null when there is none, which is reported unless the table that
// has it could not be read.
const Column* column_of(Reader& reader, const Text& wanted) {
  const std::string name = thai::normalise(wanted.value);
  std::vector<std::string> names;
  for (const Column& column : reader.circular.columns) {
    if (column.name.value == name) return &column;
    names.push_back(column.name.value);
  }
  if (reader.names.contains(name) && !reader.constants.contains(name)) return nullptr;
  Diagnostic& diagnostic =
      reader.diagnostics.error(wanted.origin, "column_unknown", {{"name", wanted.value}});
  if (const auto near = thai::closest(wanted.value, names)) {
    diagnostic.hint("hint_did_you_mean", {{"name", *near}});
  }
  return nullptr;
}

// "เขมราฐ 209 → 208, …": of each district that differs, the baseline's number and the registry's. A
// number set by hand has its reason to differ.
std::string differences(const Circular& circular, const Registry& registry, const Column& column,
                        const Count& count) {
  constexpr std::size_t kMostNamed = 30;
  std::string result;
  std::size_t differing = 0;
  for (std::size_t i = 0; i < circular.districts.size(); ++i) {
    if (column.overrides.contains(i)) continue;
    const auto counted = static_cast<std::int64_t>(count.counted(registry, i));
    if (column.baseline[i].value == Number(counted) || ++differing > kMostNamed) continue;
    result += (result.empty() ? "" : ", ") + circular.districts[i].value + " " +
              column.baseline[i].value.to_string() + " → " + std::to_string(counted);
  }
  return differing > kMostNamed ? result + ", …" : result;
}

void warn_of_differences(Reader& reader, const Registry& registry, const Column& column,
                         const Count& count) {
  const std::string found = differences(reader.circular, registry, column, count);
  if (found.empty()) return;
  reader.diagnostics.warning(count.column.origin, "registry_counts_differ",
                             {{"column", column.label}, {"differences", found}});
}

}  // namespace

void read_registry(Reader& reader, const source::Fields& top) {
  const source::Node* node = top.find("registry");
  if (!node) return;
  const source::Fields fields(*node, {"file", "district", "columns", "counts"}, reader.diagnostics);
  if (!fields.is_mapping()) return;
  const int before = reader.diagnostics.error_count();
  Registry registry = RegistryReading(reader, fields).read();
  const auto counts = read_counts(reader, fields);
  const bool is_whole = reader.diagnostics.error_count() == before;
  for (const Count& count : counts) {
    const Column* column = column_of(reader, count.column);
    if (column && is_whole) warn_of_differences(reader, registry, *column, count);
  }
  reader.circular.registry = std::move(registry);
}

}  // namespace chiwat::model
