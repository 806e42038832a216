#include "consolidation/result_book.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "consolidation/result_templates.hpp"
#include "consolidation/rows_csv.hpp"
#include "form/form_rules.hpp"
#include "form/form_sheet.hpp"
#include "form/lay_out.hpp"
#include "form/properties.hpp"
#include "thai/date.hpp"

namespace chiwat::consolidation {
namespace {

using form::FormDraft;
using form::FormRow;
using form::FormTemplate;
using form::Known;
using form::Template;

bool is_gathered(const FormTemplate& form) {
  return std::ranges::any_of(form.columns, [](const form::FormColumn& column) {
    return std::holds_alternative<form::Gathered>(column.source);
  });
}

bool is_for_districts(const Template& page) {
  const auto* form = std::get_if<FormTemplate>(&page.kind);
  return form && form->audience != form::Audience::province;
}

bool is_for_province(const Template& page) {
  const auto* form = std::get_if<FormTemplate>(&page.kind);
  return form && form->audience != form::Audience::district;
}

void number(const FormTemplate& form, std::vector<FormRow>& rows) {
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    const auto* known = std::get_if<Known>(&form.columns[i].source);
    if (!known || *known != Known::serial) continue;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      rows[row].known[i] = Number(static_cast<std::int64_t>(row) + 1);
    }
  }
}

std::size_t fault_count(const std::vector<FormRow>& rows) {
  std::size_t count = 0;
  for (const FormRow& row : rows) count += row.faults.size();
  return count;
}

// The province's copy of a form that districts have, too, is another form to the formulas.
constexpr const char* kProvinceSuffix = "-province";

}  // namespace

ResultBook::ResultBook(const Source& source, const form::Templates& templates, BatchRows& rows,
                       const form::Brought& brought)
    : source_(source),
      templates_(templates),
      rows_(rows),
      brought_(brought),
      digits_(source.digits.value_or(rows.batch.attachment->digits)) {}

form::Occasion ResultBook::occasion(std::optional<std::size_t> district) const {
  return {source_.circular,   source_.plan, *rows_.batch.attachment, district, rows_.batch.round,
          rows_.batch.months, digits_,      source_.values,          &brought_};
}

const Template& ResultBook::keep(Template page) {
  return pages_.emplace_back(std::move(page));
}

// The districts' forms that came back.
std::vector<const model::Form*> ResultBook::uses() const {
  std::vector<const model::Form*> result;
  for (const model::Form& use : rows_.batch.attachment->forms) {
    const Template& page = templates_.at(use.layout.value);
    const bool is_of_round = !use.round || use.round == rows_.batch.round;
    if (is_of_round && is_for_districts(page) && rows_.rows.contains(use.layout.value)) {
      result.push_back(&use);
    }
  }
  return result;
}

void ResultBook::add_province() {
  const thai::Catalogue& words = source_.problems.words();
  std::map<std::string, const Template*> all;
  std::vector<const Template*> forms;
  for (const model::Form* use : uses()) {
    const auto months = rows_.months.find(use->layout.value);
    const bool with_month =
        months != rows_.months.end() &&
        std::ranges::any_of(months->second, [](auto m) { return m.has_value(); });
    const std::string& name = use->layout.value;
    forms.push_back(&keep(consolidated(templates_.at(name), with_month, words)));
    all[name] = forms.back();
  }
  for (const model::Form& use : rows_.batch.attachment->forms) {
    const Template& page = templates_.at(use.layout.value);
    if (is_for_province(page)) {
      if (auto own = collecting(page, forms, source_.circular, words)) {
        if (all.contains(use.layout.value)) own->name.value += kProvinceSuffix;
        add_collecting(keep(std::move(*own)), use, "");
      }
    }
    const auto form = all.find(use.layout.value);
    const auto of_round = rows_.batch.use_of(use.layout.value);
    if (form == all.end() || of_round != &use) continue;
    const bool is_summed =
        is_gathered(std::get<FormTemplate>(form->second->kind)) ||
        std::ranges::any_of(rows_.batch.attachment->forms, [&](const model::Form& other) {
          return collects_by_district(templates_.at(other.layout.value), use.layout.value);
        });
    const std::string sheet = words.text({"collected_summary_sheet", {}});
    auto summary =
        is_summed ? std::nullopt : by_district(*form->second, sheet, source_.circular, words);
    if (summary) add_collecting(keep(std::move(*summary)), use, sheet);
    add_result(*form->second, use, std::nullopt, fitted(*form->second, use));
  }
}

// A form that is made of others is filled in by nobody: the districts get theirs.
bool ResultBook::has_district_books() const {
  return std::ranges::any_of(uses(), [&](const model::Form* use) {
    return is_gathered(std::get<FormTemplate>(templates_.at(use->layout.value).kind));
  });
}

void ResultBook::add_district(std::size_t district) {
  district_ = district;
  if (!has_district_books()) return;
  for (const model::Form* use : uses()) {
    const Template& page = templates_.at(use->layout.value);
    std::vector<FormRow> rows;
    for (const FormRow& row : rows_.rows.at(use->layout.value)) {
      if (row.district != district) continue;
      rows.push_back(row);
      go_on(std::get<FormTemplate>(page.kind), *use, rows.back());
    }
    add_result(page, *use, district, std::move(rows));
  }
}

// What earlier months bring into the cells that go on.
void ResultBook::go_on(const FormTemplate& form, const model::Form& use, FormRow& row) const {
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    if (!std::holds_alternative<form::Accumulates>(form.columns[i].source)) continue;
    const auto found =
        brought_.find({rows_.batch.attachment->number.value, use.layout.value, row.district,
                       form::row_key(form, row.known), form.columns[i].name.value});
    row.known[i] = found == brought_.end() ? Number(0) : found->second;
  }
}

// The rows of all districts under the columns of their consolidated form: those that it has besides
// stand behind the serial number, or first.
std::vector<FormRow> ResultBook::fitted(const Template& page, const model::Form& use) {
  const auto& own = std::get<FormTemplate>(templates_.at(use.layout.value).kind);
  const auto& wide = std::get<FormTemplate>(page.kind);
  const std::size_t more = wide.columns.size() - own.columns.size();
  std::size_t from = 0;
  while (from < own.columns.size() && wide.columns[from].name.value == own.columns[from].name.value)
    ++from;
  const auto months = rows_.months.find(use.layout.value);
  std::vector<FormRow> result;
  const bool is_asked_again = has_district_books();
  auto& rows = rows_.rows.at(use.layout.value);
  for (std::size_t at = 0; at < rows.size(); ++at) {
    FormRow narrow = is_asked_again ? rows[at] : std::move(rows[at]);
    FormRow row;
    row.district = narrow.district;
    const auto moved = [&](std::size_t column) { return column < from ? column : column + more; };
    row.known.resize(wide.columns.size());
    for (std::size_t i = 0; i < own.columns.size(); ++i)
      row.known[moved(i)] = std::move(narrow.known[i]);
    for (auto& [column, parts] : narrow.parts) row.parts[moved(column)] = std::move(parts);
    for (auto& [column, fault] : narrow.faults) row.faults[moved(column)] = std::move(fault);
    for (std::size_t i = from; i < from + more; ++i) {
      const Known known = std::get<Known>(wide.columns[i].source);
      if (known == Known::district) {
        row.known[i] = source_.circular.districts[*row.district].value;
      } else if (months != rows_.months.end() && months->second[at]) {
        row.known[i] = thai::format_month(*months->second[at], digits_);
      }
    }
    go_on(wide, use, row);
    result.push_back(std::move(row));
  }
  return result;
}

void ResultBook::add_result(const Template& page, const model::Form& use,
                            std::optional<std::size_t> district, std::vector<FormRow> rows) {
  const thai::Catalogue& words = source_.problems.words();
  Template own = page;
  auto& form = std::get<FormTemplate>(own.kind);
  const std::size_t faults = fault_count(rows);
  if (!district) {
    const auto all = static_cast<std::int64_t>(source_.circular.districts.size());
    const auto received =
        all - static_cast<std::int64_t>(missing_districts(rows_.batch, source_.circular).size());
    form.title.push_back(
        plain(words.text({"collected_received", {{"received", received}, {"all", all}}})));
    for (const std::string& note : rows_.notes) form.notes.push_back(plain(note));
  }
  if (faults > 0) {
    form.notes.push_back(
        plain(words.text({"collected_faults", {{"count", static_cast<std::int64_t>(faults)}}})));
  }
  if (rows.empty()) rows.emplace_back().known.resize(form.columns.size());
  number(form, rows);
  FormDraft draft = form_draft(keep(std::move(own)), use, occasion(district), std::move(rows));
  draft.is_result = true;
  draft.sheet = free_sheet(draft.sheet);
  drafts_.push_back(std::move(draft));
}

void ResultBook::add_collecting(const Template& page, const model::Form& use,
                                const std::string& sheet) {
  Template own = page;
  auto& form = std::get<FormTemplate>(own.kind);
  for (const std::string& note : rows_.notes) form.notes.push_back(plain(note));
  FormDraft draft = form_draft(keep(std::move(own)), use, occasion(std::nullopt));
  draft.sheet = free_sheet(sheet.empty() ? draft.sheet : sheet);
  for (FormRow& row : draft.rows.kept()) {
    for (std::size_t i = 0; i < draft.form->columns.size(); ++i) {
      const bool goes_on = std::holds_alternative<form::Accumulates>(draft.form->columns[i].source);
      if (goes_on && std::holds_alternative<document::Blank>(row.known[i]))
        row.known[i] = Number(0);
    }
  }
  drafts_.push_back(std::move(draft));
}

std::string ResultBook::free_sheet(const std::string& name) const {
  const auto is_free = [&](const std::string& wanted) {
    return std::ranges::none_of(drafts_,
                                [&](const FormDraft& draft) { return draft.sheet == wanted; });
  };
  if (is_free(name)) return name;
  const std::string other = source_.problems.words().text({"collected_all_sheet", {}});
  std::string next = other;
  for (int i = 2; !is_free(next); ++i) next = other + " (" + std::to_string(i) + ")";
  return next;
}

bool ResultBook::is_consolidated(const FormDraft& draft) const {
  return draft.is_result && !district_;
}

void ResultBook::add_reached(form::Brought& reached) {
  for (const FormDraft& draft : drafts_) {
    for (std::size_t column = 0; column < draft.form->columns.size(); ++column) {
      if (!std::holds_alternative<form::Accumulates>(draft.form->columns[column].source)) continue;
      for (std::size_t row = 0; row < draft.rows.size(); ++row) {
        const std::string key = form::row_key(*draft.form, draft.rows[row].known);
        if (key.empty()) continue;
        reached[{rows_.batch.attachment->number.value, draft.use->layout.value,
                 draft.rows[row].district, key, draft.form->columns[column].name.value}] =
            numbers_.cell(draft, row, column);
      }
    }
  }
}

document::Workbook ResultBook::workbook(const std::string& file_name) {
  document::Workbook result;
  result.file_name = file_name;
  result.properties = form::properties(
      source_.circular, form::attachment_title(source_.circular, *rows_.batch.attachment), digits_);
  std::string& keywords = result.properties.keywords;
  keywords += (keywords.empty() ? "" : ", ") + std::string(kResultKeyword);
  const form::Occasion when = occasion(district_);
  for (const FormDraft& draft : drafts_) {
    result.sheets.push_back(form::form_sheet(draft, drafts_, numbers_, when));
  }
  if (auto lists = form::list_sheet(drafts_, when, result.defined_names)) {
    result.sheets.push_back(std::move(*lists));
  }
  return result;
}

std::vector<std::pair<std::string, std::string>> ResultBook::tables() {
  std::vector<std::pair<std::string, std::string>> result;
  for (const FormDraft& draft : drafts_) {
    if (!is_consolidated(draft)) continue;
    result.emplace_back(draft.sheet, rows_csv(draft, numbers_, source_.problems.words()));
  }
  return result;
}

}  // namespace chiwat::consolidation
