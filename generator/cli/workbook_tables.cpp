#include "cli/workbook_tables.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "base/diagnostics.hpp"
#include "cli/workbook_files.hpp"
#include "thai/date.hpp"
#include "xlsx/read.hpp"

namespace chiwat::cli {
namespace {

using document::Position;
using document::Sheet;
using document::Value;

struct CellText {
  std::string operator()(const document::Blank&) const { return ""; }
  std::string operator()(const Number& number) const { return number.to_string(); }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const document::Formula& formula) const {
    return std::visit([this](const auto& result) { return (*this)(result); }, formula.value);
  }
  std::string operator()(const Date& date) const {
    return thai::format_date(date, thai::DateStyle::full, thai::Digits::arabic);
  }
  std::string operator()(bool truth) const { return truth ? "1" : "0"; }
  std::string operator()(const document::ErrorValue& error) const { return error.code; }
};

// On one line, whatever stands in the cell.
std::string csv_cell(const Value& value) {
  std::string text = std::visit(CellText{}, value);
  std::ranges::replace(text, '\n', ' ');
  std::ranges::replace(text, '\r', ' ');
  if (text.find_first_of(",;\t\"#") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

std::string csv(const Sheet& sheet) {
  Position last{-1, -1};
  for (const auto& [at, cell] : sheet.cells) {
    last = {std::max(last.row, at.row), std::max(last.column, at.column)};
  }
  std::string text;
  for (int row = 0; row <= last.row; ++row) {
    for (int column = 0; column <= last.column; ++column) {
      const auto cell = sheet.cells.find({row, column});
      text += column > 0 ? "," : "";
      if (cell != sheet.cells.end()) text += csv_cell(cell->second.value);
    }
    text += "\n";
  }
  return text;
}

std::string names_of(const document::Workbook& workbook) {
  std::string names;
  for (const Sheet& sheet : workbook.sheets) names += (names.empty() ? "" : ", ") + sheet.name;
  return names;
}

}  // namespace

TablePlace place_of(const std::string& path) {
  const std::size_t mark = path.rfind('#');
  if (mark == std::string::npos || !is_workbook(path.substr(0, mark))) return {path, ""};
  return {path.substr(0, mark), path.substr(mark + 1)};
}

std::optional<std::string> WorkbookTables::read(const std::string& path) const {
  const TablePlace place = place_of(path);
  if (!is_workbook(place.file)) return disk_.read(path);
  Diagnostics unreadable;
  const auto workbook = xlsx::read(place.file, unreadable);
  if (!workbook) return std::nullopt;
  const auto sheet = std::ranges::find_if(workbook->sheets, [&](const Sheet& one) {
    return place.sheet.empty() ? !one.hidden : one.name == place.sheet;
  });
  return sheet == workbook->sheets.end() ? std::nullopt : std::optional(csv(*sheet));
}

std::optional<Message> WorkbookTables::trouble(const std::string& path) const {
  const auto [file, name] = place_of(path);
  std::error_code ignored;
  if (!is_workbook(file) || !std::filesystem::exists(file, ignored)) return std::nullopt;
  Diagnostics unreadable;
  const auto workbook = xlsx::read(file, unreadable);
  if (!workbook) return unreadable.all().front().message;
  return Message{"workbook_sheet_unknown",
                 {{"file", file}, {"sheet", name}, {"known", names_of(*workbook)}}};
}

}  // namespace chiwat::cli
