// Levels against each other: their order, two that are alike, and two rounds that nearly are.
#include <algorithm>

#include "review/bounds.hpp"
#include "review/checks.hpp"
#include "review/shown_texts.hpp"

namespace chiwat::review {
namespace {

using Levels = std::vector<const model::Level*>;

constexpr std::size_t kMostLevels = 50;  // more are no scale that anybody reads

// The round's levels that have a condition, the highest first; none where there are too many.
Levels conditional(const model::Round& round) {
  Levels levels = from_highest(round);
  std::erase_if(levels, [](const model::Level* level) { return !level->condition; });
  if (levels.size() > kMostLevels) levels.clear();
  return levels;
}

bool has_least(const model::Level& level, const std::string& name) {
  return std::ranges::any_of(
      bounds(level), [&](const Bound& bound) { return bound.name == name && bound.is_least(); });
}

// Whether the higher level asks for less of something, or allows more of what should be little,
// than the lower one. (A level from 8 to 9 rightly ends above one from 7 to 8.)
bool is_out_of_order(const model::Level& higher, const Bound& upper, const model::Level& lower,
                     const Bound& under) {
  if (upper.name != under.name) return false;
  if (upper.is_least() && under.is_least()) return upper.value < under.value;
  return upper.is_most() && under.is_most() && upper.value > under.value &&
         !has_least(higher, upper.name) && !has_least(lower, upper.name);
}

void check_order(const model::Circular& circular, const model::Round& round,
                 const model::Level& higher, const model::Level& lower, Diagnostics& diagnostics) {
  for (const Bound& upper : bounds(higher)) {
    for (const Bound& under : bounds(lower)) {
      if (!is_out_of_order(higher, upper, lower, under)) continue;
      diagnostics
          .warning(higher.condition->origin, "level_order",
                   {{"name", named(circular, upper.name)},
                    {"higher", named(higher)},
                    {"higher_bound", in_words(upper)},
                    {"lower", named(lower)},
                    {"lower_bound", in_words(under)},
                    {"round", std::to_string(round.number.value)}})
          .note(lower.condition->origin, "level_here");
    }
  }
}

}  // namespace

void check_level_order(const Subject& subject, Diagnostics& diagnostics) {
  for (const model::Round& round : subject.circular.rounds) {
    const Levels levels = conditional(round);
    for (std::size_t i = 0; i + 1 < levels.size(); ++i) {
      check_order(subject.circular, round, *levels[i], *levels[i + 1], diagnostics);
    }
  }
}

void check_levels_alike(const Subject& subject, Diagnostics& diagnostics) {
  for (const model::Round& round : subject.circular.rounds) {
    const Levels levels = conditional(round);
    for (std::size_t i = 0; i < levels.size(); ++i) {
      for (std::size_t j = i + 1; j < levels.size(); ++j) {
        if (!are_alike(*levels[i], *levels[j])) continue;
        diagnostics
            .warning(levels[j]->condition->origin, "levels_alike",
                     {{"first", named(*levels[i])},
                      {"second", named(*levels[j])},
                      {"round", std::to_string(round.number.value)}})
            .note(levels[i]->condition->origin, "level_here");
      }
    }
  }
}

namespace {

// Two rounds of this many bounds that differ in one of them are meant to be the same.
constexpr std::size_t kFewestBounds = 6;

struct BoundOfLevel {
  const model::Level* level;
  Bound bound;
};

std::vector<BoundOfLevel> all_bounds(const model::Round& round) {
  std::vector<BoundOfLevel> result;
  for (const model::Level* level : from_highest(round)) {
    for (Bound& bound : bounds(*level)) result.push_back({level, std::move(bound)});
  }
  return result;
}

bool have_same_shape(const BoundOfLevel& a, const BoundOfLevel& b) {
  return a.level->points.value == b.level->points.value && a.bound.name == b.bound.name &&
         a.bound.op == b.bound.op && a.bound.percent == b.bound.percent;
}

void compare(const model::Circular& circular, const model::Round& first, const model::Round& second,
             Diagnostics& diagnostics) {
  const auto one = all_bounds(first), other = all_bounds(second);
  if (one.size() < kFewestBounds || !std::ranges::equal(one, other, have_same_shape)) return;
  std::vector<std::size_t> differing;
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (one[i].bound.value != other[i].bound.value) differing.push_back(i);
  }
  if (differing.size() != 1) return;
  const BoundOfLevel &before = one[differing[0]], &after = other[differing[0]];
  diagnostics
      .warning(after.level->origin, "rounds_nearly_alike",
               {{"name", named(circular, after.bound.name)},
                {"level", named(*after.level)},
                {"first", std::to_string(first.number.value)},
                {"first_bound", in_words(before.bound)},
                {"second", std::to_string(second.number.value)},
                {"second_bound", in_words(after.bound)}})
      .note(before.level->origin, "level_here");
}

}  // namespace

void check_rounds_alike(const Subject& subject, Diagnostics& diagnostics) {
  const auto& rounds = subject.circular.rounds;
  for (std::size_t i = 0; i + 1 < rounds.size(); ++i) {
    compare(subject.circular, rounds[i], rounds[i + 1], diagnostics);
  }
}

}  // namespace chiwat::review
