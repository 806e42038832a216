// Amounts that earlier months bring into the forms of a month or quarter.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/number.hpp"
#include "document/workbook.hpp"
#include "form/form_template.hpp"

namespace chiwat::form {

// Which cell an amount belongs to.
struct BroughtKey {
  int attachment = 0;                   // by number
  std::string form;                     // a template's name
  std::optional<std::size_t> district;  // none: the province's form
  std::string row;                      // see row_key; empty: rows that are not known yet
  std::string column;
  auto operator<=>(const BroughtKey&) const = default;
};

using Brought = std::map<BroughtKey, Number>;

// What a row is about, by the values of its columns: the code of its operator, with the product in
// rows for products; its district, item or month. Empty: nothing yet.
std::string row_key(const FormTemplate& form, const std::vector<document::Value>& values);

// Whether this column is part of that.
bool names_row(const FormTemplate& form, std::size_t column);

}  // namespace chiwat::form
