#include "returns/read_back.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

#include "document/area.hpp"
#include "form/form_identity.hpp"
#include "form/heading_grid.hpp"
#include "form/occasion.hpp"
#include "thai/date.hpp"
#include "thai/digits.hpp"
#include "thai/names.hpp"

namespace chiwat::returns {
namespace {

using document::Position;
using document::Sheet;
using document::Value;
using document::Workbook;

constexpr int kFarthestHeading = 100;  // rows and columns in which headings are looked for

const Sheet* find_sheet(const Workbook& workbook, const std::string& name) {
  const auto found =
      std::ranges::find_if(workbook.sheets, [&](const Sheet& sheet) { return sheet.name == name; });
  return found == workbook.sheets.end() ? nullptr : &*found;
}

Value value_at(const Sheet& sheet, Position at) {
  const auto found = sheet.cells.find(at);
  return found == sheet.cells.end() ? Value(document::Blank{}) : found->second.value;
}

// A cell as words to compare: spaces and digits in one form.
std::string words(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    return thai::to_arabic(thai::normalise(*text));
  }
  if (const auto* number = std::get_if<Number>(&value)) return number->to_string();
  return "";
}

std::map<std::string, std::string> identity(const Workbook& workbook) {
  std::map<std::string, std::string> result;
  if (const Sheet* sheet = find_sheet(workbook, form::kIdentitySheet)) {
    for (const auto& [at, cell] : sheet->cells) {
      if (at.column == 0) result[words(cell.value)] = words(value_at(*sheet, {at.row, 1}));
    }
  }
  const std::string prefix = std::string(form::kIdentitySheet) + ".";
  for (const auto& [name, formula] : workbook.defined_names) {
    const auto area = name.starts_with(prefix) ? document::read_area(formula) : std::nullopt;
    const Sheet* sheet = area ? find_sheet(workbook, area->sheet) : nullptr;
    if (sheet) result[name.substr(prefix.size())] = words(value_at(*sheet, area->range.first));
  }
  return result;
}

int number_in(const std::map<std::string, std::string>& facts, const std::string& name) {
  const auto found = facts.find(name);
  const auto number = found == facts.end() ? std::nullopt : Number::parse(found->second);
  const auto integer = number ? number->to_int64() : std::nullopt;
  return integer && *integer > 0 && *integer < 10'000 ? static_cast<int>(*integer) : 0;
}

// Where a form stands on its sheet.
struct Place {
  const Sheet* sheet = nullptr;
  int first = 0, last = 0;
  std::vector<std::optional<int>> columns;
};

class Finder {
 public:
  Finder(const form::Template& page, const Workbook& workbook, const form::Occasion& occasion)
      : page_(page),
        form_(std::get<form::FormTemplate>(page.kind)),
        workbook_(workbook),
        occasion_(occasion) {}

  std::optional<Place> find() const {
    if (auto place = by_names()) return place;
    for (const Sheet& sheet : workbook_.sheets) {
      if (auto place = by_headings(sheet)) return place;
    }
    return std::nullopt;
  }

 private:
  std::optional<document::Area> area(const std::string& name) const {
    std::string form = page_.name.value;
    std::replace(form.begin(), form.end(), '-', '_');
    const auto found = workbook_.defined_names.find(form + "." + name);
    if (found == workbook_.defined_names.end()) return std::nullopt;
    return document::read_area(found->second);
  }

  std::optional<Place> by_names() const {
    const auto rows = area("rows");
    const Sheet* sheet = rows ? find_sheet(workbook_, rows->sheet) : nullptr;
    if (!sheet) return std::nullopt;
    Place place{sheet, rows->range.first.row, rows->range.last.row, {}};
    // Rows inserted just above the total row are no part of the name.
    if (const auto total = area("total"); total && total->sheet == rows->sheet) {
      place.last = std::max(place.last, total->range.first.row - 1);
    }
    for (const form::FormColumn& column : form_.columns) {
      const auto own = area("column." + column.name.value);
      place.columns.push_back(
          own && own->sheet == rows->sheet ? std::optional(own->range.first.column) : std::nullopt);
    }
    return place;
  }

  std::optional<Place> by_headings(const Sheet& sheet) const {
    const form::HeadingGrid grid = form::HeadingTree<form::FormHeading>(form_.headings).grid();
    if (grid.cells.empty()) return std::nullopt;
    const auto [first, expected] = headings(grid);
    for (const auto& [at, cell] : sheet.cells) {
      if (at.row > kFarthestHeading || at.column > kFarthestHeading) continue;
      if (words(cell.value) != expected.front()) continue;
      const Position origin{at.row - first.row, at.column - first.column};
      if (stand_at(sheet, grid, expected, origin)) return below(sheet, origin, grid.rows);
    }
    return std::nullopt;
  }

  // Where the first heading stands in the grid, and what all of them say.
  std::pair<Position, std::vector<std::string>> headings(const form::HeadingGrid& grid) const {
    const thai::Arguments arguments = form::placeholders(occasion_);
    std::vector<std::string> expected;
    for (const form::HeadingCell& cell : grid.cells) {
      expected.push_back(words(form::formatted(*cell.text, arguments, thai::Digits::arabic)));
    }
    return {{grid.cells.front().row, grid.cells.front().column}, std::move(expected)};
  }

  static bool stand_at(const Sheet& sheet, const form::HeadingGrid& grid,
                       const std::vector<std::string>& expected, Position origin) {
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
      const Position at{origin.row + grid.cells[i].row, origin.column + grid.cells[i].column};
      if (words(value_at(sheet, at)) != expected[i]) return false;
    }
    return true;
  }

  // From the headings to the total row, or to where nothing more stands.
  Place below(const Sheet& sheet, Position origin, int heading_rows) const {
    Place place{&sheet, origin.row + heading_rows, origin.row + heading_rows - 1, {}};
    for (std::size_t i = 0; i < form_.columns.size(); ++i) {
      place.columns.push_back(origin.column + static_cast<int>(i));
    }
    const std::string total =
        form_.total ? words(form::formatted(*form_.total, form::placeholders(occasion_),
                                            thai::Digits::arabic))
                    : "";
    for (auto cell = sheet.cells.lower_bound({place.first, 0}); cell != sheet.cells.end(); ++cell) {
      const bool is_first = cell->first.column == origin.column;
      if (is_first && !total.empty() && words(cell->second.value) == total) break;
      place.last = cell->first.row;
    }
    return place;
  }

  const form::Template& page_;
  const form::FormTemplate& form_;
  const Workbook& workbook_;
  const form::Occasion& occasion_;
};

ReturnedForm returned_form(const form::Template& page, const Place& place) {
  ReturnedForm result{&page, place.sheet->name, place.columns, {}};
  const auto& cells = place.sheet->cells;
  for (auto cell = cells.lower_bound({place.first, 0});
       cell != cells.end() && cell->first.row <= place.last;) {
    ReturnedRow row{cell->first.row, {}};
    for (const auto& column : place.columns) {
      row.values.push_back(column ? value_at(*place.sheet, {row.row, *column}) : Value());
    }
    cell = cells.lower_bound({row.row + 1, 0});
    result.rows.push_back(std::move(row));
  }
  return result;
}

}  // namespace

std::optional<FormFacts> facts_of(const Workbook& workbook) {
  auto facts = identity(workbook);
  if (facts.empty()) return std::nullopt;
  FormFacts result;
  result.province = facts["province"];
  result.district = facts["district"];
  result.fiscal_year = number_in(facts, "fiscal_year");
  result.attachment = number_in(facts, "attachment");
  result.round = number_in(facts, "round");
  const auto read = thai::parse_period(facts["month"]);
  if (const auto* months = std::get_if<Period>(&read)) result.months = *months;
  for (int i = 1; facts.contains("form_" + std::to_string(i)); ++i) {
    result.forms.push_back(facts["form_" + std::to_string(i)]);
    result.versions.push_back(number_in(facts, "version_" + std::to_string(i)));
  }
  if (result.province.empty() || result.forms.empty()) return std::nullopt;
  return result;
}

Origin Returned::at(const ReturnedForm& form, const ReturnedRow& row,
                    std::optional<std::size_t> column) const {
  const auto known = column ? form.columns[*column] : std::nullopt;
  return {path + ":" + form.sheet + "!" + document::cell_name({row.row, known.value_or(0)}), 0, 0};
}

Returned read_back(const std::string& path, const Workbook& workbook, const FormFacts& facts,
                   const model::Circular& circular, const form::Templates& templates,
                   Diagnostics& diagnostics) {
  Returned result{path, facts, workbook.properties.modified, {}};
  const plan::Plan no_values;  // headings have none
  for (const model::Attachment& attachment : circular.attachments) {
    if (attachment.number.value != facts.attachment) continue;
    const form::Occasion occasion{circular,     no_values,    attachment,           std::nullopt,
                                  std::nullopt, std::nullopt, thai::Digits::arabic, false};
    for (const std::string& name : facts.forms) {
      const auto page = templates.find(name);
      if (page == templates.end() ||
          !std::holds_alternative<form::FormTemplate>(page->second.kind)) {
        continue;
      }
      if (const auto place = Finder(page->second, workbook, occasion).find()) {
        result.forms.push_back(returned_form(page->second, *place));
      } else {
        diagnostics.error({path, 0, 0}, "returned_form_not_found", {{"form", name}});
      }
    }
  }
  return result;
}

}  // namespace chiwat::returns
