#include "cli/tabled_levels.hpp"

#include <algorithm>
#include <optional>

#include "cli/workbook_tables.hpp"
#include "model/level_table.hpp"
#include "source/csv.hpp"
#include "thai/digits.hpp"
#include "thai/names.hpp"

namespace chiwat::cli {
namespace {

using source::Node;

// "1" of "รอบที่ ๑".
std::string number_in(const std::string& text) {
  std::string digits = thai::to_arabic(text);
  std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
  return digits;
}

// The key of a level under a heading; null under one of the office's own.
const char* key_of(const std::string& heading) {
  for (const model::LevelColumn& known : model::kLevelColumns) {
    if (thai::normalise(heading) == known.heading) return known.key;
  }
  return nullptr;
}

// Nothing for a row of another round.
std::optional<Node> level_in(const source::Table& table, std::size_t row,
                             const std::string& round) {
  Node level;
  level.kind = Node::Kind::mapping;
  const auto& cells = table.rows[row];
  for (std::size_t i = 0; i < std::min(cells.size(), table.header.size()); ++i) {
    const std::string& heading = table.header[i].value;
    const bool is_round = thai::normalise(heading) == model::kRoundHeading;
    if (is_round && number_in(cells[i].value) != round) return std::nullopt;
    const char* const key = key_of(heading);
    if (key && !cells[i].value.empty()) model::add_key(level, key, cells[i]);
  }
  return level;
}

void put_in(Node& round, const std::string& folder) {
  const Node* number = round.find("number");
  for (source::Member& member : round.members) {
    if (member.key.value != "levels" || member.value.kind != Node::Kind::scalar) continue;
    const std::string path = folder + member.value.text;
    source::Texts texts;
    Diagnostics none;
    const auto table =
        source::read_csv(path, WorkbookTables().read(path).value_or(""), texts, none);
    if (!table || !number) continue;
    Node levels;
    levels.kind = Node::Kind::sequence;
    levels.origin = member.value.origin;
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
      if (auto level = level_in(*table, row, number_in(number->text))) {
        levels.items.push_back(std::move(*level));
      }
    }
    member.value = std::move(levels);
  }
}

}  // namespace

void put_in_levels(Node& tree, const std::string& folder) {
  for (source::Member& member : tree.members) {
    if (member.key.value != "rounds") continue;
    for (Node& round : member.value.items) put_in(round, folder);
    if (member.value.kind == Node::Kind::mapping) put_in(member.value, folder);
  }
}

}  // namespace chiwat::cli
