// Of what a percentage is taken: by the column, by the criterion, and by the words over the column.
#include <algorithm>
#include <set>

#include "review/checks.hpp"
#include "review/criteria.hpp"
#include "review/shown_texts.hpp"
#include "thai/names.hpp"
#include "thai/search.hpp"

namespace chiwat::review {
namespace {

constexpr const char16_t* kPercentOf = u"(?:ร้อยละ ?[0-9.]+|[0-9.]+ ?%) ?ของ ?(.+)";

// The shortest text that can be told from a chance match, in characters.
constexpr std::size_t kShortestName = 6;

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

// The one column that a formula is a percentage of.
std::optional<std::size_t> base_of(const model::Circular& circular, std::size_t column) {
  const auto& definition = circular.columns[column].definition;
  if (!definition) return std::nullopt;
  const auto used = formula::names(*definition);
  if (used.size() != 1) return std::nullopt;
  for (std::size_t i = 0; i < circular.columns.size(); ++i) {
    if (circular.columns[i].name.value == used[0].value) return i;
  }
  return std::nullopt;
}

// The columns that a measure divides by, and others that it uses.
std::string columns_in(const model::Circular& circular, const std::string& measure) {
  const model::Quantity* quantity = find_quantity(circular, measure);
  std::string names;
  if (!quantity || !quantity->definition) return names;
  for (const auto& used : formula::names(*quantity->definition)) {
    if (find_quantity(circular, used.value)) continue;
    names += (names.empty() ? "" : ", ") + used.value;
  }
  return names;
}

void check_base_of_criterion(const Subject& subject, const Target& target,
                             Diagnostics& diagnostics) {
  const model::Circular& circular = subject.circular;
  const auto base = base_of(circular, target.column);
  const std::string& measure = target.criterion.bound.name;
  const std::string others = columns_in(circular, measure);
  if (!base || others.empty() || others == circular.columns[*base].name.value) return;
  diagnostics
      .warning(circular.columns[target.column].name.origin, "base_differs",
               {{"column", circular.columns[target.column].name.value},
                {"share", in_words(target.criterion.bound)},
                {"base", circular.columns[*base].name.value},
                {"measure", measure},
                {"other", others}})
      .note(target.criterion.level->condition->origin, "level_here");
}

// What people call a column: its label and the headings over it.
std::set<std::string> called(const Subject& subject, std::size_t column) {
  std::set<std::string> names{without_spaces(subject.circular.columns[column].label)};
  for (const ShownAs& place : places_of(subject, column)) {
    names.insert(without_spaces(text_of(subject.circular, place)));
  }
  std::erase_if(names, [](const auto& name) { return thai::length(name) < kShortestName; });
  return names;
}

// The longest name of a column that stands at the beginning of `text`.
std::size_t named_at_start(const std::string& text, const std::set<std::string>& names) {
  std::size_t longest = 0;
  for (const std::string& name : names) {
    if (text.starts_with(name)) longest = std::max(longest, name.size());
  }
  return longest;
}

void check_named_base(const Subject& subject, const ShownAs& place, const std::string& text,
                      std::size_t base, Diagnostics& diagnostics) {
  const std::string named = without_spaces(text);
  const std::size_t own = named_at_start(named, called(subject, base));
  std::optional<std::size_t> other;
  std::size_t longest = own;
  for (std::size_t i = 0; i < subject.circular.columns.size(); ++i) {
    const std::size_t length = named_at_start(named, called(subject, i));
    if (length <= longest) continue;
    longest = length;
    other = i;
  }
  if (!other) return;
  diagnostics.warning(place.heading->text.origin, "base_not_named",
                      {{"named", subject.circular.columns[*other].name.value},
                       {"base", subject.circular.columns[base].name.value}});
}

}  // namespace

void check_bases(const Subject& subject, Diagnostics& diagnostics) {
  std::set<std::size_t> said;
  for (const Target& target : targets(subject)) {
    if (target.has_same_base || said.contains(target.column)) continue;
    said.insert(target.column);
    check_base_of_criterion(subject, target, diagnostics);
  }
  for (std::size_t i = 0; i < subject.circular.columns.size(); ++i) {
    const auto base = base_of(subject.circular, i);
    if (!base) continue;
    for (const ShownAs& place : places_of(subject, i)) {
      const auto found = thai::find_all(text_of(subject.circular, place), kPercentOf);
      if (found.empty()) continue;
      check_named_base(subject, place, found.front().groups[0], *base, diagnostics);
    }
  }
}

}  // namespace chiwat::review
