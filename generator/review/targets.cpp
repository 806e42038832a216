// Targets against the criteria they are made for, and against what is counted.
#include <algorithm>
#include <functional>

#include "model/counted.hpp"
#include "review/checks.hpp"
#include "review/criteria.hpp"
#include "review/measured.hpp"
#include "review/shown_texts.hpp"
#include "thai/search.hpp"

namespace chiwat::review {
namespace {

// The heading of a column whose numbers are at least what they say.
constexpr const char16_t* kAtLeast = u"(?:ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย) ?ร้อยละ";

using Districts = std::vector<std::string>;

MessageArguments counted(const std::string& column, const Districts& districts) {
  return {{"column", column},
          {"count", static_cast<std::int64_t>(districts.size())},
          {"districts", joined(districts, kMostNamed)}};
}

const std::string& name_of(const Subject& subject, std::size_t column) {
  return subject.circular.columns[column].name.value;
}

// One column's printed targets against what they stand for.
class Reach {
 public:
  Reach(const Subject& subject, std::size_t column, int decimals, std::vector<Target> targets,
        bool is_counted)
      : subject_(subject),
        column_(column),
        decimals_(decimals),
        targets_(std::move(targets)),
        is_counted_(is_counted) {}

  // "จุน 3 → 4" for each district that fails with the printed number.
  Districts failing() const {
    Districts result;
    for (std::size_t i = 0; i < subject_.circular.districts.size(); ++i) {
      const Number printed = value(i).rounded(decimals_, Rounding::half_up);
      if (is_enough(i, printed)) continue;
      result.push_back(subject_.circular.districts[i].value + " " + shown(printed) + " → " +
                       shown(ceiling(i)));
    }
    return result;
  }

 private:
  const Number& value(std::size_t district) const {
    return subject_.plan.columns[column_].districts[district];
  }

  // What somebody reports who does just what is printed: of what is counted a whole number.
  Number reported(const Number& printed) const {
    return is_counted_ ? printed.rounded(0, Rounding::ceiling) : printed;
  }

  bool is_enough(std::size_t district, const Number& printed) const {
    const Number amount = reported(printed);
    if (targets_.empty()) {
      const auto bound = unrounded(subject_, column_, district);
      return !bound || amount >= *bound;
    }
    return std::ranges::all_of(targets_, [&](const Target& target) {
      const auto reached = measured(subject_, target.criterion, district, amount);
      return !reached || meets(target.criterion, *reached);
    });
  }

  // The target rounded up.
  Number ceiling(std::size_t district) const {
    const auto exact = unrounded(subject_, column_, district).value_or(value(district));
    return exact.rounded(is_counted_ ? 0 : decimals_, Rounding::ceiling);
  }

  const Subject& subject_;
  std::size_t column_;
  int decimals_;
  std::vector<Target> targets_;
  bool is_counted_;
};

// Whether a heading over the column says "at least … percent", and no level does.
bool promises_at_least(const Subject& subject, const std::vector<ShownAs>& places) {
  return std::ranges::any_of(places, [&](const ShownAs& place) {
    return !thai::find_all(text_of(subject.circular, place), kAtLeast).empty();
  });
}

}  // namespace

void check_targets_reach(const Subject& subject, Diagnostics& diagnostics) {
  const auto all = targets(subject);
  const auto counts = counted_columns(subject.circular);
  for (std::size_t i = 0; i < subject.circular.columns.size(); ++i) {
    const auto places = places_of(subject, i);
    if (places.empty() || !subject.circular.columns[i].definition) continue;
    std::vector<Target> own;
    std::ranges::copy_if(all, std::back_inserter(own),
                         [&](const Target& target) { return target.column == i; });
    if (own.empty() && !promises_at_least(subject, places)) continue;
    const bool is_count =
        own.empty() ? counts[i] : model::is_counted(*own.front().criterion.result);
    const auto failing = Reach(subject, i, places.front().decimals, own, is_count).failing();
    if (failing.empty()) continue;
    diagnostics.warning(subject.circular.columns[i].name.origin, "target_below_bound",
                        counted(name_of(subject, i), failing));
  }
}

void check_whole_targets(const Subject& subject, Diagnostics& diagnostics) {
  const auto counts = counted_columns(subject.circular);
  for (std::size_t i = 0; i < subject.circular.columns.size(); ++i) {
    const model::Column& column = subject.circular.columns[i];
    const auto places = places_of(subject, i);
    if (!counts[i] || !column.definition || places.empty()) continue;
    Districts fractional;
    for (std::size_t j = 0; j < subject.circular.districts.size(); ++j) {
      const Number printed =
          subject.plan.columns[i].districts[j].rounded(places[0].decimals, Rounding::half_up);
      if (!printed.is_integer()) {
        fractional.push_back(subject.circular.districts[j].value + " " + shown(printed));
      }
    }
    if (fractional.empty()) continue;
    diagnostics.warning(column.name.origin, "target_fractional",
                        counted(column.name.value, fractional));
  }
}

namespace {

// The least that any level of the rounds asks for of a result, and in which round.
std::optional<std::pair<Bound, const model::Round*>> least_asked(const model::Circular& circular,
                                                                 const model::Quantity& result) {
  std::optional<std::pair<Bound, const model::Round*>> least;
  for (const model::Round& round : circular.rounds) {
    for (const model::Level& level : round.levels) {
      for (const Bound& bound : bounds(level)) {
        if (bound.name != result.name.value || !bound.is_least()) continue;
        if (!least || bound.value < least->first.value) least = std::pair(bound, &round);
      }
    }
  }
  return least;
}

// Whether a heading is about a result: it has its label, and its unit in parentheses.
bool is_about(const std::string& heading, const model::Quantity& result) {
  return !result.is_truth && !result.definition && result.label && result.unit &&
         heading.find(result.label->value) != std::string::npos &&
         heading.find("(" + result.unit->value + ")") != std::string::npos;
}

void check_count(const Subject& subject, std::size_t column, const model::Quantity& result,
                 Diagnostics& diagnostics) {
  const auto least = least_asked(subject.circular, result);
  const auto& values = subject.plan.columns[column].districts;
  if (!least || values.empty()) return;
  const Number most = *std::ranges::max_element(values);
  if (most >= least->first.value) return;
  diagnostics
      .warning(subject.circular.columns[column].name.origin, "target_reaches_no_level",
               {{"column", name_of(subject, column)},
                {"target", shown(most)},
                {"result", result.label->value},
                {"least", in_words(least->first)},
                {"round", std::to_string(least->second->number.value)}})
      .note(least->second->number.origin, "round_here");
}

}  // namespace

void check_targets_count(const Subject& subject, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < subject.circular.columns.size(); ++i) {
    const auto places = places_of(subject, i);
    if (places.empty() || !subject.circular.columns[i].definition) continue;
    const std::string heading = text_of(subject.circular, places.front());
    for (const model::Quantity& quantity : subject.circular.quantities) {
      if (is_about(heading, quantity)) check_count(subject, i, quantity, diagnostics);
    }
  }
}

}  // namespace chiwat::review
