// Closed lists, and the registry of operators and their products: what forms that go through one
// district's operators are filled with.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/number.hpp"
#include "base/origin.hpp"

namespace chiwat::model {

// Texts here are plain: they have no placeholders, and what looks like one is shown as it is.

struct ListItem {
  Located<std::string> code;                 // [a-z][a-z0-9_]*
  Located<std::string> label;                // what forms show
  std::vector<Located<std::string>> others;  // labels that are also understood
};

// What may stand in a cell, such as the categories of products.
struct List {
  Located<std::string> name;  // [a-z][a-z0-9_]*
  std::vector<ListItem> items;
};

// The lists that the columns of a registry use.
inline constexpr const char* kOperatorTypes = "operator_types";
inline constexpr const char* kCategories = "categories";

// The list of a name; null when there is none.
const List* find_list(const std::vector<List>& lists, std::string_view name);

// ผู้ผลิต ผู้ประกอบการ OTOP. Codes and telephone numbers are texts in Arabic digits, never numbers.
struct Operator {
  std::size_t district = 0;   // index into Circular::districts
  Located<std::string> code;  // unlike any other
  Located<std::string> name;
  std::optional<std::size_t> type;  // index into the items of kOperatorTypes
  std::string house;                // each of these four may be empty
  std::string village;
  std::string subdistrict;
  std::string telephone;
  bool online_before = false;  // of any of its products
};

struct Product {
  std::size_t operator_index = 0;       // into Registry::operators
  Located<std::string> name;            // unlike any other of the same operator
  std::optional<std::size_t> category;  // index into the items of kCategories
  std::optional<Number> online_sales;   // last year's, in baht, at most two decimals, not negative
  bool online_before = false;           // was already sold online at the cut-off date
};

struct Registry {
  // By district, in the circular's order of districts; in each in the order of the CSV. A district
  // may have none.
  std::vector<Operator> operators;
  // By operator, in the order above; of each in the order of the CSV. Every operator has one.
  std::vector<Product> products;

  // The operators of a district, by its index; their serial numbers begin with the span.
  std::span<const Operator> operators_of(std::size_t district) const;
  // The products of an operator, by its index into `operators`.
  std::span<const Product> products_of(std::size_t operator_index) const;
  // The products of all operators of a district.
  std::span<const Product> products_in(std::size_t district) const;
};

}  // namespace chiwat::model
