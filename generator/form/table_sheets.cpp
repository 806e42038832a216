#include "form/table_sheets.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>
#include <vector>

#include "form/shown_headings.hpp"
#include "form/table_sheet.hpp"

namespace chiwat::form {
namespace {

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
    table.headings.push_back(
        {{label_of(context.circular, context.plan, context.digits, column), {}},
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

// The tables of an attachment, and the one that supports them.
class Drafts {
 public:
  Drafts(const Context& context, const Templates& templates) {
    for (const model::Table& table : context.attachment.tables) {
      add(context, table, templates.at(table.layout.value));
    }
    if (context.values) return;
    const auto needed = columns_to_support(context.circular, placements);
    if (needed.empty()) return;
    const Template& first_form = *all.front().form;
    supporting_ = supporting_table(context, std::get<TableTemplate>(first_form.kind), needed);
    add(context, supporting_, first_form);
    all.back().text.label.clear();  // it is no attachment
  }
  Drafts(const Drafts&) = delete;

  std::vector<Draft> all;
  std::vector<Placement> placements;  // of each

 private:
  void add(const Context& context, const model::Table& table, const Template& form) {
    all.push_back(draft(context, table, form));
    placements.push_back(all.back().placement);
  }

  model::Table supporting_;
};

}  // namespace

std::vector<Placement> table_placements(const Context& context, const Templates& templates) {
  return Drafts(context, templates).placements;
}

std::vector<document::Sheet> table_sheets(const Context& context, const Templates& templates) {
  const Drafts drafts(context, templates);
  const auto& placements = drafts.placements;
  std::vector<document::Sheet> sheets;
  for (std::size_t i = 0; i < drafts.all.size(); ++i) {
    const Draft& each = drafts.all[i];
    sheets.push_back(table_sheet(context, *each.table, *each.form, each.text, each.rows,
                                 placements[i], placements));
  }
  return sheets;
}

}  // namespace chiwat::form
