#include "renew/input_tables.hpp"

#include "renew/edited_text.hpp"
#include "renew/to_supply.hpp"

namespace chiwat::renew {
namespace {

using source::Node;

// Of a level, in the order of the columns of the table.
constexpr const char* kKeys[] = {"points", "when", "text", "name", "color"};

std::string text_of(const Node& mapping, const char* key) {
  const Node* value = mapping.find(key);
  return value ? value->text : "";
}

const std::vector<Node>& rounds(const Node& tree) {
  static const std::vector<Node> none;
  const Node* all = tree.find("rounds");
  return all ? all->items : none;
}

// In block style, below its key: what can be cut out line by line.
bool is_block(const Node& round, const Node& levels) {
  for (const source::Member& member : round.members) {
    if (member.key.value != "levels") continue;
    return levels.kind == Node::Kind::sequence && levels.origin.line > member.key.origin.line;
  }
  return false;
}

int key_line(const Node& round) {
  for (const source::Member& member : round.members) {
    if (member.key.value == "levels") return member.key.origin.line;
  }
  return 0;
}

// A comment about what is to be supplied in the file.
std::string with_other_file(std::string_view comment, const std::string& old_file,
                            const std::string& new_file) {
  std::string result(comment);
  const std::size_t at = result.find(" " + old_file + " ");
  if (result.find(kToSupply) == std::string::npos || at == std::string::npos) return result;
  return result.replace(at + 1, old_file.size(), new_file);
}

}  // namespace

InputTable level_table(const Node& tree) {
  InputTable table{kLevelSheet, {"รอบ", "คะแนน", "เงื่อนไข", "ข้อความ", "ชื่อ", "สี"}, {}};
  for (const Node& round : rounds(tree)) {
    const Node* levels = round.find("levels");
    if (!levels || !is_block(round, *levels)) continue;
    for (const Node& level : levels->items) {
      std::vector<std::string> row{text_of(round, "number")};
      for (const char* key : kKeys) row.push_back(text_of(level, key));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

std::string with_input_workbook(const std::string& utf8, const Node& tree,
                                const std::string& file) {
  EditedText text(utf8);
  const Node* baseline = tree.find("baseline");
  const Node* table = baseline ? baseline->find("file") : nullptr;
  if (table) text.replace(table->text_origin(), table->text, file + "#" + kBaselineSheet);
  for (const Node& round : rounds(tree)) {
    const Node* levels = round.find("levels");
    if (!levels || !is_block(round, *levels)) continue;
    text.replace_block(key_line(round), "levels: " + file + "#" + kLevelSheet);
  }
  const auto same = [](std::string_view part) { return std::string(part); };
  return text.text(same, [&](std::string_view comment) {
    return table ? with_other_file(comment, table->text, file) : std::string(comment);
  });
}

}  // namespace chiwat::renew
