#include "model/registry.hpp"

#include <algorithm>

namespace chiwat::model {

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
