#include "form/properties.hpp"

#include <optional>
#include <utility>

#include "form/occasion.hpp"
#include "model/placeholders.hpp"

namespace chiwat::form {

document::Properties properties(const model::Circular& circular, std::string title,
                                thai::Digits digits) {
  const thai::Arguments arguments = model::placeholders(circular);
  const model::Letter& letter = circular.letter;
  document::Properties result;
  result.title = std::move(title);
  result.subject = formatted(letter.subject, arguments, digits);
  if (letter.office) result.author = formatted(*letter.office, arguments, digits);
  result.company = result.author;
  result.keywords = formatted(circular.indicator.name, arguments, digits);
  result.created = letter.date->date().value_or(letter.date->month / std::chrono::day(1));
  return result;
}

}  // namespace chiwat::form
