#include "explain/places.hpp"

#include <optional>

#include "form/lay_out.hpp"
#include "form/table_sheets.hpp"

namespace chiwat::explain {
namespace {

std::optional<document::Position> cell_in(const form::Placement& placement, std::size_t column,
                                          Row row) {
  const auto& columns = row ? placement.shown : placement.with_total;
  const auto found = columns.find(column);
  if (found == columns.end()) return std::nullopt;
  const int line = row ? placement.first_row + static_cast<int>(*row) : placement.total_row;
  return document::Position{line, found->second};
}

}  // namespace

std::vector<Place> places(const model::Circular& circular, const plan::Plan& plan,
                          const form::Templates& templates, std::size_t column, Row row) {
  std::vector<Place> result;
  for (const model::Attachment& attachment : circular.attachments) {
    for (const form::Output& output : form::outputs(circular, attachment, templates)) {
      if (!output.has_tables) continue;
      const form::Context context{circular, plan, attachment, attachment.digits, false};
      for (const form::Placement& placement : form::table_placements(context, templates)) {
        const auto cell = cell_in(placement, column, row);
        if (cell) result.push_back({output.file_name, placement.sheet, *cell});
      }
    }
  }
  return result;
}

}  // namespace chiwat::explain
