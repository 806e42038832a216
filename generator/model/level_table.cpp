#include "model/level_table.hpp"

#include <optional>
#include <string>

#include "model/table.hpp"
#include "thai/digits.hpp"
#include "thai/names.hpp"

namespace chiwat::model {
namespace {

using source::Node;

constexpr const char* kRound = "รอบ";

// A key of a level, and the heading over it.
struct LevelColumn {
  const char* key;
  const char* heading;
  bool required = false;
};
constexpr LevelColumn kColumns[] = {{"points", "คะแนน", true},
                                    {"when", "เงื่อนไข", true},
                                    {"text", "ข้อความ"},
                                    {"name", "ชื่อ"},
                                    {"color", "สี"}};

std::optional<std::size_t> column(Reader& reader, const source::Table& table, const Text& file,
                                  const LevelColumn& wanted) {
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    if (thai::normalise(table.header[i].value) == wanted.heading) return i;
  }
  if (wanted.required) return find_header(reader, table, {wanted.heading, file.origin});
  return std::nullopt;
}

Node scalar(const Located<std::string>& cell) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.origin = cell.origin;
  node.text = cell.value;
  return node;
}

void add(Node& level, const char* key, const Located<std::string>& cell) {
  level.members.push_back({{key, cell.origin}, scalar(cell)});
}

}  // namespace

std::vector<Node> levels_in_table(Reader& reader, const Text& file, int round) {
  std::vector<Node> levels;
  const auto table = read_table(reader, file);
  if (!table) return levels;
  const auto of_round = column(reader, *table, file, {"", kRound});
  std::vector<std::optional<std::size_t>> columns;
  for (const LevelColumn& wanted : kColumns) {
    columns.push_back(column(reader, *table, file, wanted));
    if (wanted.required && !columns.back()) return levels;
  }
  for (const Row& row : table->rows) {
    const std::string number =
        of_round ? thai::to_arabic(cell_of(row, *of_round).value) : std::to_string(round);
    if (number != std::to_string(round)) continue;
    Node& level = levels.emplace_back();
    level.kind = Node::Kind::mapping;
    level.origin = row.front().origin;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (!columns[i]) continue;
      const auto cell = cell_of(row, *columns[i]);
      if (!cell.value.empty()) {
        add(level, kColumns[i].key, cell);
      } else if (std::string(kColumns[i].key) == "when") {
        add(level, "otherwise", {"yes", row.front().origin});
      }
    }
  }
  return levels;
}

}  // namespace chiwat::model
