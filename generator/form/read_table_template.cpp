#include "form/template_reader.hpp"

namespace chiwat::form {

Template read_table_template(const source::Node& node, Diagnostics& diagnostics) {
  const source::Fields fields(node,
                              {"template", "version", "kind", "about", "label", "page", "total",
                               "footnote", "supporting_sheet"},
                              diagnostics);
  Template result;
  read_head(fields, result, diagnostics);
  TableTemplate own;
  own.total = template_text(fields, "total", {}, diagnostics);
  own.footnote = template_text(fields, "footnote", {"mark", "column", "place", "value", "reason"},
                               diagnostics);
  if (const source::Node* sheet = fields.require("supporting_sheet")) {
    const source::Fields parts(*sheet, {"name", "title", "serial", "district"}, diagnostics);
    own.supporting_name = template_text(parts, "name", {}, diagnostics);
    check_sheet_name(own.supporting_name, diagnostics);
    own.supporting_title = template_text(parts, "title", {}, diagnostics);
    own.supporting_serial = template_text(parts, "serial", {}, diagnostics);
    own.supporting_district = template_text(parts, "district", {}, diagnostics);
  }
  result.kind = std::move(own);
  return result;
}

}  // namespace chiwat::form
