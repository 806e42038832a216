#include "form/form_numbers.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "formula/evaluate.hpp"

namespace chiwat::form {
namespace {

// What a cell is known by to other sheets; an empty one is like no other.
std::optional<std::variant<Number, std::string>> comparable(const document::Value& value) {
  if (const auto* number = std::get_if<Number>(&value)) return *number;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return std::nullopt;
}

// Whether there may be a number in any row.
bool has_numbers(const FormDraft& draft, std::size_t column) {
  return !std::holds_alternative<Empty>(draft.form->columns[column].source) ||
         !draft.rows.is_unknown(column);
}

}  // namespace

Number FormNumbers::cell(const FormDraft& draft, std::size_t row, std::size_t column) {
  const FormColumn& what = draft.form->columns[column];
  if (!what.in_rows) return 0;
  if (const auto* operand = std::get_if<formula::Operand>(&what.source)) {
    return evaluated(draft, **operand, row);
  }
  if (const auto* from = std::get_if<Gathered>(&what.source)) {
    return gathered(draft.rows.value(row, *draft.form->find(from->by.value)), *from,
                    draft.rows.district(row));
  }
  if (const auto* from = std::get_if<Collected>(&what.source)) {
    return collected(draft.rows.value(row, *draft.form->subject()), *from);
  }
  const auto number = draft.rows.number(row, column);
  if (!number) return 0;
  const auto* sum = std::get_if<Accumulates>(&what.source);
  return sum ? *number + cell(draft, row, *draft.form->find(sum->column.value)) : *number;
}

Number FormNumbers::total(const FormDraft& draft, std::size_t column) {
  const auto known = totals_.find({&draft, column});
  if (known != totals_.end()) return known->second;
  const ColumnTotal& total = draft.form->columns[column].total;
  Number result;
  if (std::holds_alternative<SumOfColumn>(total)) {
    if (!has_numbers(draft, column)) return totals_[{&draft, column}];
    for (std::size_t row = 0; row < draft.rows.size(); ++row) result += cell(draft, row, column);
  } else if (const auto* operand = std::get_if<formula::Operand>(&total)) {
    result = evaluated(draft, **operand, std::nullopt);
  } else if (std::holds_alternative<Asked>(total)) {
    result = draft.asked_totals[column].value_or(0);
  }
  totals_.emplace(std::pair(&draft, column), result);
  return result;
}

Number FormNumbers::difference(const FormDraft& draft, const FormCheck& check) {
  Number result = sum(draft, check.columns, std::nullopt);
  const FormDraft& other = check.form ? *find_draft(drafts_, check.form->value) : draft;
  const auto row = check.item ? other.row_of_item(check.item->value) : std::nullopt;
  return result -= sum(other, check.equal, row);
}

Number FormNumbers::gathered(const document::Value& key, const Gathered& from,
                             std::optional<std::size_t> district) {
  const FormDraft* found = find_draft(drafts_, from.form.value);
  if (!found) return 0;
  const FormDraft& other = *found;
  const std::size_t column = *other.form->find(from.column.value);
  Number result;
  for (const std::size_t i : rows_with(other, *other.form->find(from.by.value), key, district)) {
    if (!from.counts) {
      result += cell(other, i, column);
    } else if (!other.rows.is_blank(i, column)) {
      result += 1;
    }
  }
  return result;
}

Number FormNumbers::collected(const document::Value& key, const Collected& from) {
  const FormDraft& other = *find_draft(drafts_, from.form.value);
  const std::size_t column = *other.form->find(from.column.value);
  const auto is_meant = [&](std::size_t row) {
    return std::ranges::all_of(from.where, [&](const Collected::Where& where) {
      const auto* text = other.rows.text(row, *other.form->find(where.column.value));
      return text && *text == where.item.value;
    });
  };
  Number result;
  for (const std::size_t i : rows_with(other, *other.form->find(from.by.value), key, {})) {
    if (is_meant(i)) result += cell(other, i, column);
  }
  return result;
}

const std::vector<std::size_t>& FormNumbers::rows_with(const FormDraft& draft, std::size_t column,
                                                       const document::Value& key,
                                                       std::optional<std::size_t> district) {
  const auto [index, is_new] = indexes_.try_emplace({&draft, column, district});
  if (is_new && !draft.rows.empty()) {
    const auto [first, last] =
        district ? draft.rows_of(district).value_or(std::pair<std::size_t, std::size_t>(1, 0))
                 : std::pair<std::size_t, std::size_t>(0, draft.rows.size() - 1);
    for (std::size_t i = first; i <= last; ++i) {
      if (const auto same = comparable(draft.rows.value(i, column))) {
        index->second[*same].push_back(i);
      }
    }
  }
  static const std::vector<std::size_t> kNone;
  const auto same = comparable(key);
  const auto found = same ? index->second.find(*same) : index->second.end();
  return found == index->second.end() ? kNone : found->second;
}

Number FormNumbers::evaluated(const FormDraft& draft, const formula::Expression& expression,
                              std::optional<std::size_t> row) {
  const std::string prefix = kSumPrefix;
  const auto value = formula::evaluate(expression, [&](const std::string& name) {
    const bool is_total = name.starts_with(prefix);
    const std::size_t column = *draft.form->find(is_total ? name.substr(prefix.size()) : name);
    return formula::Value(is_total || !row ? total(draft, column) : cell(draft, *row, column));
  });
  // Divisions are guarded where the template is read.
  return std::get<Number>(std::get<formula::Value>(value));
}

Number FormNumbers::sum(const FormDraft& draft, const std::vector<Text>& columns,
                        std::optional<std::size_t> row) {
  Number result;
  for (const Text& name : columns) {
    const std::size_t column = *draft.form->find(name.value);
    result += row ? cell(draft, *row, column) : total(draft, column);
  }
  return result;
}

}  // namespace chiwat::form
