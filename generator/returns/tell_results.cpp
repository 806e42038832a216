#include "returns/tell_results.hpp"

#include <utility>
#include <variant>

#include "formula/evaluate.hpp"
#include "thai/names.hpp"

namespace chiwat::returns {

std::vector<form::FormDraft> drafts_of(const std::vector<FilledForm>& forms) {
  std::vector<form::FormDraft> drafts;
  for (const FilledForm& filled : forms) {
    form::FormDraft draft;
    draft.page = filled.page;
    draft.form = &std::get<form::FormTemplate>(filled.page->kind);
    for (const FilledRow& row : filled.rows) draft.rows.push_back(row.row);
    draft.asked_totals.resize(draft.form->columns.size());
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

bool is_used(const document::Value& value) {
  if (const auto* number = std::get_if<Number>(&value)) return !number->is_zero();
  if (const auto* text = std::get_if<std::string>(&value)) return !text->empty() && *text != "-";
  return !std::holds_alternative<document::Blank>(value);
}

bool holds_in(const form::RowsWhere& rows, form::FormNumbers& numbers, const form::FormDraft& draft,
              std::size_t row, bool online_before) {
  if (!rows.condition) return true;
  const auto value = formula::evaluate(*rows.condition, [&](const std::string& name) {
    const std::size_t column = *draft.form->find(name);
    const form::FormColumn& what = draft.form->columns[column];
    const auto* known = std::get_if<form::Known>(&what.source);
    if (known && *known == form::Known::online_before && online_before) {
      return formula::Value(Number(1));
    }
    const document::Value& written = draft.rows[row].known[column];
    const bool is_text = std::holds_alternative<std::string>(written);
    if (is_text) return formula::Value(Number(is_used(written) ? 1 : 0));
    return formula::Value(numbers.cell(draft, row, column));
  });
  const auto* answer = std::get_if<formula::Value>(&value);
  const bool* truth = answer ? std::get_if<bool>(answer) : nullptr;
  return truth && *truth;
}

std::set<std::string> operators_online_before(const model::Circular& circular,
                                              std::size_t district) {
  std::set<std::string> result;
  if (!circular.registry) return result;
  for (const model::Operator& who : circular.registry->operators_of(district)) {
    if (who.online_before) result.insert(thai::normalise(who.code.value));
  }
  return result;
}

}  // namespace chiwat::returns
