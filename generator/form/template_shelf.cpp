// Where templates are found, and which reader reads them.
#include <utility>

#include "form/template.hpp"
#include "form/template_file.hpp"
#include "form/template_reader.hpp"

namespace chiwat::form {
namespace {

using ReadKind = Template (*)(const source::Node&, Diagnostics&);

// The kind decides which other keys there are: without it only that is reported.
ReadKind reader_of(const source::Node& node, Diagnostics& diagnostics) {
  static const std::map<std::string, ReadKind> readers{{"table", read_table_template},
                                                       {"form", read_form_template},
                                                       {"document", read_document_template}};
  const source::Node* kind = node.find("kind");
  if (!kind) {
    diagnostics.error(node.origin, "missing_key", {{"key", "kind"}});
    return nullptr;
  }
  const auto reader = readers.find(kind->text);
  if (reader != readers.end()) return reader->second;
  diagnostics.error(kind->origin, "not_a_choice",
                    {{"found", kind->text}, {"known", "table, form, document"}});
  return nullptr;
}

Template read_template(const std::string& name, const TemplateFile& found, source::Texts& texts,
                       Diagnostics& diagnostics) {
  const auto node = source::read_yaml(found.path, found.text, texts, diagnostics);
  if (!node) return {};
  if (node->kind != source::Node::Kind::mapping) {
    diagnostics.error(node->origin, "not_a_mapping", {{"found", node->text}});
    return {};
  }
  const ReadKind read = reader_of(*node, diagnostics);
  if (!read) return {};
  Template result = read(*node, diagnostics);
  if (!result.name.value.empty() && result.name.value != name) {
    diagnostics.error(result.name.origin, "template_name",
                      {{"name", result.name.value}, {"file", name}});
  }
  return result;
}

}  // namespace

std::optional<model::LayoutKind> TemplateShelf::find(const std::string& folder,
                                                     const std::string& name) {
  auto known = templates_.find(name);
  if (known == templates_.end()) {
    const auto found = find_template(folder, name, files_);
    if (!found) return std::nullopt;
    known = templates_.emplace(name, read_template(name, *found, texts_, diagnostics_)).first;
  }
  if (known->second.name.value.empty()) return model::LayoutKind::unreadable;
  return std::holds_alternative<TableTemplate>(known->second.kind) ? model::LayoutKind::table
                                                                   : model::LayoutKind::form;
}

}  // namespace chiwat::form
