#include "form/template_file.hpp"

#include <utility>

#include "form/embedded_templates.hpp"

namespace chiwat::form {
namespace {

bool is_safe_name(const std::string& name) {
  return !name.empty() && name.find_first_of("/\\") == std::string::npos && name[0] != '.';
}

}  // namespace

std::optional<TemplateFile> find_template(const std::string& folder, const std::string& name,
                                          const source::Files& files) {
  if (!is_safe_name(name)) return std::nullopt;
  const std::string path = kTemplatesFolder + name + kTemplateEnding;
  if (auto own = files.read(folder + path)) {
    return TemplateFile{folder + path, std::move(*own), true};
  }
  const auto embedded = embedded_templates().find(name);
  if (embedded == embedded_templates().end()) return std::nullopt;
  return TemplateFile{path, std::string(embedded->second), false};
}

}  // namespace chiwat::form
