#include "consolidation/months_together.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <variant>

#include "form/brought.hpp"

namespace chiwat::consolidation {
namespace {

using document::Blank;
using document::Value;
using form::FieldType;
using form::FormColumn;
using form::FormRow;

bool adds_up(const FormColumn& column) {
  return std::holds_alternative<form::Empty>(column.source) &&
         (column.type == FieldType::amount || column.type == FieldType::count);
}

}  // namespace

void MonthsTogether::add(Month month, const std::vector<FormRow>& rows) {
  for (const FormRow& row : rows) {
    const std::string key = form::row_key(form_, row.known);
    const auto [at, is_new] = key.empty() ? std::pair(index_.end(), true)
                                          : index_.emplace(Key(row.district, key), rows_.size());
    if (!is_new) {
      put_together(rows_[at->second], row);
      continue;
    }
    rows_.push_back(row);
    months_.push_back(key.empty() ? std::optional(month) : std::nullopt);
  }
}

void MonthsTogether::put_together(FormRow& all, const FormRow& row) const {
  for (std::size_t i = 0; i < form_.columns.size(); ++i) {
    Value& known = all.known[i];
    const Value& own = row.known[i];
    const auto* sum = std::get_if<Number>(&known);
    const auto* number = std::get_if<Number>(&own);
    if (!adds_up(form_.columns[i])) {
      if (!std::holds_alternative<Blank>(own)) known = own;
    } else if (sum && number) {
      auto& parts = all.parts[i];
      if (parts.empty()) parts.push_back(*sum);
      parts.push_back(*number);
      known = *sum + *number;
    } else if (number) {
      known = *number;  // what could not be read stays in the fault
    } else if (!sum && !std::holds_alternative<Blank>(own)) {
      known = own;
    }
  }
  for (const auto& [column, fault] : row.faults) {
    std::string& text = all.faults[column];
    if (text.find(fault) == std::string::npos) text += (text.empty() ? "" : "\n") + fault;
  }
}

std::vector<FormRow> MonthsTogether::rows(std::vector<std::optional<Month>>& months) const {
  std::vector<std::size_t> order(rows_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return rows_[i].district; });
  std::vector<FormRow> result;
  months.clear();
  for (const std::size_t i : order) {
    result.push_back(rows_[i]);
    months.push_back(months_[i]);
  }
  return result;
}

std::vector<FormRow> MonthsTogether::not_among(const std::vector<FormRow>& rows) const {
  std::set<Key> there;
  for (const FormRow& row : rows) there.emplace(row.district, form::row_key(form_, row.known));
  std::vector<FormRow> result;
  for (const auto& [key, index] : index_) {
    if (there.contains(key)) continue;
    FormRow row;
    row.district = key.first;
    row.known = rows_[index].known;
    for (std::size_t i = 0; i < form_.columns.size(); ++i) {
      if (std::holds_alternative<form::Empty>(form_.columns[i].source)) row.known[i] = Blank{};
    }
    result.push_back(std::move(row));
  }
  return result;
}

}  // namespace chiwat::consolidation
