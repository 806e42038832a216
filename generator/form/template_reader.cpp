#include "form/template_reader.hpp"

#include "thai/message.hpp"
#include "thai/names.hpp"

namespace chiwat::form {
namespace {

Margins read_margins(const source::Node& node, Diagnostics& diagnostics) {
  const source::Fields fields(node, {"left", "right", "top", "bottom"}, diagnostics);
  Margins margins;
  const auto side = [&](const char* key, int& margin) {
    if (const auto value = fields.integer(key, 5, 60)) margin = value->value;
  };
  side("left", margins.left);
  side("right", margins.right);
  side("top", margins.top);
  side("bottom", margins.bottom);
  return margins;
}

PageSetup read_page(const source::Node& node, Diagnostics& diagnostics) {
  const source::Fields fields(node, {"orientation", "margins", "footer"}, diagnostics);
  PageSetup page;
  const auto orientation =
      fields.choice<Orientation>("orientation", {{"auto", Orientation::automatic},
                                                 {"portrait", Orientation::portrait},
                                                 {"landscape", Orientation::landscape}});
  if (orientation) page.orientation = orientation->value;
  if (const source::Node* margins = fields.find("margins")) {
    page.margins = read_margins(*margins, diagnostics);
  }
  if (!fields.find("footer")) return page;
  page.footer = template_text(fields, "footer", {"page", "pages"}, diagnostics);
  if (page.footer->value.find('&') != std::string::npos) {  // begins a code of Excel's
    diagnostics.error(page.footer->origin, "template_ampersand");
  }
  return page;
}

}  // namespace

void read_head(const source::Fields& fields, Template& result, Diagnostics& diagnostics) {
  if (const auto name = fields.required_text("template")) result.name = *name;
  if (const auto version = fields.required_integer("version", 1, 9999)) {
    result.version = version->value;
  }
  if (const auto about = fields.text("about")) result.about = *about;
  result.label = template_text(fields, "label", {"attachment"}, diagnostics);
  if (const source::Node* page = fields.require("page"))
    result.page = read_page(*page, diagnostics);
}

Text template_text(const source::Fields& fields, const char* key,
                   const std::vector<std::string>& placeholders, Diagnostics& diagnostics) {
  auto found = fields.required_text(key);
  if (!found) return {};
  thai::Arguments arguments;
  for (const std::string& name : placeholders) arguments.emplace(name, "1");
  const auto formatted = thai::format(found->value, arguments, thai::Digits::arabic);
  if (const auto* problem = std::get_if<Message>(&formatted)) {
    diagnostics.error(found->origin, problem->id, problem->arguments);
  }
  return *found;
}

Audience read_audience(const source::Fields& fields, Audience usual) {
  const auto audience = fields.choice<Audience>("for", {{"district", Audience::district},
                                                        {"province", Audience::province},
                                                        {"both", Audience::both}});
  return audience ? audience->value : usual;
}

void check_sheet_name(const Text& name, Diagnostics& diagnostics) {
  constexpr std::size_t kLongest = 25;  // shorter than Excel allows: a sign or number may follow
  const bool wrong = name.value.empty() || name.value.starts_with('\'') ||
                     name.value.ends_with('\'') ||
                     name.value.find_first_of("[]:*?/\\\n") != std::string::npos;
  if (wrong) diagnostics.error(name.origin, "sheet_name_characters", {{"name", name.value}});
  if (const std::size_t length = thai::utf16_length(name.value); length > kLongest) {
    diagnostics.error(name.origin, "sheet_name_long",
                      {{"name", name.value},
                       {"length", std::to_string(length)},
                       {"most", std::to_string(kLongest)}});
  }
}

}  // namespace chiwat::form
