#include "cli/compare_sides.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "compare/compare_descriptions.hpp"

namespace chiwat::cli {
namespace {

std::vector<std::string> names(const ComparedSide& side) {
  std::vector<std::string> result;
  for (const auto& [name, read] : side.workbooks) result.push_back(name);
  return result;
}

std::string file_name(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

// Of one workbook and many: the one of the same name.
std::vector<compare::FileChange> counterpart(const ComparedSide& old_side,
                                             const ComparedSide& new_side) {
  const bool old_is_one = old_side.is_one_workbook;
  const std::string& one = (old_is_one ? old_side : new_side).workbooks.begin()->first;
  for (const std::string& name : names(old_is_one ? new_side : old_side)) {
    if (file_name(name) != one) continue;
    return {{old_is_one ? one : name, old_is_one ? name : one, {}}};
  }
  return {};
}

std::vector<compare::FileChange> pairs(const ComparedSide& old_side, const ComparedSide& new_side) {
  if (old_side.is_one_workbook && new_side.is_one_workbook) {
    return {{old_side.workbooks.begin()->first, new_side.workbooks.begin()->first, {}}};
  }
  if (old_side.is_one_workbook || new_side.is_one_workbook) return counterpart(old_side, new_side);
  return compare::pair_files(names(old_side), names(new_side));
}

}  // namespace

std::optional<ComparedSides> compare_sides(const ComparedSide& old_side,
                                           const ComparedSide& new_side,
                                           const std::string& new_path, Diagnostics& diagnostics) {
  ComparedSides result;
  if (old_side.description && new_side.description) {
    result.comparison.description = compare::compare_descriptions(
        old_side.description->prepared.circular, old_side.description->tree,
        new_side.description->prepared.circular, new_side.description->tree);
  }
  const auto paired = pairs(old_side, new_side);
  if (paired.empty()) {
    const ComparedSide& one = old_side.is_one_workbook ? old_side : new_side;
    diagnostics.error({new_path, 0, 0}, "compare_no_counterpart",
                      {{"file", one.workbooks.begin()->first}});
    return std::nullopt;
  }
  for (compare::FileChange file : paired) {
    const auto read = [](const ComparedSide& side, const std::string& name) {
      return name.empty() ? std::nullopt : side.workbooks.at(name)();
    };
    const auto before = read(old_side, file.old_file), after = read(new_side, file.new_file);
    if (after && !result.properties.created.ok()) result.properties = after->properties;
    if (before && after) file.sheets = compare::compare_workbooks(*before, *after);
    if (!before || !after || !file.sheets.empty()) result.comparison.files.push_back(file);
  }
  if (diagnostics.has_errors()) return std::nullopt;
  return result;
}

}  // namespace chiwat::cli
