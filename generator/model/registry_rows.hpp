// From the rows of a registry's CSV to operators and products. Private to this folder.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/reader.hpp"
#include "model/registry.hpp"
#include "source/csv.hpp"

namespace chiwat::model {

// Where the columns of the CSV are, by index.
struct RegistryColumns {
  std::size_t district = 0;
  std::size_t code = 0;
  std::size_t name = 0;
  std::size_t product = 0;
  std::optional<std::size_t> type;
  std::optional<std::size_t> category;
  std::optional<std::size_t> house;
  std::optional<std::size_t> village;
  std::optional<std::size_t> subdistrict;
  std::optional<std::size_t> telephone;
  std::optional<std::size_t> online_sales;
  std::optional<std::size_t> online_before;
};

// One row is one product; what a row says of its operator may be blank where another row of the
// same code says it. Reported, each at its cell, besides what a CellReader reports:
// registry_district_unknown {name} and registry_word_unknown {found, column, known}, once for each
// word; registry_operator_differs {code, column, found, first}, a warning where it is the address
// or the telephone; registry_telephone {found}, and once the warning registry_telephone_zero
// {found, others}; registry_product_twice {name, operator}; at the operator's first row
// registry_operator_incomplete {code, column}; after too many errors registry_too_many_mistakes
// {most}, and no row more.
class RegistryBuilder {
 public:
  // `head`: the table's header.
  RegistryBuilder(Reader& reader, source::Table head, const RegistryColumns& columns);
  ~RegistryBuilder();

  // The next row.
  void take(const std::vector<Located<std::string>>& row);
  // The registry of all rows; no row may come afterwards.
  Registry finish();

 private:
  class Reading;
  std::unique_ptr<Reading> reading_;
};

}  // namespace chiwat::model
