#include "returns/list_items.hpp"

#include "thai/names.hpp"

namespace chiwat::returns {

ListItems::ListItems(const model::Circular& circular, const std::string& list) {
  const model::List* known = model::find_list(circular.lists, list);
  for (std::size_t i = 0; known && i < known->items.size(); ++i) {
    const model::ListItem& item = known->items[i];
    by_name_.emplace(thai::normalise(item.code.value), i);
    by_name_.emplace(thai::normalise(item.label.value), i);
    for (const auto& other : item.others) by_name_.emplace(thai::normalise(other.value), i);
  }
}

std::optional<std::size_t> ListItems::find(const std::string& text) const {
  const auto found = by_name_.find(text);
  return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace chiwat::returns
