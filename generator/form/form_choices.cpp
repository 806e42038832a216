#include "form/form_choices.hpp"

#include <set>

namespace chiwat::form {

std::vector<std::string> labels_of(const std::string& list, const model::Circular& circular,
                                   std::optional<std::size_t> district) {
  std::vector<std::string> result;
  if (list != kSubdistricts) {
    for (const model::ListItem& item : model::find_list(circular.lists, list)->items) {
      result.push_back(item.label.value);
    }
    return result;
  }
  if (!circular.registry || !district) return result;
  std::set<std::string> known;
  for (const model::Operator& who : circular.registry->operators_of(*district)) {
    if (!who.subdistrict.empty()) known.insert(who.subdistrict);
  }
  return {known.begin(), known.end()};
}

}  // namespace chiwat::form
