#include "model/vocabulary.hpp"

#include "thai/names.hpp"

namespace chiwat::model {

Vocabulary Vocabulary::of_districts(const Circular& circular) {
  Vocabulary vocabulary;
  for (std::size_t i = 0; i < circular.districts.size(); ++i) {
    vocabulary.add(thai::bare_district(circular.districts[i].value), i);
  }
  return vocabulary;
}

Vocabulary Vocabulary::of_list(const List* list) {
  Vocabulary vocabulary;
  if (!list) return vocabulary;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const ListItem& item = list->items[i];
    vocabulary.add(item.label.value, i);
    vocabulary.add(item.code.value, i);
    for (const Text& other : item.others) vocabulary.add(other.value, i);
  }
  return vocabulary;
}

std::optional<std::size_t> Vocabulary::find(const std::string& word) const {
  const auto found = meanings_.find(word);
  return found == meanings_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> Vocabulary::closest(const std::string& word) const {
  return thai::closest(word, words_);
}

void Vocabulary::add(const std::string& word, std::size_t meaning) {
  if (meanings_.emplace(thai::normalise(word), meaning).second) words_.push_back(word);
}

}  // namespace chiwat::model
