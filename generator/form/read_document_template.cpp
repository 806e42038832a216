#include "form/template_reader.hpp"

namespace chiwat::form {

Template read_document_template(const source::Node& node, Diagnostics& diagnostics) {
  const source::Fields fields(
      node, {"template", "version", "kind", "about", "label", "page", "for", "sheet", "body"},
      diagnostics);
  Template result;
  read_head(fields, result, diagnostics);
  DocumentTemplate own;
  own.audience = read_audience(fields, Audience::province);
  if (const auto sheet = fields.required_text("sheet")) own.sheet = *sheet;
  result.kind = std::move(own);
  return result;
}

}  // namespace chiwat::form
