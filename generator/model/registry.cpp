#include "model/registry.hpp"

#include <algorithm>

namespace chiwat::model {

const List* find_list(const std::vector<List>& lists, std::string_view name) {
  const auto found = std::ranges::find(
      lists, name, [](const List& list) -> std::string_view { return list.name.value; });
  return found == lists.end() ? nullptr : &*found;
}

std::span<const Operator> Registry::operators_of(std::size_t district) const {
  return std::ranges::equal_range(operators, district, {}, &Operator::district);
}

std::span<const Product> Registry::products_of(std::size_t operator_index) const {
  return std::ranges::equal_range(products, operator_index, {}, &Product::operator_index);
}

std::span<const Product> Registry::products_in(std::size_t district) const {
  return std::ranges::equal_range(products, district, {}, [&](const Product& product) {
    return operators[product.operator_index].district;
  });
}

}  // namespace chiwat::model
