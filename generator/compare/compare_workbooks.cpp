#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "compare/align.hpp"
#include "compare/comparison.hpp"
#include "form/number_format.hpp"
#include "thai/date.hpp"

namespace chiwat::compare {
namespace {

using document::Sheet;

std::vector<const Sheet*> visible(const document::Workbook& workbook) {
  std::vector<const Sheet*> sheets;
  for (const Sheet& sheet : workbook.sheets) {
    if (!sheet.hidden) sheets.push_back(&sheet);
  }
  return sheets;
}

std::vector<std::string> names(const std::vector<const Sheet*>& sheets) {
  std::vector<std::string> result;
  for (const Sheet* sheet : sheets) result.push_back(sheet->name);
  return result;
}

// A path without the number that its last part begins with.
std::string unnumbered(const std::string& name) {
  const std::filesystem::path path(name);
  std::string last = path.filename().string();
  const std::size_t digits = last.find_first_not_of("0123456789");
  if (digits != 0 && digits != std::string::npos && last[digits] == '-') last.erase(0, digits + 1);
  return (path.parent_path() / last).string();
}

struct Shown {
  std::string operator()(const document::Blank&) const { return ""; }
  std::string operator()(const Number& number) const {
    constexpr int kMost = 6;
    return form::shown(number, {std::min(number.decimals().value_or(kMost), kMost), true,
                                thai::Digits::arabic, ""});
  }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const document::Formula& formula) const { return "=" + formula.text; }
  std::string operator()(const Date& date) const {
    return thai::format_date(date, thai::DateStyle::full, thai::Digits::arabic);
  }
  std::string operator()(bool truth) const { return truth ? "TRUE" : "FALSE"; }
  std::string operator()(const document::ErrorValue& error) const { return error.code; }
};

}  // namespace

std::vector<SheetChange> compare_workbooks(const document::Workbook& old_workbook,
                                           const document::Workbook& new_workbook) {
  const auto before = visible(old_workbook), after = visible(new_workbook);
  std::vector<SheetChange> changes;
  for (const auto& [old_index, new_index] : align(names(before), names(after))) {
    if (!old_index || !new_index) {
      changes.push_back({old_index ? before[*old_index]->name : "",
                         new_index ? after[*new_index]->name : "",
                         {}});
      continue;
    }
    const Sheet& old_sheet = *before[*old_index];
    const Sheet& new_sheet = *after[*new_index];
    auto cells = compare_sheets(old_sheet, new_sheet);
    if (cells.empty() && old_sheet.name == new_sheet.name) continue;
    changes.push_back({old_sheet.name, new_sheet.name, std::move(cells)});
  }
  return changes;
}

std::vector<FileChange> pair_files(const std::vector<std::string>& old_names,
                                   const std::vector<std::string>& new_names) {
  std::set<std::string> left(old_names.begin(), old_names.end());
  std::map<std::string, std::string> known;  // new name to old name
  for (const std::string& name : new_names) {
    if (left.erase(name) > 0) known[name] = name;
  }
  for (const std::string& name : new_names) {
    if (known.contains(name)) continue;
    const auto same = std::ranges::find(left, unnumbered(name), unnumbered);
    if (same != left.end()) known[name] = left.extract(same).value();
  }
  std::vector<FileChange> pairs;
  for (const std::string& name : new_names) pairs.push_back({known[name], name, {}});
  for (const std::string& name : left) pairs.push_back({name, "", {}});
  return pairs;
}

std::string shown(const document::Value& value) {
  return std::visit(Shown{}, value);
}

}  // namespace chiwat::compare
