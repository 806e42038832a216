#include "returns/list_item.hpp"

#include <algorithm>

#include "thai/names.hpp"

namespace chiwat::returns {

std::optional<std::size_t> list_item(const model::Circular& circular, const std::string& list,
                                     const std::string& text) {
  const model::List* found = model::find_list(circular.lists, list);
  if (!found) return std::nullopt;
  const auto is = [&](const Located<std::string>& word) {
    return thai::normalise(word.value) == text;
  };
  for (std::size_t i = 0; i < found->items.size(); ++i) {
    const model::ListItem& each = found->items[i];
    if (is(each.code) || is(each.label) || std::ranges::any_of(each.others, is)) return i;
  }
  return std::nullopt;
}

}  // namespace chiwat::returns
