// Where the text of a template is: in the circular's own folder, else in the program.
#pragma once

#include <optional>
#include <string>

#include "source/files.hpp"

namespace chiwat::form {

// The folder of a circular's own templates, beside its description.
inline constexpr const char* kTemplatesFolder = "templates/";
inline constexpr const char* kTemplateEnding = ".yaml";

struct TemplateFile {
  std::string path;  // that messages name
  std::string text;  // its bytes
  bool is_own;       // of the circular
};

// The template of this name for the description in `folder` (empty, or with a slash at its end).
// Nothing when there is none, or when no file could have such a name.
std::optional<TemplateFile> find_template(const std::string& folder, const std::string& name,
                                          const source::Files& files);

}  // namespace chiwat::form
