// The operators and products of one district as its own forms name them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/circular.hpp"
#include "returns/filled_rows.hpp"
#include "returns/list_items.hpp"

namespace chiwat::returns {

class ReturnedRegistry {
 public:
  // What the forms do not say of an operator, such as a telephone number, the circular's registry
  // may know.
  ReturnedRegistry(const model::Circular& circular, std::size_t district);

  // The rows of a form for products, after those that are there already; what is there stays as it
  // is. Reports returned_not_in_list {found} at a cell, as a warning.
  void add(const Returned& returned, const FilledForm& form, Diagnostics& diagnostics);
  // An operator without products, unless it is there.
  void add_operator(const FilledForm& form, const FilledRow& row);

  const std::vector<model::Operator>& operators() const { return operators_; }
  const std::vector<model::Product>& products_of(std::size_t index) const {
    return products_[index];
  }

 private:
  std::size_t operator_of(const FilledForm& form, const FilledRow& row);
  model::Operator known_operator(const std::string& code) const;
  model::Product known_product(const std::string& code, const std::string& name) const;

  const model::Circular& circular_;
  const std::size_t district_;
  const ListItems types_, categories_;
  std::map<std::string, std::size_t> known_;  // of the circular's operators, by code
  std::vector<model::Operator> operators_;
  std::vector<std::vector<model::Product>> products_;  // of each operator
  std::map<std::string, std::size_t> index_;           // of operators, by code
};

// The codes that the rows of a form for products name, in order.
std::vector<std::string> operator_codes(const FilledForm& form);

// The circular's registry with the rows of these districts in place of its own.
model::Registry merged_registry(const model::Circular& circular,
                                const std::map<std::size_t, ReturnedRegistry>& districts);

}  // namespace chiwat::returns
