#include "returns/returned_registry.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "thai/names.hpp"

namespace chiwat::returns {
namespace {

const form::FormTemplate& form_of(const FilledForm& form) {
  return std::get<form::FormTemplate>(form.page->kind);
}

std::optional<std::size_t> column_of(const FilledForm& form, form::Known wanted) {
  const auto& columns = form_of(form).columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto* known = std::get_if<form::Known>(&columns[i].source);
    if (known && *known == wanted) return i;
  }
  return std::nullopt;
}

// What a row says; empty: nothing.
std::string said(const FilledForm& form, const FilledRow& row, form::Known wanted) {
  const auto column = column_of(form, wanted);
  const auto* text = column ? std::get_if<std::string>(&row.row.known[*column]) : nullptr;
  return text ? *text : "";
}

}  // namespace

ReturnedRegistry::ReturnedRegistry(const model::Circular& circular, std::size_t district)
    : circular_(circular),
      district_(district),
      types_(circular, model::kOperatorTypes),
      categories_(circular, model::kCategories) {
  if (!circular.registry) return;
  for (const model::Operator& who : circular.registry->operators_of(district)) {
    const auto index = static_cast<std::size_t>(&who - circular.registry->operators.data());
    known_.emplace(thai::normalise(who.code.value), index);
  }
}

void ReturnedRegistry::add(const Returned& returned, const FilledForm& form,
                           Diagnostics& diagnostics) {
  const auto item_of = [&](const FilledRow& row, form::Known known, const ListItems& items) {
    const std::string label = said(form, row, known);
    const auto found = items.find(label);
    if (!found && !label.empty() && row.from) {
      diagnostics.warning(returned.at(*form.from, *row.from, column_of(form, known)),
                          "returned_not_in_list", {{"found", label}});
    }
    return found;
  };
  for (const FilledRow& row : form.rows) {
    const std::size_t at = operator_of(form, row);
    const auto type = item_of(row, form::Known::operator_type, types_);
    const auto category = item_of(row, form::Known::category, categories_);
    if (type && products_[at].empty()) operators_[at].type = type;
    const std::string name = said(form, row, form::Known::product);
    const bool is_there = std::ranges::any_of(
        products_[at], [&](const model::Product& other) { return other.name.value == name; });
    if (name.empty() || is_there) continue;
    model::Product product = known_product(operators_[at].code.value, name);
    if (category) product.category = category;
    products_[at].push_back(std::move(product));
  }
}

void ReturnedRegistry::add_operator(const FilledForm& form, const FilledRow& row) {
  operator_of(form, row);
}

std::size_t ReturnedRegistry::operator_of(const FilledForm& form, const FilledRow& row) {
  const std::string code = said(form, row, form::Known::operator_code);
  const auto [at, is_new] = index_.emplace(code, operators_.size());
  if (!is_new) return at->second;
  model::Operator who = known_operator(code);
  const auto take = [&](form::Known known, std::string& text) {
    const std::string own = said(form, row, known);
    if (!own.empty()) text = own;
  };
  take(form::Known::operator_name, who.name.value);
  take(form::Known::house, who.house);
  take(form::Known::village, who.village);
  take(form::Known::subdistrict, who.subdistrict);
  take(form::Known::telephone, who.telephone);
  operators_.push_back(std::move(who));
  products_.emplace_back();
  return at->second;
}

model::Operator ReturnedRegistry::known_operator(const std::string& code) const {
  const auto known = known_.find(code);
  if (known != known_.end()) return circular_.registry->operators[known->second];
  model::Operator who;
  who.district = district_;
  who.code.value = code;
  return who;
}

model::Product ReturnedRegistry::known_product(const std::string& code,
                                               const std::string& name) const {
  const auto known = known_.find(code);
  if (known != known_.end()) {
    for (const model::Product& what : circular_.registry->products_of(known->second)) {
      if (thai::normalise(what.name.value) == name) return what;
    }
  }
  model::Product product;
  product.name.value = name;
  return product;
}

std::vector<std::string> operator_codes(const FilledForm& form) {
  std::vector<std::string> result;
  if (form_of(form).rows.each != form::Each::product) return result;
  for (const FilledRow& row : form.rows) {
    result.push_back(said(form, row, form::Known::operator_code));
  }
  return result;
}

model::Registry merged_registry(const model::Circular& circular,
                                const std::map<std::size_t, ReturnedRegistry>& districts) {
  model::Registry result;
  const auto add = [&](const model::Operator& who, const auto& products) {
    for (model::Product what : products) {
      what.operator_index = result.operators.size();
      result.products.push_back(std::move(what));
    }
    result.operators.push_back(who);
  };
  for (std::size_t i = 0; i < circular.districts.size(); ++i) {
    if (const auto own = districts.find(i); own != districts.end()) {
      const auto& operators = own->second.operators();
      for (std::size_t k = 0; k < operators.size(); ++k) {
        add(operators[k], own->second.products_of(k));
      }
    } else if (circular.registry) {
      for (const model::Operator& who : circular.registry->operators_of(i)) {
        const auto index = static_cast<std::size_t>(&who - circular.registry->operators.data());
        add(who, circular.registry->products_of(index));
      }
    }
  }
  return result;
}

}  // namespace chiwat::returns
