#include "form/form_rules.hpp"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "form/form_cells.hpp"
#include "form/form_choices.hpp"
#include "thai/names.hpp"

namespace chiwat::form {
namespace {

using document::cell_name;
using document::Prompt;
using document::Range;
using document::Validation;

constexpr std::uint32_t kMissing = 0xFFD9D9;
constexpr std::uint32_t kWrong = 0xFFC7CE;
constexpr std::uint32_t kWrongText = 0x9C0006;
constexpr std::uint32_t kRight = 0x006100;

class Rules {
 public:
  Rules(const FormDraft& draft, const FormFormulas& formulas, const Occasion& occasion,
        document::Sheet& sheet)
      : draft_(draft), formulas_(formulas), occasion_(occasion), sheet_(sheet) {}

  void add() {
    sheet_.protection = document::Protection{.insert_rows = true,
                                             .delete_rows = true,
                                             .format_columns = true,
                                             .format_rows = true,
                                             .sort = false,
                                             .autofilter = false};
    for (std::size_t i = 0; i < draft_.form->columns.size(); ++i) {
      if (!has_open_cells(i)) continue;
      add_validation(i);
      if (draft_.form->columns[i].required) add_missing(i);
    }
    for (std::size_t i = 0; i < draft_.form->checks.size(); ++i) add_check(i);
  }

 private:
  bool has_open_cells(std::size_t column) const {
    return std::ranges::any_of(std::views::iota(std::size_t{0}, draft_.rows.size()),
                               [&](std::size_t row) { return is_open(draft_, column, row); });
  }

  Range rows_of(std::size_t column) const {
    const int at = static_cast<int>(column);
    return {{draft_.place.first, at}, {draft_.place.last, at}};
  }

  std::string first_cell(std::size_t column) const { return cell_name(rows_of(column).first); }

  // The text of a message to whoever fills in the form, who reads Thai.
  static const std::string& said(const std::string& id) {
    static const thai::Catalogue catalogue(thai::Language::thai);
    static std::map<std::string, std::string> known;  // every district's form says the same
    const auto [place, is_new] = known.try_emplace(id);
    if (is_new) place->second = catalogue.text({id, {}});
    return place->second;
  }

  void add_validation(std::size_t index) {
    const FormColumn& column = draft_.form->columns[index];
    const std::string cell = first_cell(index);
    Validation rule{rows_of(index), Validation::WholeNumber{0}, {}, {}, false};
    switch (column.type) {
      case FieldType::text:
      case FieldType::code:
        if (column.prompt) add_prompt(index);
        return;
      case FieldType::telephone:
        rule.rule = Validation::Custom{"AND(LEN(" + cell + ")>=9,LEN(" + cell + ")<=60)"};
        rule.warning = true;
        return put(rule, column, "form_telephone");
      case FieldType::count:
        return put(rule, column, "form_count");
      case FieldType::amount:
        rule.rule = Validation::Custom{"AND(ISNUMBER(" + cell + ")," + cell + ">=0,ROUND(" + cell +
                                       ",2)=" + cell + ")"};
        return put(rule, column, "form_amount");
      case FieldType::percent:
        rule.rule = Validation::Decimal{0};
        return put(rule, column, "form_percent");
      case FieldType::date: {
        const Period months = months_of_form();
        rule.rule = Validation::DateBetween{months.start(), months.end()};
        rule.warning = true;
        return put(rule, column, "form_date");
      }
      case FieldType::mark:
        rule.rule = Validation::Custom{"OR(" + cell + "=1," + cell + "=\"1\"," + cell + "=\"๑\")"};
        return put(rule, column, "form_mark");
      case FieldType::choice:
        rule.rule = Validation::List{list_name(column.choices->value)};
        // Sub-districts come from the registry, which may not know all of them.
        rule.warning = column.choices->value == kSubdistricts;
        if (draft_.choices[index].empty()) return;
        return put(rule, column, "form_choice");
    }
  }

  Period months_of_form() const {
    if (occasion_.months) return *occasion_.months;
    if (occasion_.round) return occasion_.circular.rounds[*occasion_.round].counts.value;
    return fiscal_year(occasion_.circular.fiscal_year.value);
  }

  // A prompt alone: every text is right.
  void add_prompt(std::size_t index) {
    Validation rule{rows_of(index), Validation::Custom{"TRUE"}, {}, {}, true};
    put(rule, draft_.form->columns[index], "form_text");
  }

  void put(Validation rule, const FormColumn& column, const std::string& id) {
    const std::string title = said(id + "_title");
    rule.prompt = {title, column.prompt
                              ? formatted(*column.prompt, draft_.placeholders, occasion_.digits)
                              : said(id + "_prompt")};
    rule.error = {title, said(id + "_error")};
    sheet_.validations.push_back(std::move(rule));
  }

  // A required cell of a row that has been begun.
  void add_missing(std::size_t index) {
    sheet_.conditional_formats.push_back(
        {rows_of(index), "AND(" + begun() + ",LEN(TRIM(" + first_cell(index) + "))=0)", kMissing,
         std::nullopt, false});
  }

  // Whether anything stands in the cells of the first row that are not always filled in.
  std::string begun() const {
    std::string arguments;
    const auto& columns = draft_.form->columns;
    for (std::size_t first = 0; first < columns.size(); ++first) {
      if (!counts_as_begun(columns[first])) continue;
      std::size_t last = first;
      while (last + 1 < columns.size() && counts_as_begun(columns[last + 1])) ++last;
      const int row = draft_.place.first + 1;
      const auto name = [&](std::size_t column) {
        std::string letters = cell_name({0, static_cast<int>(column)});
        letters.pop_back();
        return "$" + letters + std::to_string(row);
      };
      arguments += (arguments.empty() ? "" : ",") + name(first) + ":" + name(last);
      first = last;
    }
    return "COUNTA(" + arguments + ")>0";
  }

  // In rows for a month or an item what is known begins nothing; in those for a product it is what
  // a row is begun with.
  bool counts_as_begun(const FormColumn& column) const {
    if (!column.in_rows) return false;
    if (std::holds_alternative<Empty>(column.source)) return true;
    const Each each = draft_.form->rows.each;
    if (each == Each::month || each == Each::item || each == Each::district) return false;
    const auto* known = std::get_if<Known>(&column.source);
    return known && *known != Known::serial && *known != Known::province &&
           *known != Known::district;
  }

  void add_check(std::size_t index) {
    const FormCheck& check = draft_.form->checks[index];
    const int row = draft_.place.checks + static_cast<int>(index);
    const Range line{{row, 0}, {row, static_cast<int>(draft_.form->columns.size()) - 1}};
    const std::string difference = formulas_.difference(check);
    sheet_.conditional_formats.push_back(
        {line, fixed(difference) + "<>0", kWrong, kWrongText, true});
    sheet_.conditional_formats.push_back(
        {line, fixed(difference) + "=0", std::nullopt, kRight, false});
    if (check.form) return;
    for (const auto* side : {&check.columns, &check.equal}) {
      for (const Text& name : *side) {
        const std::size_t column = *draft_.form->find(name.value);
        sheet_.conditional_formats.push_back({rows_of(column),
                                              in_columns(formulas_.difference(check, 0)) + "<>0",
                                              kWrong, kWrongText, false});
      }
    }
  }

  // A formula that every cell of a range sees alike: "H14" as "$H$14".
  static std::string fixed(const std::string& formula) { return anchored(formula, true); }
  // The same in every column of its row: "H14" as "$H14".
  static std::string in_columns(const std::string& formula) { return anchored(formula, false); }

  static std::string anchored(const std::string& formula, bool rows_too) {
    std::string result;
    bool in_sheet_name = false;
    for (std::size_t i = 0; i < formula.size(); ++i) {
      const char c = formula[i];
      if (c == '\'') in_sheet_name = !in_sheet_name;
      const auto is_letter = [](char l) { return l >= 'A' && l <= 'Z'; };
      std::size_t end = i;
      while (!in_sheet_name && end < formula.size() && is_letter(formula[end])) ++end;
      const bool is_cell =
          end > i && end < formula.size() && formula[end] >= '0' && formula[end] <= '9';
      if (end == i) {
        result += c;
        continue;
      }
      const std::string letters = formula.substr(i, end - i);
      result += is_cell ? "$" + letters + (rows_too ? "$" : "") : letters;
      i = end - 1;
    }
    return result;
  }

  const FormDraft& draft_;
  const FormFormulas& formulas_;
  const Occasion& occasion_;
  document::Sheet& sheet_;
};

}  // namespace

std::string list_name(const std::string& list) {
  return "list." + list;
}

void add_rules(const FormDraft& draft, const FormFormulas& formulas, const Occasion& occasion,
               document::Sheet& sheet) {
  Rules(draft, formulas, occasion, sheet).add();
}

std::optional<document::Sheet> list_sheet(const std::vector<FormDraft>& drafts,
                                          const Occasion& occasion,
                                          std::map<std::string, std::string>& defined_names) {
  std::set<std::string> lists;
  for (const FormDraft& draft : drafts) {
    for (const FormColumn& column : draft.form->columns) {
      if (column.choices) lists.insert(column.choices->value);
    }
  }
  document::Sheet sheet;
  sheet.name = kListSheet;
  sheet.hidden = true;
  sheet.protection = document::Protection{};
  int column = 0;
  std::vector<document::Cells::value_type> cells;
  for (const std::string& list : lists) {
    const auto items = labels_of(list, occasion.circular, occasion.district);
    if (items.empty()) continue;
    int row = 0;
    cells.push_back({{row, column}, {list, {}, ""}});
    for (const std::string& item : items) {
      cells.push_back({{++row, column}, {item, {}, ""}});
    }
    defined_names.emplace(list_name(list), "'" + sheet.name + "'!" + cell_name({1, column}, true) +
                                               ":" + cell_name({row, column}, true));
    ++column;
  }
  if (column == 0) return std::nullopt;
  sheet.cells = document::Cells(std::move(cells));
  return sheet;
}

}  // namespace chiwat::form
