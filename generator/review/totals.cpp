// Sums: total rows against the rows above them, and parts against their whole.
#include <algorithm>
#include <map>

#include "formula/evaluate.hpp"
#include "review/checks.hpp"
#include "review/criteria.hpp"
#include "review/measured.hpp"
#include "review/shown_texts.hpp"

namespace chiwat::review {
namespace {

// What the total row of a table shows for a column, where it could be the sum of the rows: nothing
// for words and blanks, and for a ratio of totals.
std::optional<Number> total_of(const Subject& subject, std::size_t index, const ShownAs& place) {
  const model::Column& column = subject.circular.columns[index];
  const plan::ColumnValues& values = subject.plan.columns[index];
  const auto& shown = std::get<model::ShownColumn>(*place.heading->content);
  const model::Total& total = shown.total.value_or(column.total);
  if (place.table->total_label && place.table->total_label->value.empty()) return std::nullopt;
  if (std::holds_alternative<model::SumOfRows>(total)) {
    return column.total_override ? column.total_override->value : values.sum;
  }
  if (!std::holds_alternative<model::RuleOnTotals>(total)) return std::nullopt;
  if (is_ratio(*column.definition)) return std::nullopt;  // nobody adds up averages
  return column.total_override ? std::optional(column.total_override->value) : values.rule;
}

bool check_total(const Subject& subject, std::size_t index, const ShownAs& place,
                 Diagnostics& diagnostics) {
  const auto total = total_of(subject, index, place);
  if (!total) return false;
  const Number printed = total->rounded(place.decimals, Rounding::half_up);
  Number sum;
  for (const Number& value : subject.plan.columns[index].districts) {
    sum += value.rounded(place.decimals, Rounding::half_up);
  }
  if (sum == printed) return false;
  const model::Column& column = subject.circular.columns[index];
  const Number difference = sum > printed ? sum - printed : printed - sum;
  diagnostics.warning(column.name.origin, "total_not_sum",
                      {{"column", column.name.value},
                       {"total", shown(printed)},
                       {"sum", shown(sum)},
                       {"difference", shown(difference)}});
  return true;
}

}  // namespace

void check_totals(const Subject& subject, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < subject.circular.columns.size(); ++i) {
    for (const ShownAs& place : places_of(subject, i)) {
      if (check_total(subject, i, place, diagnostics)) break;
    }
  }
}

namespace {

// A column as a part of another one: round(target / 2) is a half of target.
struct Part {
  std::size_t column;
  std::string whole;
  Number fraction;
};

// The fraction of `whole` that a formula is before anything is rounded; nothing when it is none.
// Parts that are known stand for their own fractions: target - r1 is the other half.
std::optional<Number> fraction_of(const formula::Expression& expression, const std::string& whole,
                                  const std::map<std::string, Number>& known) {
  using formula::Arithmetic;
  if (const auto* rounded = std::get_if<formula::Rounded>(&expression.node)) {
    return fraction_of(*rounded->operand, whole, known);
  }
  if (const auto* name = std::get_if<formula::Name>(&expression.node)) {
    if (name->name == whole) return Number(1);
    const auto part = known.find(name->name);
    return part == known.end() ? std::nullopt : std::optional(part->second);
  }
  const auto* binary = std::get_if<formula::Binary<Arithmetic>>(&expression.node);
  if (!binary) return std::nullopt;
  const auto left = fraction_of(*binary->left, whole, known);
  const auto right = fraction_of(*binary->right, whole, known);
  const auto factor = formula::constant(left ? *binary->right : *binary->left);
  switch (binary->op) {
    case Arithmetic::add:
      return left && right ? std::optional(*left + *right) : std::nullopt;
    case Arithmetic::subtract:
      return left && right ? std::optional(*left - *right) : std::nullopt;
    case Arithmetic::multiply:
      if (!factor || (!left && !right)) return std::nullopt;
      return (left ? *left : *right) * *factor;
    case Arithmetic::divide:
      if (!left || !factor || factor->is_zero()) return std::nullopt;
      return *left / *factor;
  }
  return std::nullopt;
}

// The shown parts of a column, each less than the whole.
std::vector<Part> parts_of(const Subject& subject, const std::string& whole) {
  std::vector<Part> parts;
  std::map<std::string, Number> known;
  for (std::size_t i = 0; i < subject.circular.columns.size(); ++i) {
    const model::Column& column = subject.circular.columns[i];
    const auto fraction =
        column.definition ? fraction_of(*column.definition, whole, known) : std::nullopt;
    if (!fraction || *fraction <= Number(0) || *fraction >= Number(1)) continue;
    known.emplace(column.name.value, *fraction);
    if (!places_of(subject, i).empty()) parts.push_back({i, whole, *fraction});
  }
  return parts;
}

// Percentages for several levels may come to 100 by chance; few parts, or equal ones, do not.
bool are_a_division(const std::vector<Part>& parts) {
  constexpr std::size_t kFew = 4;
  return parts.size() <= kFew || std::ranges::all_of(parts, [&](const Part& part) {
           return part.fraction == parts.front().fraction;
         });
}

void check_parts_of(const Subject& subject, std::size_t whole, Diagnostics& diagnostics) {
  const model::Column& column = subject.circular.columns[whole];
  const auto parts = parts_of(subject, column.name.value);
  Number sum;
  std::string names;
  for (const Part& part : parts) {
    sum += part.fraction;
    names += (names.empty() ? "" : " + ") + subject.circular.columns[part.column].name.value;
  }
  if (parts.size() < 2 || sum != Number(1) || !are_a_division(parts)) return;
  std::vector<std::string> differing;
  for (std::size_t i = 0; i < subject.circular.districts.size(); ++i) {
    const Number& all = subject.plan.columns[whole].districts[i];
    Number together;
    for (const Part& part : parts) together += subject.plan.columns[part.column].districts[i];
    if (together == all) continue;
    differing.push_back(subject.circular.districts[i].value + " " + shown(together) + " ≠ " +
                        shown(all));
  }
  if (differing.empty()) return;
  const model::Column& last = subject.circular.columns[parts.back().column];
  diagnostics.warning(last.name.origin, "parts_differ",
                      {{"parts", names},
                       {"whole", column.name.value},
                       {"count", static_cast<std::int64_t>(differing.size())},
                       {"districts", joined(differing, kMostNamed)},
                       {"last", last.name.value}});
}

}  // namespace

void check_parts(const Subject& subject, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < subject.circular.columns.size(); ++i) {
    check_parts_of(subject, i, diagnostics);
  }
}

}  // namespace chiwat::review
