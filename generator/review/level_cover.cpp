// What results lead to which level: holes, overlaps, and levels that nobody can reach.
//
// A condition changes its mind only at its bounds. So it is enough to try, of every quantity, each
// bound, something between two neighbours, and something beyond the ends, all combined.
#include <algorithm>
#include <map>
#include <set>
#include <variant>

#include "formula/evaluate.hpp"
#include "model/counted.hpp"
#include "review/bounds.hpp"
#include "review/checks.hpp"
#include "review/measured.hpp"
#include "review/shown_texts.hpp"

namespace chiwat::review {
namespace {

using formula::Value;

constexpr std::size_t kMostPoints = 20'000;
constexpr std::size_t kMostLevels = 50;  // more are no scale that anybody reads

// One quantity and the values of it that are tried, the smallest first.
struct Axis {
  std::string name;
  bool percent = false;
  std::vector<Value> values;
};

using Point = std::vector<std::size_t>;  // indexes into the values of each axis

// Half of the least distance between two bounds; of one bound alone half of itself.
Number half_a_gap(const std::set<Number>& bounds) {
  Number least = bounds.begin()->is_zero() ? Number(1) : *bounds.begin();
  if (least < Number(0)) least = -least;
  for (auto one = bounds.begin(), next = std::next(one); next != bounds.end(); ++one, ++next) {
    if (one == bounds.begin() || *next - *one < least) least = *next - *one;
  }
  return least / 2;
}

// Values around the bounds that there can be: whole numbers of what is counted, nothing below zero
// unless it is a difference.
std::vector<Value> tried(const std::set<Number>& bounds, bool is_counted, bool is_signed) {
  std::set<Number> values(bounds);
  const Number step = is_counted ? Number(1) : half_a_gap(bounds);
  for (const Number& bound : bounds) {
    values.insert(bound - step);
    values.insert(bound + step);
  }
  for (auto one = bounds.begin(), next = std::next(one); next != bounds.end(); ++one, ++next) {
    if (!is_counted) values.insert((*one + *next) / 2);
  }
  if (!is_signed) {
    std::erase_if(values, [](const Number& value) { return value < Number(0); });
    values.insert(Number(0));
  }
  return {values.begin(), values.end()};
}

class Cover {
 public:
  Cover(const model::Circular& circular, const model::Round& round, Diagnostics& diagnostics)
      : circular_(circular), round_(round), diagnostics_(diagnostics) {}

  void check() {
    for (const model::Level* level : from_highest(round_)) {
      level->condition ? levels_.push_back(level) : void(rest_ = level);
    }
    if (levels_.empty() || levels_.size() > kMostLevels || !find_axes()) return;
    try_all();
    if (!rest_) report_holes();
    report_overlaps();
    report_unreachable();
  }

 private:
  // Whether every condition is understood and the points are not too many.
  bool find_axes() {
    std::map<std::string, std::pair<std::set<Number>, bool>> bounds_of;
    std::set<std::string> truths;
    for (const model::Level* level : levels_) {
      for (const auto& comparison : comparisons(level->condition)) {
        const auto bound = bound_of(*comparison);
        if (!bound) return false;
        bounds_of[bound->name].first.insert(bound->value);
        bounds_of[bound->name].second |= bound->percent;
      }
      for (const auto& used : formula::names(*level->condition)) truths.insert(used.value);
    }
    for (const auto& [name, bounds] : bounds_of) {
      const model::Quantity* quantity = find_quantity(circular_, name);
      if (!quantity) return false;
      truths.erase(name);
      axes_.push_back({name, bounds.second,
                       tried(bounds.first, !quantity->definition && model::is_counted(*quantity),
                             quantity->definition && is_difference(*quantity->definition))});
    }
    for (const std::string& name : truths) {
      const model::Quantity* quantity = find_quantity(circular_, name);
      if (!quantity || !quantity->is_truth) return false;
      axes_.push_back({name, false, {Value(false), Value(true)}});
    }
    std::size_t points = 1;
    for (const Axis& axis : axes_) {
      points *= axis.values.size();
      if (points > kMostPoints) return false;
    }
    return true;
  }

  bool reaches(const model::Level& level, const Point& point) const {
    const auto result = formula::evaluate(*level.condition, [&](const std::string& name) {
      const auto axis = std::ranges::find(axes_, name, &Axis::name);
      return axis->values[point[static_cast<std::size_t>(axis - axes_.begin())]];
    });
    const auto* value = std::get_if<Value>(&result);
    return value && std::get<bool>(*value);
  }

  // Which levels, by index into levels_, hold at each point.
  void try_all() {
    for (Point point(axes_.size(), 0);;) {
      std::vector<std::size_t> reached;
      for (std::size_t i = 0; i < levels_.size(); ++i) {
        if (reaches(*levels_[i], point)) reached.push_back(i);
      }
      reached_.emplace(point, std::move(reached));
      std::size_t axis = 0;
      while (axis < point.size() && ++point[axis] == axes_[axis].values.size()) point[axis++] = 0;
      if (axis == point.size()) return;
    }
  }

  // --- Holes ---

  void report_holes() {
    const auto is_hole = [](const auto& entry) { return entry.second.empty(); };
    const auto hole = std::ranges::find_if(reached_, is_hole);
    if (hole == reached_.end()) return;
    std::vector<std::string> cases = holes_of_one_name();
    const Point nothing = lowest();
    if (axes_.size() > 1 && reached_.at(nothing).empty()) cases.push_back(in_words(nothing));
    if (cases.empty()) cases.push_back(in_words(hole->first));
    std::string text;
    for (const std::string& one : cases) text += (text.empty() ? "" : "; ") + one;
    const model::Level& last = *levels_.back();
    diagnostics_
        .warning(last.origin, "levels_hole",
                 {{"round", std::to_string(round_.number.value)}, {"cases", text}})
        .hint("hint_levels_hole");
  }

  // Where everything but one quantity is as the highest level wants it: the first value of that
  // one that reaches nothing.
  std::vector<std::string> holes_of_one_name() const {
    std::vector<std::string> cases;
    const auto best = std::ranges::find_if(reached_, [](const auto& entry) {
      return !entry.second.empty() && entry.second.front() == 0;
    });
    if (best == reached_.end()) return cases;
    for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
      Point point = best->first;
      for (point[axis] = 0; point[axis] < axes_[axis].values.size(); ++point[axis]) {
        if (!reached_.at(point).empty()) continue;
        cases.push_back(in_words(axis, point));
        break;
      }
    }
    return cases;
  }

  // Every quantity at zero, or at the smallest that is tried.
  Point lowest() const {
    Point point;
    for (const Axis& axis : axes_) {
      const auto zero = std::ranges::find(axis.values, Value(Number(0)));
      point.push_back(
          zero == axis.values.end() ? 0 : static_cast<std::size_t>(zero - axis.values.begin()));
    }
    return point;
  }

  std::string in_words(std::size_t axis, const Point& point) const {
    const Value& value = axes_[axis].values[point[axis]];
    const std::string name = named(circular_, axes_[axis].name);
    if (const auto* truth = std::get_if<bool>(&value)) return name + (*truth ? " มี" : " ไม่มี");
    const Number& number = std::get<Number>(value);
    return name + " " + (axes_[axis].percent ? shown(number * 100) + "%" : shown(number));
  }
  std::string in_words(const Point& point) const {
    std::string text;
    for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
      text += (axis == 0 ? "" : ", ") + in_words(axis, point);
    }
    return text;
  }

  // --- Overlaps ---

  // Two levels of the same quantities, one of which ends where the other should begin.
  void report_overlaps() {
    for (std::size_t high = 0; high < levels_.size(); ++high) {
      for (std::size_t low = high + 1; low < levels_.size(); ++low) {
        if (!share_a_border(*levels_[high], *levels_[low])) continue;
        const auto both = std::ranges::find_if(reached_, [&](const auto& entry) {
          const auto& reached = entry.second;
          return std::ranges::find(reached, high) != reached.end() &&
                 std::ranges::find(reached, low) != reached.end();
        });
        if (both == reached_.end()) continue;
        diagnostics_
            .warning(levels_[low]->condition->origin, "levels_overlap",
                     {{"lower", named(*levels_[low])},
                      {"higher", named(*levels_[high])},
                      {"example", in_words(both->first)},
                      {"round", std::to_string(round_.number.value)}})
            .note(levels_[high]->condition->origin, "level_here");
      }
    }
  }

  static std::set<std::string> names_of(const model::Level& level) {
    std::set<std::string> names;
    for (const auto& used : formula::names(*level.condition)) names.insert(used.value);
    return names;
  }

  static bool share_a_border(const model::Level& a, const model::Level& b) {
    if (names_of(a) != names_of(b)) return false;
    for (const Bound& of_a : bounds(a)) {
      for (const Bound& of_b : bounds(b)) {
        if (of_a.name != of_b.name) continue;
        if ((of_a.is_least() && of_b.is_most()) || (of_a.is_most() && of_b.is_least())) return true;
      }
    }
    return false;
  }

  // --- Levels that nobody reaches ---

  void report_unreachable() {
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      if (is_like_a_higher_one(i)) continue;  // said by another rule
      const bool is_chosen = std::ranges::any_of(reached_, [&](const auto& entry) {
        return !entry.second.empty() && entry.second.front() == i;
      });
      if (!is_chosen) say_unreachable(*levels_[i]);
    }
    const bool is_all_covered =
        std::ranges::none_of(reached_, [](const auto& entry) { return entry.second.empty(); });
    if (rest_ && is_all_covered) say_unreachable(*rest_);
  }

  bool is_like_a_higher_one(std::size_t index) const {
    return std::any_of(levels_.begin(), levels_.begin() + static_cast<std::ptrdiff_t>(index),
                       [&](const auto* higher) { return are_alike(*higher, *levels_[index]); });
  }

  void say_unreachable(const model::Level& level) {
    diagnostics_.warning(level.origin, "level_unreachable",
                         {{"level", named(level)}, {"round", std::to_string(round_.number.value)}});
  }

  const model::Circular& circular_;
  const model::Round& round_;
  Diagnostics& diagnostics_;
  std::vector<const model::Level*> levels_;  // with a condition, the highest first
  const model::Level* rest_ = nullptr;       // for everything else
  std::vector<Axis> axes_;
  std::map<Point, std::vector<std::size_t>> reached_;
};

}  // namespace

void check_level_cover(const Subject& subject, Diagnostics& diagnostics) {
  for (const model::Round& round : subject.circular.rounds) {
    Cover(subject.circular, round, diagnostics).check();
  }
}

}  // namespace chiwat::review
