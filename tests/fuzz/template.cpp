// A template among those of a circular that uses it. What check finds nothing in can be written,
// and a form reads back as it was sent out, without a complaint.
#include <algorithm>

#include "input_files.hpp"
#include "makes.hpp"
#include "model/read.hpp"
#include "office.hpp"
#include "promises.hpp"
#include "targets.hpp"

namespace chiwat::fuzz {
namespace {

constexpr std::string_view kName = "template: ";

// What the input calls itself, if that can stand in a description.
std::string name_of(std::string_view input) {
  const std::size_t at = input.find(kName);
  if (at == std::string_view::npos) return "other";
  const std::string_view rest = input.substr(at + kName.size());
  const std::string name(rest.substr(0, rest.find('\n')));
  const bool is_plain = !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || c == '-';
  });
  return is_plain ? name : "other";
}

std::string attachment_with(const std::string& name, bool is_table) {
  const std::string start = "  - {number: 7, title: ก, ";
  if (!is_table) return start + "forms: " + name + "}\n";
  return start + "tables: [{sheet: ก, layout: " + name +
         ", columns: [{heading: ก, show: district}, {heading: ข, show: goal}]}]}\n";
}

bool uses(const model::Attachment& attachment, const std::string& name) {
  const auto is_it = [&](const auto& page) { return page.layout.value == name; };
  return std::ranges::any_of(attachment.forms, is_it) ||
         std::ranges::any_of(attachment.tables, is_it);
}

}  // namespace

void template_file(std::string_view input) {
  const std::string name = name_of(input);
  const std::string kDescription = *office_file(model::kDescriptionFile);
  const bool is_used = kDescription.find(name) != std::string::npos;
  const bool is_table = input.find("kind: table") != std::string_view::npos;
  InputFiles files{
      {"templates/" + name + ".yaml", std::string(input)},
      {model::kDescriptionFile, kDescription + (is_used ? "" : attachment_with(name, is_table))}};
  const auto prepared = require_prepares(OfficeFiles(std::move(files)));
  if (!prepared) return;
  const auto uses_it = [&](const model::Attachment& attachment) { return uses(attachment, name); };
  require_makes(*prepared, uses_it);
  require_read_back(*prepared, uses_it);
}

}  // namespace chiwat::fuzz
