#include "compare/compare_descriptions.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace chiwat::compare {
namespace {

using Line = std::pair<std::string, Located<std::string>>;

// What tells the items of a list apart, the first that an item has.
constexpr const char* kNames[] = {"number", "points", "name", "placeholder", "sheet", "district"};

// What is computed, scored, and due when.
const std::set<std::string> kRules{"rounds",  "deadlines", "baseline",
                                   "results", "measures",  "columns"};

std::string name_of(const source::Node& item, std::size_t index) {
  for (const char* key : kNames) {
    const source::Node* name = item.find(key);
    if (name && name->kind == source::Node::Kind::scalar) return name->text;
  }
  return std::to_string(index + 1) + ".";
}

class Lines {
 public:
  explicit Lines(const source::Node& tree) { add("", tree); }

  std::vector<Line> take() { return std::move(lines_); }

 private:
  void add(const std::string& path, const source::Node& node) {
    for (const source::Member& member : node.members) {
      add((path.empty() ? "" : path + ".") + member.key.value, member.value);
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      std::string item = path + "[" + name_of(node.items[i], i) + "]";
      const int times = ++seen_[item];
      if (times > 1) item += "#" + std::to_string(times);
      add(item, node.items[i]);
    }
    if (node.kind == source::Node::Kind::scalar) lines_.push_back({path, {node.text, node.origin}});
  }

  std::vector<Line> lines_;
  std::map<std::string, int> seen_;
};

void compare_lines(const std::vector<Line>& before, const std::vector<Line>& after,
                   DescriptionChange& change) {
  const std::map<std::string, Located<std::string>> old_lines(before.begin(), before.end());
  const std::map<std::string, Located<std::string>> new_lines(after.begin(), after.end());
  const auto report = [&](LineChange line) {
    const std::string top = line.path.substr(0, line.path.find_first_of(".["));
    (kRules.contains(top) ? change.rules : change.texts).push_back(std::move(line));
  };
  for (const auto& [path, text] : after) {
    const auto old_line = old_lines.find(path);
    if (old_line == old_lines.end()) {
      report({path, std::nullopt, text});
    } else if (old_line->second.value != text.value) {
      report({path, old_line->second, text});
    }
  }
  for (const auto& [path, text] : before) {
    if (!new_lines.contains(path)) report({path, text, std::nullopt});
  }
}

struct Baseline {
  std::string label;
  std::map<std::string, Number> values;  // by district
};

std::map<std::string, Baseline> baselines(const model::Circular& circular) {
  std::map<std::string, Baseline> result;
  for (const model::Column& column : circular.columns) {
    if (column.definition) continue;
    Baseline& baseline = result[column.name.value];
    baseline.label = column.label.empty() ? column.name.value : column.label;
    for (std::size_t i = 0; i < column.baseline.size(); ++i) {
      baseline.values.emplace(circular.districts[i].value, column.baseline[i].value);
    }
  }
  return result;
}

std::optional<Number> value_in(const std::map<std::string, Baseline>& all,
                               const std::string& column, const std::string& district) {
  const auto found = all.find(column);
  if (found == all.end()) return std::nullopt;
  const auto value = found->second.values.find(district);
  return value == found->second.values.end() ? std::nullopt : std::optional(value->second);
}

// The names of both, those of the first in its order.
std::vector<std::string> all_names(const std::vector<std::string>& first,
                                   const std::vector<std::string>& second) {
  std::vector<std::string> result = first;
  for (const std::string& name : second) {
    if (std::ranges::find(first, name) == first.end()) result.push_back(name);
  }
  return result;
}

std::vector<std::string> districts(const model::Circular& circular) {
  std::vector<std::string> result;
  for (const model::Text& district : circular.districts) result.push_back(district.value);
  return result;
}

std::vector<std::string> columns(const model::Circular& circular) {
  std::vector<std::string> result;
  for (const model::Column& column : circular.columns) {
    if (!column.definition) result.push_back(column.name.value);
  }
  return result;
}

void compare_baselines(const model::Circular& old_circular, const model::Circular& new_circular,
                       DescriptionChange& change) {
  const auto before = baselines(old_circular), after = baselines(new_circular);
  for (const std::string& column : all_names(columns(new_circular), columns(old_circular))) {
    const auto& named = after.contains(column) ? after : before;
    for (const std::string& district :
         all_names(districts(new_circular), districts(old_circular))) {
      const auto old_value = value_in(before, column, district);
      const auto new_value = value_in(after, column, district);
      if (old_value == new_value) continue;
      change.baselines.push_back({named.at(column).label, district, old_value, new_value});
    }
  }
}

}  // namespace

DescriptionChange compare_descriptions(const model::Circular& old_circular,
                                       const source::Node& old_tree,
                                       const model::Circular& new_circular,
                                       const source::Node& new_tree) {
  DescriptionChange change;
  compare_baselines(old_circular, new_circular, change);
  compare_lines(Lines(old_tree).take(), Lines(new_tree).take(), change);
  return change;
}

}  // namespace chiwat::compare
