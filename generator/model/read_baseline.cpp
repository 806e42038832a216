// The districts and their baselines, from the CSV that the description names, and the cells that it
// sets by hand.
#include <algorithm>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "model/district_name.hpp"
#include "model/reader.hpp"
#include "model/table.hpp"
#include "thai/names.hpp"

namespace chiwat::model {
namespace {

// Thailand has 878 districts.
constexpr std::size_t kMostDistricts = 10'000;
constexpr std::size_t kLongestDistrict = 100;  // in code points

// A baseline column before its cells are read: a cell set by hand may be blank in the table.
struct Draft {
  Column column;
  std::optional<std::size_t> index;  // in the table; nothing when there is none, reported
};

// What people call a total row: รวม, รวมทั้งสิ้น, รวม 12 อำเภอ. A name that only begins so, such as
// รวมไทยพัฒนา, is a place.
bool is_total_label(const std::string& name) {
  constexpr const char* kWords[] = {"รวม", "ยอดรวม", "ผลรวม", "ทั้งจังหวัด", "ทั้งสิ้น"};
  return std::any_of(std::begin(kWords), std::end(kWords), [&](const std::string& word) {
    return name == word || name.starts_with(word + " ") || name.starts_with(word + "ทั้ง");
  });
}

void check_district(Reader& reader, const Text& name) {
  const std::size_t length = thai::length(name.value);
  if (name.value.empty()) {
    reader.diagnostics.error(name.origin, "district_missing");
  } else if (length > kLongestDistrict) {
    reader.diagnostics.error(
        name.origin, "district_too_long",
        {{"length", std::to_string(length)}, {"most", std::to_string(kLongestDistrict)}});
  } else if (is_total_label(name.value)) {
    reader.diagnostics.error(name.origin, "district_is_total", {{"name", name.value}});
  }
}

void read_districts(Reader& reader, const source::Table& table, std::size_t column) {
  std::map<std::string, Origin> seen;
  for (const Row& row : table.rows) {
    const auto cell = cell_of(row, column);
    Text name{thai::normalise(cell.value), cell.origin};
    check_district(reader, name);
    const auto [first, is_new] =
        seen.emplace(district_name(name.value, reader.circular.province.value), name.origin);
    if (!is_new && !name.value.empty()) {
      reader.diagnostics.error(name.origin, "district_twice", {{"name", name.value}})
          .note(first->second, "first_here");
    }
    if (name.value.empty()) name.value = "?";  // for messages about the row
    reader.circular.districts.push_back(std::move(name));
  }
}

// A table far longer than any list of districts is another table.
void cut_rows(Reader& reader, source::Table& table) {
  if (table.rows.size() <= kMostDistricts) return;
  reader.diagnostics.error(table.rows[kMostDistricts].front().origin, "too_many_districts",
                           {{"most", std::to_string(kMostDistricts)}});
  table.rows.resize(kMostDistricts);
}

Located<Number> read_value(Reader& reader, const Located<std::string>& cell,
                           const std::string& column, const std::string& district) {
  if (cell.value.empty()) {
    reader.diagnostics.error(cell.origin, "baseline_missing",
                             {{"column", column}, {"district", district}});
    return {Number(), cell.origin};
  }
  const auto decimal = thai::plain_decimal(cell.value);
  if (!decimal) {
    reader.diagnostics.error(cell.origin, "baseline_not_number",
                             {{"found", cell.value}, {"column", column}, {"district", district}});
    return {Number(), cell.origin};
  }
  if (!Number::spreadsheets_keep(*decimal)) {
    reader.diagnostics.error(cell.origin, "number_too_long");
    return {Number(), cell.origin};
  }
  return {Number::parse(*decimal).value(), cell.origin};
}

Number denominator_of(const std::vector<Located<Number>>& values) {
  int places = 0;
  for (const auto& value : values) places = std::max(places, value->decimals().value_or(0));
  return Number::power_of_ten(places);
}

// The columns that the description names, found in the table. Without a table they are declared all
// the same, so that formulas over them are not all reported as well.
std::vector<Draft> read_drafts(Reader& reader, const source::Table* table,
                               const source::Node& columns) {
  std::vector<Draft> drafts;
  for (const source::Member& member : columns.members) {
    const auto header = source::as_text(member.value, reader.diagnostics);
    const int before = reader.diagnostics.error_count();
    Draft& draft = drafts.emplace_back();
    draft.column.name = reader.declare(member.key);
    reader.mark_if_broken(draft.column.name, before);
    if (!table || !header) continue;
    draft.index = find_header(reader, *table, *header);
    if (!draft.index) continue;
    const auto& heading = table->header[*draft.index];
    draft.column.label = heading.value;
    reader.check_size(heading.value, heading.origin);
  }
  return drafts;
}

// The column of an override; a name that no baseline column has is reported.
Column* find_column(Reader& reader, const source::Fields& top, std::vector<Draft>& drafts,
                    const Text& name) {
  std::vector<std::string> known;
  for (Draft& draft : drafts) {
    if (draft.column.name.value == thai::normalise(name.value)) return &draft.column;
    known.push_back(draft.column.name.value);
  }
  Diagnostic& diagnostic =
      reader.diagnostics.error(name.origin, "override_unknown_column", {{"name", name.value}});
  const source::Node* computed = top.find("columns");
  if (computed && computed->find(name.value)) {
    diagnostic.hint("hint_override_computed");
  } else if (const auto near = thai::closest(thai::normalise(name.value), known)) {
    diagnostic.hint("hint_did_you_mean", {{"name", *near}});
  }
  return nullptr;
}

void read_overrides(Reader& reader, const source::Fields& top, const source::Fields& baseline,
                    std::vector<Draft>& drafts) {
  for (const source::Node* node : baseline.items("overrides")) {
    const int before = reader.diagnostics.error_count();
    const source::Fields fields(*node, {"column", "district", "total", "value", "reason"},
                                reader.diagnostics);
    const auto name = fields.required_text("column");
    Column* column = name ? find_column(reader, top, drafts, *name) : nullptr;
    Column nowhere;
    read_override(reader, fields, column ? *column : nowhere);
    for (const Draft& draft : drafts) {  // a name that is wrong may stand for any
      if (!column || column == &draft.column) reader.mark_if_broken(draft.column.name, before);
    }
  }
}

void read_cells(Reader& reader, const source::Table& table, Draft draft) {
  if (!draft.index) return;
  const int before = reader.diagnostics.error_count();
  Column& column = draft.column;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto cell = cell_of(table.rows[i], *draft.index);
    const auto by_hand = column.overrides.find(i);
    const bool is_set = by_hand != column.overrides.end();
    Located<Number> value{Number(), cell.origin};
    if (!is_set || !cell.value.empty()) {
      value = read_value(reader, cell, column.label, reader.circular.districts[i].value);
    }
    if (is_set) value.value = by_hand->second.value;
    column.baseline.push_back(std::move(value));
  }
  column.denominator = denominator_of(column.baseline);
  reader.mark_if_broken(column.name, before);
  reader.circular.columns.push_back(std::move(column));
}

// A last row that is the sum of the rows above it in every column is hardly a district.
void warn_of_total_row(Reader& reader) {
  constexpr std::size_t kFewRows = 4;
  const std::size_t last = reader.circular.districts.size() - 1;
  const auto& columns = reader.circular.columns;
  if (columns.empty() || last < kFewRows) return;
  const bool is_sum = std::all_of(columns.begin(), columns.end(), [&](const Column& column) {
    Number sum;
    for (std::size_t i = 0; i < last; ++i) sum += column.baseline[i].value;
    return column.baseline[last].value == sum && !sum.is_zero();
  });
  const Text& name = reader.circular.districts[last];
  if (is_sum && !is_total_label(name.value)) {
    reader.diagnostics.warning(name.origin, "district_looks_like_total", {{"name", name.value}});
  }
}

}  // namespace

void read_baseline(Reader& reader, const source::Fields& top) {
  const source::Node* node = top.require("baseline");
  if (!node) return;
  const source::Fields fields(*node, {"file", "district", "columns", "overrides"},
                              reader.diagnostics);
  const auto file = fields.required_text("file");
  const auto district = fields.required_text("district");
  const source::Node* columns = fields.require("columns");
  if (columns && columns->kind != source::Node::Kind::mapping) {
    source::Fields(*columns, {}, reader.diagnostics);  // reports not_a_mapping
    columns = nullptr;
  }
  auto table = file ? read_table(reader, *file) : std::nullopt;
  const auto names = table && district ? find_header(reader, *table, *district) : std::nullopt;
  if (names) {
    if (table->rows.empty()) reader.diagnostics.error(table->origin, "table_no_rows");
    cut_rows(reader, *table);
    read_districts(reader, *table, *names);
  }
  if (!columns) return;
  std::vector<Draft> drafts = read_drafts(reader, names ? &*table : nullptr, *columns);
  read_overrides(reader, top, fields, drafts);
  if (!names) return;
  for (Draft& draft : drafts) read_cells(reader, *table, std::move(draft));
  if (!table->rows.empty()) warn_of_total_row(reader);
}

}  // namespace chiwat::model
