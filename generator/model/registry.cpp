#include "model/registry.hpp"

#include <algorithm>

namespace chiwat::model {
namespace {

// Of rows in the order of an index those that have it.
template <class T, class IndexOf>
std::span<const T> part_of(const std::vector<T>& rows, std::size_t index, IndexOf index_of) {
  const auto first = std::ranges::lower_bound(rows, index, {}, index_of);
  return {first, std::ranges::upper_bound(first, rows.end(), index, {}, index_of)};
}

}  // namespace

const List* find_list(const std::vector<List>& lists, std::string_view name) {
  const auto found = std::ranges::find(
      lists, name, [](const List& list) -> std::string_view { return list.name.value; });
  return found == lists.end() ? nullptr : &*found;
}

std::span<const Operator> Registry::operators_of(std::size_t district) const {
  return part_of(operators, district, &Operator::district);
}

std::span<const Product> Registry::products_of(std::size_t operator_index) const {
  return part_of(products, operator_index, &Product::operator_index);
}

std::span<const Product> Registry::products_in(std::size_t district) const {
  return part_of(products, district, [&](const Product& product) {
    return operators[product.operator_index].district;
  });
}

}  // namespace chiwat::model
