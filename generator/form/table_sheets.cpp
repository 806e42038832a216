#include "form/table_sheets.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>
#include <vector>

#include "form/table_sheet.hpp"

namespace chiwat::form {
namespace {

// The heading over a column somewhere in the circular.
const Text* find_heading(const std::vector<model::Heading>& headings, std::size_t column) {
  for (const model::Heading& heading : headings) {
    if (const Text* found = find_heading(heading.parts, column)) return found;
    const auto* shown =
        heading.content ? std::get_if<model::ShownColumn>(&*heading.content) : nullptr;
    if (shown && shown->column == column) return &heading.text;
  }
  return nullptr;
}

// What a column is called for people: its label, else a heading that stands over it, else its name.
std::string label_of(const Context& context, std::size_t index) {
  const model::Column& column = context.circular.columns[index];
  if (!column.label.empty()) return column.label;
  for (const model::Attachment& attachment : context.circular.attachments) {
    for (const model::Table& table : attachment.tables) {
      const Text* heading = find_heading(table.headings, index);
      if (heading)
        return formatted(
            {context.circular, context.plan, attachment, context.digits, context.values}, table,
            *heading);
    }
  }
  return column.name.value;
}

// The table of the columns that formulas need and no table shows.
model::Table supporting_table(const Context& context, const TableTemplate& form,
                              const std::set<std::size_t>& columns) {
  model::Table table;
  table.sheet = form.supporting_name;
  // Excel compares names of sheets without case; Thai has none.
  const auto same = [](unsigned char a, unsigned char b) {
    return std::tolower(a) == std::tolower(b);
  };
  const auto is_taken = [&](const model::Table& other) {
    const std::string& name = table.sheet.value;
    return std::equal(name.begin(), name.end(), other.sheet.value.begin(), other.sheet.value.end(),
                      same);
  };
  const auto& tables = context.attachment.tables;
  while (std::any_of(tables.begin(), tables.end(), is_taken)) table.sheet.value += "+";
  table.title = {form.supporting_title};
  table.headings.push_back({form.supporting_serial, {}, model::SerialNumber{}, {}});
  table.headings.push_back({form.supporting_district, {}, model::DistrictName{}, {}});
  for (const std::size_t column : columns) {
    table.headings.push_back({{label_of(context, column), {}},
                              {},
                              model::ShownColumn{column, std::nullopt, std::nullopt},
                              {}});
  }
  return table;
}

// A table on its way to a sheet.
struct Draft {
  const model::Table* table;
  const Template* form;
  TableText text;
  TableRows rows;
  Placement placement;  // also among those of all sheets
};

Draft draft(const Context& context, const model::Table& table, const Template& form) {
  Draft result{&table, &form, table_text(context, table, form), {}, {}};
  result.rows = table_rows(result.text, static_cast<int>(context.circular.districts.size()));
  result.placement = placement_of(context, table, result.text, result.rows);
  return result;
}

}  // namespace

std::vector<document::Sheet> table_sheets(const Context& context, const Templates& templates) {
  std::vector<Draft> drafts;
  std::vector<Placement> placements;
  const auto add = [&](const model::Table& table, const Template& form) -> Draft& {
    drafts.push_back(draft(context, table, form));
    placements.push_back(drafts.back().placement);
    return drafts.back();
  };
  for (const model::Table& table : context.attachment.tables) {
    add(table, templates.at(table.layout.value));
  }
  const auto needed =
      context.values ? std::set<std::size_t>() : columns_to_support(context.circular, placements);
  const Template& first_form = *drafts.front().form;
  const model::Table extra =
      supporting_table(context, std::get<TableTemplate>(first_form.kind), needed);
  if (!needed.empty()) add(extra, first_form).text.label.clear();  // it is no attachment

  std::vector<document::Sheet> sheets;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Draft& each = drafts[i];
    sheets.push_back(table_sheet(context, *each.table, *each.form, each.text, each.rows,
                                 placements[i], placements));
  }
  return sheets;
}

}  // namespace chiwat::form
