#include <utility>
#include <vector>

#include "form/embedded_templates.hpp"
#include "form/template.hpp"
#include "source/fields.hpp"
#include "source/yaml.hpp"
#include "thai/message.hpp"
#include "thai/names.hpp"

namespace chiwat::form {
namespace {

class TemplateReader {
 public:
  explicit TemplateReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  Template read(const source::Node& node) {
    const source::Fields fields(
        node,
        {"template", "version", "about", "label", "total", "footnote", "page", "supporting_sheet"},
        diagnostics_);
    if (const auto name = fields.required_text("template")) result_.name = *name;
    if (const auto version = fields.required_integer("version", 1, 9999)) {
      result_.version = version->value;
    }
    result_.label = text(fields, "label", {"attachment"});
    result_.total = text(fields, "total", {});
    result_.footnote = text(fields, "footnote", {"mark", "column", "place", "value", "reason"});
    if (const source::Node* page = fields.require("page")) read_page(*page);
    if (const source::Node* sheet = fields.require("supporting_sheet")) read_supporting(*sheet);
    return std::move(result_);
  }

 private:
  // A required text that may use only these placeholders.
  Text text(const source::Fields& fields, const char* key,
            const std::vector<std::string>& placeholders) {
    auto found = fields.required_text(key);
    if (!found) return {};
    thai::Arguments arguments;
    for (const std::string& name : placeholders) arguments.emplace(name, "1");
    const auto formatted = thai::format(found->value, arguments, thai::Digits::arabic);
    if (const auto* problem = std::get_if<Message>(&formatted)) {
      diagnostics_.error(found->origin, problem->id, problem->arguments);
    }
    return *found;
  }

  void read_page(const source::Node& node) {
    const source::Fields fields(node, {"orientation", "margins", "footer"}, diagnostics_);
    const auto orientation =
        fields.choice<Orientation>("orientation", {{"auto", Orientation::automatic},
                                                   {"portrait", Orientation::portrait},
                                                   {"landscape", Orientation::landscape}});
    if (orientation) result_.orientation = orientation->value;
    if (const source::Node* margins = fields.find("margins")) read_margins(*margins);
    if (!fields.find("footer")) return;
    result_.footer = text(fields, "footer", {"page", "pages"});
    if (result_.footer->value.find('&') != std::string::npos) {  // begins a code of Excel's
      diagnostics_.error(result_.footer->origin, "template_ampersand");
    }
  }

  void read_margins(const source::Node& node) {
    const source::Fields fields(node, {"left", "right", "top", "bottom"}, diagnostics_);
    const auto side = [&](const char* key, int& margin) {
      if (const auto value = fields.integer(key, 5, 60)) margin = value->value;
    };
    side("left", result_.margins.left);
    side("right", result_.margins.right);
    side("top", result_.margins.top);
    side("bottom", result_.margins.bottom);
  }

  void read_supporting(const source::Node& node) {
    const source::Fields fields(node, {"name", "title", "serial", "district"}, diagnostics_);
    result_.supporting_name = text(fields, "name", {});
    check_sheet_name(result_.supporting_name);
    result_.supporting_title = text(fields, "title", {});
    result_.supporting_serial = text(fields, "serial", {});
    result_.supporting_district = text(fields, "district", {});
  }

  // Shorter than Excel allows, since a sign is added where a table's sheet has the name.
  void check_sheet_name(const Text& name) {
    constexpr std::size_t kLongest = 25;
    const bool wrong = name.value.empty() || name.value.starts_with('\'') ||
                       name.value.ends_with('\'') ||
                       name.value.find_first_of("[]:*?/\\\n") != std::string::npos;
    if (wrong) diagnostics_.error(name.origin, "sheet_name_characters", {{"name", name.value}});
    if (const std::size_t length = thai::utf16_length(name.value); length > kLongest) {
      diagnostics_.error(name.origin, "sheet_name_long",
                         {{"name", name.value},
                          {"length", std::to_string(length)},
                          {"most", std::to_string(kLongest)}});
    }
  }

  Diagnostics& diagnostics_;
  Template result_;
};

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

}  // namespace

bool is_template(const std::string& folder, const std::string& name, const source::Files& files) {
  return find_template(folder, name, files).has_value();
}

std::optional<Templates> read_templates(const model::Circular& circular, const source::Files& files,
                                        source::Texts& texts, Diagnostics& diagnostics) {
  const int before = diagnostics.error_count();
  Templates result;
  for (const auto& attachment : circular.attachments) {
    for (const auto& table : attachment.tables) {
      const std::string& name = table.layout.value;
      if (result.contains(name)) continue;
      const Found found = find_template(circular.folder, name, files).value();
      const auto node = source::read_yaml(found.path, found.text, texts, diagnostics);
      Template read = node ? TemplateReader(diagnostics).read(*node) : Template();
      if (node && !read.name.value.empty() && read.name.value != name) {
        diagnostics.error(read.name.origin, "template_name",
                          {{"name", read.name.value}, {"file", name}});
      }
      result.emplace(name, std::move(read));
    }
  }
  if (diagnostics.error_count() > before) return std::nullopt;
  return result;
}

}  // namespace chiwat::form
