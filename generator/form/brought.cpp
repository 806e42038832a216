#include "form/brought.hpp"

#include <variant>

#include "thai/names.hpp"

namespace chiwat::form {
bool names_row(const FormTemplate& form, std::size_t column) {
  const auto* known = std::get_if<Known>(&form.columns[column].source);
  return known && names_row(form.rows.each, *known);
}

std::string row_key(const FormTemplate& form, const std::vector<document::Value>& values) {
  std::string key;
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    if (!names_row(form, i)) continue;
    const auto* text = std::get_if<std::string>(&values[i]);
    if (!text || text->empty()) return "";
    key += (key.empty() ? "" : "\n") + thai::normalise(*text);
  }
  return key;
}

}  // namespace chiwat::form
