#include "form/form_template.hpp"

#include <algorithm>

namespace chiwat::form {

bool names_row(Each each, Known known) {
  switch (each) {
    case Each::product:
      return known == Known::operator_code || known == Known::product;
    case Each::operator_:
      return known == Known::operator_code;
    case Each::district:
      return known == Known::district;
    case Each::month:
      return known == Known::month;
    case Each::item:
      return known == Known::item;
    case Each::blank:
      break;
  }
  return false;
}

std::optional<std::size_t> FormTemplate::find(const std::string& name) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name.value == name) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> FormTemplate::subject() const {
  if (rows.each == Each::product) return std::nullopt;
  const auto found = std::ranges::find_if(columns, [&](const FormColumn& column) {
    const auto* known = std::get_if<Known>(&column.source);
    return known && names_row(rows.each, *known);
  });
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

}  // namespace chiwat::form
