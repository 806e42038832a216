#include <utility>

#include "form/document_blocks.hpp"
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
  if (const auto sheet = fields.required_text("sheet")) {
    own.sheet = *sheet;
    check_sheet_name(own.sheet, diagnostics);
  }
  fields.require("body");
  for (const source::Node* block : fields.items("body")) {
    if (auto read = read_block(*block, diagnostics)) own.body.push_back(std::move(*read));
  }
  result.kind = std::move(own);
  return result;
}

}  // namespace chiwat::form
