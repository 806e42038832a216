#include "review/criteria.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <variant>

#include "formula/evaluate.hpp"
#include "model/placeholders.hpp"
#include "thai/message.hpp"
#include "thai/names.hpp"

namespace chiwat::review {
namespace {

using formula::Value;
using model::Circular;
using model::Quantity;

// The results that a name stands for, directly or through measures.
void gather_results(const Circular& circular, const std::string& name,
                    std::set<const Quantity*>& results) {
  const Quantity* quantity = find_quantity(circular, name);
  if (!quantity) return;
  if (!quantity->definition) {
    results.insert(quantity);
    return;
  }
  for (const auto& used : formula::names(*quantity->definition)) {
    gather_results(circular, used.value, results);
  }
}

// The criteria of a round whose bounds are at least so much of one result.
void gather_criteria(const Circular& circular, const model::Round& round,
                     std::vector<Criterion>& found) {
  for (const model::Level& level : round.levels) {
    for (const Bound& bound : bounds(level)) {
      std::set<const Quantity*> results;
      gather_results(circular, bound.name, results);
      if (!bound.is_least() || results.size() != 1 || (*results.begin())->is_truth) continue;
      found.push_back({&round, &level, bound, *results.begin()});
    }
  }
}

// The value of a name in a district, where one result has this amount.
std::optional<Number> value_of(const Subject& subject, const std::string& name,
                               std::size_t district, const Quantity* result, const Number& amount) {
  const auto& columns = subject.circular.columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name.value == name) return subject.plan.columns[i].districts[district];
  }
  const Quantity* quantity = find_quantity(subject.circular, name);
  if (!quantity) return std::nullopt;
  if (quantity == result) return amount;
  if (!quantity->definition) return std::nullopt;
  std::map<std::string, Value> values;
  for (const auto& used : formula::names(*quantity->definition)) {
    const auto value = value_of(subject, used.value, district, result, amount);
    if (!value) return std::nullopt;
    values.emplace(used.value, *value);
  }
  const auto outcome = formula::evaluate(*quantity->definition,
                                         [&](const std::string& used) { return values.at(used); });
  const auto* value = std::get_if<Value>(&outcome);
  const auto* number = value ? std::get_if<Number>(value) : nullptr;
  return number ? std::optional(*number) : std::nullopt;
}

// Whether the formula, not rounded, is exactly what the criterion asks for.
bool is_exact(const Subject& subject, std::size_t column, const Criterion& criterion) {
  const auto& overrides = subject.circular.columns[column].overrides;
  bool is_any_compared = false;
  for (std::size_t district = 0; district < subject.circular.districts.size(); ++district) {
    if (overrides.contains(district)) continue;
    const auto amount = unrounded(subject, column, district);
    const auto value = amount ? measured(subject, criterion, district, *amount) : std::nullopt;
    if (!value) continue;  // a base of zero
    if (*value != criterion.bound.value) return false;
    is_any_compared = true;
  }
  return is_any_compared;
}

// Whether both are the same percentage, of whatever: 5 % of a column, and a share of at least 5 %.
bool has_same_percentage(const Circular& circular, std::size_t column, const Criterion& criterion) {
  const auto formula = unrounded(circular.columns[column].definition);
  const auto* product = std::get_if<formula::Binary<formula::Arithmetic>>(&formula->node);
  if (!product || product->op != formula::Arithmetic::multiply || !criterion.bound.percent) {
    return false;
  }
  const auto written = literals(*formula);
  const Quantity* measure = find_quantity(circular, criterion.bound.name);
  return written.size() == 1 && written[0].percent && written[0].value == criterion.bound.value &&
         measure && measure->definition && formula::names(*formula).size() == 1;
}

void gather_targets(const Subject& subject, std::size_t column,
                    const std::vector<Criterion>& criteria, std::vector<Target>& found) {
  for (const Criterion& criterion : criteria) {
    const bool is_same = is_exact(subject, column, criterion);
    if (is_same || has_same_percentage(subject.circular, column, criterion)) {
      found.push_back({column, criterion, is_same});
    }
  }
}

// The rounds in whose tables a column stands.
std::set<const model::Round*> rounds_of(const Subject& subject, std::size_t column) {
  std::set<const model::Round*> rounds;
  for (const ShownAs& place : places_of(subject, column)) {
    if (place.table->round) {
      rounds.insert(&subject.circular.rounds[*place.table->round]);
    } else {
      for (const model::Round& round : subject.circular.rounds) rounds.insert(&round);
    }
  }
  return rounds;
}

void gather_places(const Subject& subject, const model::Table& table,
                   const std::vector<model::Heading>& headings, std::size_t column,
                   std::vector<ShownAs>& found) {
  for (const model::Heading& heading : headings) {
    gather_places(subject, table, heading.parts, column, found);
    const auto* shown =
        heading.content ? std::get_if<model::ShownColumn>(&*heading.content) : nullptr;
    if (!shown || shown->column != column) continue;
    found.push_back(
        {&heading, &table, shown->decimals.value_or(subject.plan.columns[column].decimals)});
  }
}

}  // namespace

std::vector<Target> targets(const Subject& subject) {
  std::vector<Target> found;
  for (std::size_t i = 0; i < subject.circular.columns.size(); ++i) {
    const auto& definition = subject.circular.columns[i].definition;
    if (!definition || formula::names(*definition).empty()) continue;
    std::vector<Criterion> criteria;
    const auto rounds = rounds_of(subject, i);
    for (const model::Round& round : subject.circular.rounds) {
      if (rounds.contains(&round)) gather_criteria(subject.circular, round, criteria);
    }
    gather_targets(subject, i, criteria, found);
  }
  return found;
}

std::optional<Number> measured(const Subject& subject, const Criterion& criterion,
                               std::size_t district, const Number& amount) {
  return value_of(subject, criterion.bound.name, district, criterion.result, amount);
}

bool meets(const Criterion& criterion, const Number& measured) {
  return criterion.bound.op == formula::Comparison::greater ? measured > criterion.bound.value
                                                            : measured >= criterion.bound.value;
}

std::optional<Number> unrounded(const Subject& subject, std::size_t column, std::size_t district) {
  const auto formula = unrounded(subject.circular.columns[column].definition);
  const auto outcome = formula::evaluate(*formula, [&](const std::string& name) {
    return Value(value_of(subject, name, district, nullptr, 0).value());
  });
  const auto* value = std::get_if<Value>(&outcome);
  return value ? std::optional(std::get<Number>(*value)) : std::nullopt;
}

formula::Operand unrounded(const formula::Operand& formula) {
  const auto* rounded = std::get_if<formula::Rounded>(&formula->node);
  return rounded ? rounded->operand : formula;
}

std::vector<ShownAs> places_of(const Subject& subject, std::size_t column) {
  std::vector<ShownAs> found;
  for (const model::Attachment& attachment : subject.circular.attachments) {
    for (const model::Table& table : attachment.tables) {
      gather_places(subject, table, table.headings, column, found);
    }
  }
  return found;
}

std::string text_of(const Circular& circular, const ShownAs& place) {
  const auto round = place.table->round;
  const auto formatted =
      thai::format(place.heading->text.value,
                   model::placeholders(circular, round ? &circular.rounds[*round] : nullptr),
                   thai::Digits::arabic);
  const auto* text = std::get_if<std::string>(&formatted);
  return thai::normalise(thai::to_arabic(text ? *text : place.heading->text.value));
}

}  // namespace chiwat::review
