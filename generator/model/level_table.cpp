#include "model/level_table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "model/table.hpp"
#include "thai/digits.hpp"
#include "thai/names.hpp"

namespace chiwat::model {
namespace {

using source::Node;

std::optional<std::size_t> column(Reader& reader, const source::Table& table, const Text& file,
                                  const LevelColumn& wanted) {
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    if (thai::normalise(table.header[i].value) == wanted.heading) return i;
  }
  if (wanted.required) return find_header(reader, table, {wanted.heading, file.origin});
  return std::nullopt;
}

// "1", "๑" or "รอบที่ 1"; of a row that names no round of the description nothing, reported.
std::optional<int> round_of(Reader& reader, const Located<std::string>& cell) {
  std::string number = thai::normalise(thai::to_arabic(cell.value));
  for (const std::string_view word : {"รอบ", "ที่"}) {
    if (number.starts_with(word)) number = thai::normalise(number.substr(word.size()));
  }
  for (const Round& round : reader.circular.rounds) {
    if (number == std::to_string(round.number.value)) return round.number.value;
  }
  reader.diagnostics.error(cell.origin, "round_unknown", {{"round", cell.value}});
  return std::nullopt;
}

// The places of the columns in the table, as kLevelColumns has them; none when a required one is
// missing.
std::vector<std::optional<std::size_t>> find_columns(Reader& reader, const source::Table& table,
                                                     const Text& file) {
  std::vector<std::optional<std::size_t>> columns;
  bool is_whole = true;
  for (const LevelColumn& wanted : kLevelColumns) {
    columns.push_back(column(reader, table, file, wanted));
    is_whole = is_whole && (columns.back() || !wanted.required);
  }
  if (!is_whole) columns.clear();
  return columns;
}

Node level_in(const Row& row, const std::vector<std::optional<std::size_t>>& columns) {
  Node level;
  level.kind = Node::Kind::mapping;
  level.origin = row.front().origin;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!columns[i]) continue;
    const auto cell = cell_of(row, *columns[i]);
    if (!cell.value.empty()) {
      add_key(level, kLevelColumns[i].key, cell);
    } else if (std::string(kLevelColumns[i].key) == "when") {
      add_key(level, "otherwise", {"yes", row.front().origin});
    }
  }
  return level;
}

}  // namespace

void add_key(Node& level, const char* key, const Located<std::string>& cell) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.origin = cell.origin;
  node.text = cell.value;
  level.members.push_back({{key, cell.origin}, std::move(node)});
}

std::optional<LevelTable> read_level_table(Reader& reader, const Text& file) {
  const auto table = read_table(reader, file);
  if (!table) return std::nullopt;
  const auto of_round = column(reader, *table, file, {"", kRoundHeading});
  const auto columns = find_columns(reader, *table, file);
  if (columns.empty()) return std::nullopt;
  LevelTable levels;
  for (const Row& row : table->rows) {
    const auto round = of_round ? round_of(reader, cell_of(row, *of_round)) : kEveryRound;
    if (round) levels[*round].push_back(level_in(row, columns));
  }
  return levels;
}

}  // namespace chiwat::model
