#include "returns/read_back.hpp"

#include <utility>
#include <variant>

#include "form/occasion.hpp"

namespace chiwat::returns {
namespace {

using document::Value;

ReturnedRow returned_row(const FoundForm& found, int at) {
  ReturnedRow row{at, std::vector<Value>(found.columns.size())};
  const auto& cells = found.sheet->cells;
  for (auto cell = cells.lower_bound({at, 0}); cell != cells.end() && cell->first.row == at;
       ++cell) {
    for (std::size_t i = 0; i < found.columns.size(); ++i) {
      if (found.columns[i] == cell->first.column) row.values[i] = cell->second.value;
    }
  }
  return row;
}

ReturnedForm returned_form(const form::Template& page, const FoundForm& found, int version) {
  ReturnedForm result{&page,        found.sheet->name, found.columns, {},
                      std::nullopt, found.flaws,       version};
  const auto& cells = found.sheet->cells;
  for (auto cell = cells.lower_bound({found.first, 0});
       cell != cells.end() && cell->first.row <= found.last;) {
    result.rows.push_back(returned_row(found, cell->first.row));
    cell = cells.lower_bound({cell->first.row + 1, 0});
  }
  if (found.total) result.total = returned_row(found, *found.total);
  return result;
}

}  // namespace

Origin Returned::at(const ReturnedForm& form, const ReturnedRow& row,
                    std::optional<std::size_t> column) const {
  const auto known = column ? form.columns[*column] : std::nullopt;
  return at(form, {row.row, known.value_or(0)});
}

Origin Returned::at(const ReturnedForm& form, document::Position position) const {
  return {path + ":" + form.sheet + "!" + document::cell_name(position), 0, 0};
}

Returned read_back(const std::string& path, const document::Workbook& workbook,
                   const FormFacts& facts, const model::Circular& circular,
                   const form::Templates& templates, Diagnostics& diagnostics) {
  Returned result{path, facts, workbook.properties.modified, {}};
  const plan::Plan no_values;  // headings have none
  for (const model::Attachment& attachment : circular.attachments) {
    if (attachment.number.value != facts.attachment) continue;
    const form::Occasion occasion{circular,
                                  no_values,
                                  attachment,
                                  index_of_district(circular, facts.district),
                                  index_of_round(circular, facts.round),
                                  facts.months,
                                  thai::Digits::arabic};
    for (std::size_t i = 0; i < facts.forms.size(); ++i) {
      const std::string& name = facts.forms[i];
      const auto page = templates.find(name);
      if (page == templates.end() ||
          !std::holds_alternative<form::FormTemplate>(page->second.kind)) {
        continue;
      }
      if (const auto found = find_form(page->second, workbook, occasion)) {
        result.forms.push_back(returned_form(page->second, *found, facts.versions[i]));
      } else {
        diagnostics.error({path, 0, 0}, "returned_form_not_found", {{"form", name}});
      }
    }
  }
  return result;
}

}  // namespace chiwat::returns
