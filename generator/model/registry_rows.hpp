// From the rows of a registry's CSV to operators and products. Private to this folder.
#pragma once

#include <array>
#include <cstddef>
#include <optional>

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
// same code says it. Reported, each at its cell: registry_cell_missing {column},
// registry_operator_incomplete {code, column}, registry_code_rounded {found},
// registry_district_unknown {name}, registry_word_unknown {found, column, known} (these two once
// for each word), registry_operator_differs {code, column, found, first} (a warning where it is the
// address or the telephone), registry_product_twice {name, operator},
// registry_telephone {found} or the warning registry_telephone_zero {found}, registry_amount
// {found, column}, registry_amount_negative {column}, registry_amount_decimals {column},
// number_too_long, registry_mark {found, column}, plain_text_too_long; after too many of them
// registry_too_many_mistakes {most}, and no row more.
Registry read_registry_rows(Reader& reader, source::Table table, const RegistryColumns& columns);

}  // namespace chiwat::model
