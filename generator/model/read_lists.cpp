// Closed lists: codes for the program, labels for people.
#include <algorithm>
#include <map>
#include <utility>

#include "model/reader.hpp"
#include "thai/names.hpp"

namespace chiwat::model {
namespace {

constexpr std::size_t kMostItems = 200;
constexpr std::size_t kMostLabels = 20;  // of one item

bool is_code(const std::string& text) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto fits = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && is_letter(text[0]) && std::all_of(text.begin(), text.end(), fits);
}

void check_code(Reader& reader, const Text& code) {
  if (!is_code(code.value)) {
    reader.diagnostics.error(code.origin, "bad_code", {{"name", code.value}});
  }
}

// A word that a cell may hold for an item; no two items share one.
using Words = std::map<std::string, Origin>;

void add_word(Reader& reader, Words& words, const Text& word) {
  const auto [first, is_new] = words.emplace(thai::normalise(word.value), word.origin);
  if (is_new || first->second == word.origin) return;
  reader.diagnostics.error(word.origin, "list_word_twice", {{"text", word.value}})
      .note(first->second, "first_here");
}

ListItem read_item(Reader& reader, const source::Member& member, Words& words) {
  ListItem item;
  item.code = member.key;
  check_code(reader, item.code);
  auto nodes = source::as_items(member.value);
  if (nodes.empty()) reader.diagnostics.error(member.value.origin, "list_label_missing");
  if (nodes.size() > kMostLabels) {
    reader.diagnostics.error(nodes[kMostLabels]->origin, "list_item_too_long",
                             {{"most", std::to_string(kMostLabels)}});
    nodes.resize(kMostLabels);
  }
  for (const source::Node* node : nodes) {
    auto text = source::as_text(*node, reader.diagnostics);
    if (!text) continue;
    Text& label = node == nodes.front() ? item.label : item.others.emplace_back();
    label = {thai::normalise(text->value), text->origin};
    if (label.value.empty()) reader.diagnostics.error(label.origin, "list_label_missing");
    reader.cut_plain(label);
    if (label.value != item.code.value) add_word(reader, words, label);
  }
  add_word(reader, words, item.code);
  return item;
}

void read_list(Reader& reader, const source::Member& member) {
  List list;
  list.name = member.key;
  check_code(reader, list.name);
  if (member.value.kind != source::Node::Kind::mapping) {
    source::Fields(member.value, {}, reader.diagnostics);  // reports not_a_mapping
  }
  Words words;
  for (const source::Member& item : member.value.members) {
    if (list.items.size() == kMostItems) {
      reader.diagnostics.error(item.key.origin, "list_too_long",
                               {{"most", std::to_string(kMostItems)}});
      break;
    }
    list.items.push_back(read_item(reader, item, words));
  }
  reader.circular.lists.push_back(std::move(list));
}

}  // namespace

void read_lists(Reader& reader, const source::Fields& top) {
  const source::Node* node = top.find("lists");
  if (!node) return;
  if (node->kind != source::Node::Kind::mapping) {
    source::Fields(*node, {}, reader.diagnostics);  // reports not_a_mapping
    return;
  }
  for (const source::Member& member : node->members) read_list(reader, member);
}

}  // namespace chiwat::model
