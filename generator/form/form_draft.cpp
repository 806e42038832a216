#include "form/form_draft.hpp"

#include <algorithm>
#include <ranges>
#include <variant>

#include "form/form_choices.hpp"

namespace chiwat::form {
namespace {

FormText form_text(const Template& page, const FormTemplate& form, const thai::Arguments& arguments,
                   const Occasion& occasion) {
  const auto all = [&](const std::vector<Text>& texts) {
    return formatted(texts, arguments, occasion.digits);
  };
  FormText text;
  text.label = formatted(page.label, arguments, occasion.digits);
  text.titles = all(form.title);
  text.grid = HeadingTree<FormHeading>(form.headings).grid();
  for (const HeadingCell& cell : text.grid.cells) {
    text.headings.push_back(formatted(*cell.text, arguments, occasion.digits));
  }
  if (form.total) text.total = formatted(*form.total, arguments, occasion.digits);
  for (const FormCheck& check : form.checks) {
    text.checks.push_back(formatted(check.text, arguments, occasion.digits));
  }
  text.notes = all(form.notes);
  for (const auto& block : form.signatures) text.signatures.push_back(all(block));
  return text;
}

FormPlace form_place(const FormText& text, std::size_t rows) {
  const auto size = [](const auto& list) { return static_cast<int>(list.size()); };
  FormPlace place;
  place.headings = place.titles + size(text.titles);
  place.first = place.headings + text.grid.rows;
  place.last = place.first + static_cast<int>(rows) - 1;
  int next = place.last + 1;
  if (text.total) place.total = next++;
  place.checks = next;
  place.notes = place.checks + size(text.checks);
  place.signatures = place.notes + size(text.notes) + 1;
  int lines = 0;
  for (const auto& block : text.signatures) lines = std::max(lines, size(block));
  place.count = lines > 0 ? place.signatures + lines : place.signatures - 1;
  return place;
}

}  // namespace

std::optional<std::size_t> FormDraft::row_of_item(const std::string& code) const {
  const auto found = std::ranges::find(item_codes, code);
  if (found == item_codes.end()) return std::nullopt;
  return static_cast<std::size_t>(found - item_codes.begin());
}

std::string FormDraft::identifier() const {
  std::string name = page->name.value;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

std::optional<std::pair<std::size_t, std::size_t>> FormDraft::rows_of(
    std::optional<std::size_t> district) const {
  const auto indexes = std::views::iota(std::size_t{0}, rows.size());
  const auto found = std::ranges::equal_range(indexes, district, {},
                                              [&](std::size_t row) { return rows.district(row); });
  if (found.empty()) return std::nullopt;
  return std::pair(found.front(), found.back());
}

FormDraft form_draft(const Template& page, const model::Form& use, const Occasion& occasion) {
  const auto& form = std::get<FormTemplate>(page.kind);
  return form_draft(page, use, occasion, form_rows(form, use, occasion));
}

FormDraft form_draft(const Template& page, const model::Form& use, const Occasion& occasion,
                     KnownRows rows) {
  const auto& form = std::get<FormTemplate>(page.kind);
  FormDraft draft;
  draft.page = &page;
  draft.form = &form;
  draft.use = &use;
  draft.digits = occasion.digits;
  draft.placeholders = placeholders(occasion);
  draft.text = form_text(page, form, draft.placeholders, occasion);
  draft.sheet = formatted(use.sheet.value_or(form.sheet), draft.placeholders, occasion.digits);
  draft.rows = std::move(rows);
  for (const FormColumn& column : form.columns) {
    draft.choices.push_back(
        column.choices ? labels_of(column.choices->value, occasion.circular, occasion.district)
                       : std::vector<std::string>());
  }
  for (const FormColumn& column : form.columns) {
    const auto* asked = std::get_if<Asked>(&column.total);
    draft.asked_totals.push_back(asked ? asked_number(*asked, use, occasion) : std::nullopt);
  }
  if (form.rows.list) {
    for (const model::ListItem& item :
         model::find_list(occasion.circular.lists, form.rows.list->value)->items) {
      draft.item_codes.push_back(item.code.value);
    }
  }
  draft.place = form_place(draft.text, draft.rows.size());
  return draft;
}

const FormDraft* find_draft(const std::vector<FormDraft>& drafts, const std::string& name) {
  const auto found = std::ranges::find_if(
      drafts, [&](const FormDraft& draft) { return draft.page->name.value == name; });
  return found == drafts.end() ? nullptr : &*found;
}

}  // namespace chiwat::form
