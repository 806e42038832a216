#include "cli/input_workbook.hpp"

#include <filesystem>
#include <vector>

#include "base/number.hpp"
#include "cli/workbook_tables.hpp"
#include "form/listing.hpp"
#include "model/read.hpp"
#include "output/draft.hpp"
#include "renew/input_tables.hpp"
#include "source/csv.hpp"
#include "source/files.hpp"
#include "source/yaml.hpp"
#include "thai/names.hpp"
#include "xlsx/read.hpp"
#include "xlsx/write.hpp"

namespace chiwat::cli {
namespace {

using document::Horizontal;

constexpr form::Millipoints kWide = 260'000;

// A number is a number, but not a condition that looks like one.
document::Cell cell_of(const std::string& text) {
  const auto decimal = thai::plain_decimal(text);
  if (!decimal) return {text, form::listed_text(Horizontal::left), ""};
  return {Number::parse(*decimal).value(), form::listed_number(""), ""};
}

document::Sheet sheet_of(const renew::InputTable& table) {
  form::Listing laid;
  laid.sheet = table.sheet;
  for (const std::string& heading : table.headings) laid.columns.push_back({heading, kWide});
  for (const auto& row : table.rows) {
    std::vector<document::Cell>& cells = laid.rows.emplace_back();
    for (const std::string& text : row) cells.push_back(cell_of(text));
  }
  return form::laid_out(laid);
}

renew::InputTable table_on(const std::string& sheet, const source::Table& csv) {
  renew::InputTable table{sheet, {}, {}};
  for (const auto& heading : csv.header) table.headings.push_back(heading.value);
  for (const auto& row : csv.rows) {
    std::vector<std::string>& cells = table.rows.emplace_back();
    for (const auto& cell : row) cells.push_back(cell.value);
    cells.resize(table.headings.size());
  }
  return table;
}

std::string bytes_of(const std::vector<renew::InputTable>& tables) {
  document::Workbook workbook;
  workbook.file_name = kInputWorkbook;
  workbook.properties.title = "ตารางข้อมูล";
  workbook.properties.created =
      Date{std::chrono::year{2000}, std::chrono::January, std::chrono::day{1}};
  for (const renew::InputTable& table : tables) workbook.sheets.push_back(sheet_of(table));
  const output::Draft draft(std::filesystem::temp_directory_path());
  xlsx::write_to(workbook, draft.path());
  return source::DiskFiles().read(draft.path().string()).value();
}

}  // namespace

void move_tables_into_workbook(NewFiles& files) {
  source::Texts texts;
  Diagnostics none;
  std::string& text = files.at(model::kDescriptionFile);
  const auto tree = source::read_yaml(model::kDescriptionFile, text, texts, none);
  const source::Node* baseline = tree ? tree->find("baseline") : nullptr;
  const source::Node* file = baseline ? baseline->find("file") : nullptr;
  if (!file || !files.contains(file->text)) return;
  const auto csv = source::read_csv(file->text, files.at(file->text), texts, none);
  if (!csv) return;
  const std::string old_file = file->text;
  files[kInputWorkbook] =
      bytes_of({table_on(renew::kBaselineSheet, *csv), renew::level_table(*tree)});
  text = renew::with_input_workbook(text, *tree, kInputWorkbook);
  files.erase(old_file);
}

std::optional<std::string> with_tables(const std::string& path, const SheetTables& tables) {
  source::Texts texts;
  Diagnostics none;
  const auto workbook = xlsx::read(path, none);
  if (!workbook) return std::nullopt;
  const WorkbookTables old;
  std::vector<renew::InputTable> all;
  for (const document::Sheet& sheet : workbook->sheets) {
    if (sheet.hidden) continue;
    const auto own = tables.find(all.empty() && tables.contains("") ? "" : sheet.name);
    const std::string text = own != tables.end() ? own->second : *old.read(path + "#" + sheet.name);
    const auto table = source::read_csv(sheet.name, text, texts, none);
    if (!table) return std::nullopt;
    all.push_back(table_on(sheet.name, *table));
  }
  return bytes_of(all);
}

}  // namespace chiwat::cli
