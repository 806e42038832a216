#include "form/lay_out.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>
#include <vector>

#include "form/table_sheet.hpp"
#include "model/placeholders.hpp"
#include "thai/message.hpp"
#include "thai/names.hpp"

namespace chiwat::form {
namespace {

constexpr std::size_t kLongestFileName = 200;  // bytes; file systems allow 255

std::string worded(const model::Circular& circular, const model::Attachment& attachment,
                   const Text& text, thai::Digits digits) {
  return std::get<std::string>(
      thai::format(text.value, model::placeholders(circular, nullptr, &attachment), digits));
}

// "01-เป้าหมายตัวชี้วัด.xlsx": sorts in the order of the attachments.
std::string file_name(const Context& context) {
  const model::Attachment& attachment = context.attachment;
  const std::string number = std::to_string(attachment.number.value);
  const Text& title = attachment.short_title ? *attachment.short_title : attachment.title;
  return std::string(number.size() < 2 ? "0" : "") + number + "-" +
         thai::file_name(worded(context.circular, attachment, title, thai::Digits::arabic),
                         kLongestFileName) +
         ".xlsx";
}

document::Properties properties(const Context& context) {
  const model::Letter& letter = context.circular.letter;
  const auto plain = [&](const std::optional<Text>& text) {
    return text ? worded(context.circular, context.attachment, *text, context.digits)
                : std::string();
  };
  document::Properties result;
  result.title = plain(context.attachment.title);
  result.subject = plain(letter.subject);
  result.author = plain(letter.office);
  result.company = result.author;
  result.keywords = plain(context.circular.indicator.name);
  result.created = letter.date->date().value_or(letter.date->month / std::chrono::day(1));
  return result;
}

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
model::Table supporting_table(const Context& context, const Template& form,
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

std::string attachment_title(const model::Circular& circular, const model::Attachment& attachment) {
  return worded(circular, attachment, attachment.title, attachment.digits);
}

document::Workbook lay_out(const model::Circular& circular, const plan::Plan& plan,
                           const model::Attachment& attachment, const Templates& templates,
                           const LayOutOptions& options) {
  const Context context{circular, plan, attachment, options.digits.value_or(attachment.digits),
                        options.values};
  document::Workbook workbook;
  workbook.file_name = file_name(context);
  workbook.properties = properties(context);

  std::vector<Draft> drafts;
  std::vector<Placement> placements;
  const auto add = [&](const model::Table& table, const Template& form) -> Draft& {
    drafts.push_back(draft(context, table, form));
    placements.push_back(drafts.back().placement);
    return drafts.back();
  };
  for (const model::Table& table : attachment.tables) {
    add(table, templates.at(table.layout.value));
  }
  const auto needed =
      options.values ? std::set<std::size_t>() : columns_to_support(circular, placements);
  const Template& first_form = *drafts.front().form;
  const model::Table extra = supporting_table(context, first_form, needed);
  if (!needed.empty()) add(extra, first_form).text.label.clear();  // it is no attachment

  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Draft& each = drafts[i];
    workbook.sheets.push_back(table_sheet(context, *each.table, *each.form, each.text, each.rows,
                                          placements[i], placements));
  }
  return workbook;
}

}  // namespace chiwat::form
