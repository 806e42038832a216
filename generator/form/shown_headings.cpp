#include "form/shown_headings.hpp"

#include <variant>

namespace chiwat::form {
namespace {

void add(const Context& context, const model::Table& table,
         const std::vector<model::Heading>& headings, const std::string& above,
         std::vector<ShownHeading>& result) {
  for (const model::Heading& heading : headings) {
    const std::string text = formatted(context, table, heading.text);
    add(context, table, heading.parts, above + text + " ", result);
    const auto* shown =
        heading.content ? std::get_if<model::ShownColumn>(&*heading.content) : nullptr;
    if (shown) result.push_back({shown, text, above + text});
  }
}

}  // namespace

std::vector<ShownHeading> shown_headings(const Context& context, const model::Table& table) {
  std::vector<ShownHeading> result;
  add(context, table, table.headings, "", result);
  return result;
}

std::string label_of(const model::Circular& circular, const plan::Plan& plan, thai::Digits digits,
                     std::size_t index) {
  const model::Column& column = circular.columns[index];
  if (!column.label.empty()) return column.label;
  for (const model::Attachment& attachment : circular.attachments) {
    for (const model::Table& table : attachment.tables) {
      for (const ShownHeading& heading :
           shown_headings({circular, plan, attachment, digits, false}, table)) {
        if (heading.shown->column == index) return heading.heading;
      }
    }
  }
  return column.name.value;
}

}  // namespace chiwat::form
