#include "form/quarterly.hpp"

#include <utility>
#include <variant>

namespace chiwat::form {
namespace {

void make_quarterly(FormTemplate& form) {
  if (form.span != Span::month || form.quarter_title.empty()) {
    form.span = Span::year;
    return;
  }
  form.title = form.quarter_title;
  for (FormColumn& column : form.columns) {
    if (std::holds_alternative<Gathered>(column.source)) column.source = Empty{};
  }
  std::erase_if(form.checks, [](const FormCheck& check) { return check.form.has_value(); });
}

}  // namespace

Templates quarterly(const Templates& templates) {
  Templates result = templates;
  for (auto& [name, page] : result) {
    if (auto* form = std::get_if<FormTemplate>(&page.kind)) make_quarterly(*form);
  }
  return result;
}

}  // namespace chiwat::form
