#include "form/number_format.hpp"

namespace chiwat::form {

std::string format_code(const NumberLook& look) {
  std::string code = look.digits == thai::Digits::thai ? "[$-D00041E]" : "";
  if (!look.mark.empty()) code += "\"" + look.mark + " \"";
  code += look.thousands ? "#,##0" : "0";
  if (look.decimals > 0) code += "." + std::string(static_cast<std::size_t>(look.decimals), '0');
  return code;
}

std::string shown(const Number& number, const NumberLook& look) {
  std::string text = number.to_fixed(look.decimals);
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  std::size_t end = text.find('.');
  if (end == std::string::npos) end = text.size();
  while (look.thousands && end > first + 3) text.insert(end -= 3, ",");
  return thai::with_digits(look.mark.empty() ? text : look.mark + " " + text, look.digits);
}

}  // namespace chiwat::form
