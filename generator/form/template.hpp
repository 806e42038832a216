// A template: an official form as data, whatever stands in it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>

#include "base/diagnostics.hpp"
#include "form/document_template.hpp"
#include "form/form_template.hpp"
#include "model/circular.hpp"
#include "model/layout.hpp"
#include "source/files.hpp"

namespace chiwat::form {

using model::Text;

enum class Orientation { automatic, portrait, landscape };

// Millimetres.
struct Margins {
  int left = 15, right = 15, top = 15, bottom = 18;
};

struct PageSetup {
  Orientation orientation = Orientation::automatic;
  Margins margins;
  std::optional<Text> footer;  // with {page} and {pages}
};

// A row for each district; the columns, titles and notes come from the description.
struct TableTemplate {
  Text total;     // the total row's label where the table names none
  Text footnote;  // with {mark}, {column}, {place}, {value}, {reason}
  Text supporting_name, supporting_title, supporting_serial, supporting_district;
};

struct Template {
  Text name;
  int version = 1;
  Text about;  // for whoever looks for a template
  Text label;  // top right of the first page; with {attachment}
  PageSetup page;
  std::variant<TableTemplate, FormTemplate, DocumentTemplate> kind;
};

using Templates = std::map<std::string, Template>;

// The templates that a circular uses, read when they are first asked for: those in the folder
// `templates` beside its description go before the program's own. What is wrong inside a template
// is reported at its place, once.
class TemplateShelf {
 public:
  TemplateShelf(const source::Files& files, source::Texts& texts, Diagnostics& diagnostics)
      : files_(files), texts_(texts), diagnostics_(diagnostics) {}

  // The kind of the template of this name; nothing when there is none.
  std::optional<model::LayoutKind> find(const std::string& folder, const std::string& name);

  const Templates& templates() const { return templates_; }
  // Every template found; those with a mistake among them, when one was reported.
  Templates take() { return std::move(templates_); }

 private:
  const source::Files& files_;
  source::Texts& texts_;
  Diagnostics& diagnostics_;
  Templates templates_;
};

}  // namespace chiwat::form
