// Where templates are found, and which reader reads them.
#include <utility>

#include "form/embedded_templates.hpp"
#include "form/template.hpp"
#include "form/template_reader.hpp"

namespace chiwat::form {
namespace {

bool is_safe_name(const std::string& name) {
  return !name.empty() && name.find_first_of("/\\") == std::string::npos && name[0] != '.';
}

// A template's text, and the path that messages name: the circular's own, else the program's.
struct Found {
  std::string path;
  std::string text;
};

std::optional<Found> find_template(const std::string& folder, const std::string& name,
                                   const source::Files& files) {
  if (!is_safe_name(name)) return std::nullopt;
  const std::string path = "templates/" + name + ".yaml";
  if (auto own = files.read(folder + path)) return Found{folder + path, std::move(*own)};
  const auto embedded = embedded_templates().find(name);
  if (embedded == embedded_templates().end()) return std::nullopt;
  return Found{path, std::string(embedded->second)};
}

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

Template read_template(const std::string& name, const Found& found, source::Texts& texts,
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
