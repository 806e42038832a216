#include "explain/derivation_sheet.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "explain/derivation.hpp"
#include "explain/wording.hpp"
#include "form/lay_out.hpp"
#include "form/listing.hpp"
#include "form/number_format.hpp"
#include "form/shown_headings.hpp"
#include "form/table_sheets.hpp"
#include "formula/excel.hpp"

namespace chiwat::explain {
namespace {

using document::Cell;
using document::Horizontal;

// Where texts wrap: a column's heading, its formula, a reason.
constexpr form::Millipoints kWideText = 150'000;
constexpr form::Millipoints kWideReason = 170'000;
constexpr const char* kSheetName = "ที่มาของตัวเลข";
constexpr int kMostDecimals = 10;
constexpr int kOfFraction = 6;  // decimals shown of a number without an end

class DerivationSheet {
 public:
  DerivationSheet(const form::Context& context, const form::Templates& templates,
                  const thai::Catalogue& words)
      : context_(context),
        words_(words),
        tables_(form::table_placements(context, templates)),
        references_(context.circular, nowhere_, tables_) {}

  document::Sheet write() {
    form::Listing listing;
    listing.sheet = free_name();
    listing.titles = {said("explain_sheet_title"),
                      digits(form::attachment_title(context_.circular, context_.attachment)),
                      "จังหวัด" + context_.circular.province.value};
    listing.columns = {
        {said("explain_sheet_district")},          {said("explain_sheet_column"), kWideText},
        {said("explain_sheet_inputs"), kWideText}, {said("explain_sheet_formula"), kWideText},
        {said("explain_sheet_before"), 0},         {said("explain_sheet_rounding"), kWideText},
        {said("explain_sheet_value"), 0},          {said("explain_sheet_note"), kWideReason}};
    listing.digits = context_.digits;
    const auto columns = explained_columns();
    for (std::size_t i = 0; i < context_.circular.districts.size(); ++i) {
      add_rows(listing, columns, i);
    }
    add_rows(listing, columns, std::nullopt);
    for (const std::size_t column : named_in(columns)) listing.notes.push_back(meaning(column));
    return form::laid_out(listing);
  }

 private:
  std::string said(std::string id, MessageArguments arguments = {}) const {
    return words_.text({std::move(id), std::move(arguments)});
  }
  std::string digits(const std::string& text) const {
    return thai::with_digits(text, context_.digits);
  }

  // The name of the sheet; the tables' own names go first.
  std::string free_name() const {
    std::string name = kSheetName;
    while (std::ranges::find(tables_, name, &form::Placement::sheet) != tables_.end()) name += "+";
    return name;
  }

  // --- What is explained ---

  // The computed columns that the tables show, and those that these follow from, in the order of
  // the circular, in which each uses only those before it.
  std::set<std::size_t> explained_columns() const {
    std::set<std::size_t> columns;
    for (const form::Placement& table : tables_) {
      for (const auto& [column, place] : table.shown) add_computed(column, columns);
    }
    return columns;
  }

  void add_computed(std::size_t column, std::set<std::size_t>& columns) const {
    const model::Column& described = context_.circular.columns[column];
    if (!described.definition || !columns.insert(column).second) return;
    for (const std::size_t named : named_columns(context_.circular, *described.definition)) {
      add_computed(named, columns);
    }
  }

  // The names that their formulas use.
  std::set<std::size_t> named_in(const std::set<std::size_t>& columns) const {
    std::set<std::size_t> named;
    for (const std::size_t column : columns) {
      const auto own =
          named_columns(context_.circular, *context_.circular.columns[column].definition);
      named.insert(own.begin(), own.end());
    }
    return named;
  }

  std::string meaning(std::size_t column) const {
    return said("explain_sheet_name_of",
                {{"name", context_.circular.columns[column].name.value},
                 {"label", digits(form::label_of(context_.circular, context_.plan, context_.digits,
                                                 column))}});
  }

  // --- Rows ---

  void add_rows(form::Listing& listing, const std::set<std::size_t>& columns, Row row) const {
    for (const std::size_t column : columns) {
      const Derivation derivation = derive(context_.circular, context_.plan, column, row);
      if (derivation.value) listing.rows.push_back(cells(derivation));
    }
  }

  std::vector<Cell> cells(const Derivation& derivation) const {
    const bool is_total = !derivation.row;
    const std::string who =
        is_total ? said("explain_sheet_total") : context_.circular.districts[*derivation.row].value;
    const bool follows = derivation.formula && !derivation.by_hand;
    return {text(who, is_total),
            text(digits(column_text(context_.circular, context_.plan, derivation.column))),
            {follows ? inputs(derivation) : document::Value(std::string("-")), left(), ""},
            text(follows ? formula_text(*derivation.formula) : formula_of_total(derivation)),
            before(derivation),
            text(follows ? rounding(derivation) : "-"),
            {value(derivation), number_style(shown_decimals(derivation), is_total), ""},
            text(note(derivation))};
  }

  // --- Cells ---

  static document::Style left(bool bold = false) {
    return form::listed_text(Horizontal::left, bold);
  }
  static Cell text(std::string words, bool bold = false) {
    if (words.empty()) return {document::Blank(), left(bold), ""};
    return {std::move(words), left(bold), ""};
  }
  document::Style number_style(int decimals, bool bold) const {
    return form::listed_number(form::format_code({decimals, true, context_.digits, ""}), bold);
  }

  std::string shown(const Number& number, int decimals) const {
    return form::shown(number, {decimals, true, context_.digits, ""});
  }
  // As many decimals as show the number exactly, if it has an end that is near.
  static int exact_decimals(const Number& number, int otherwise) {
    return std::min(number.decimals().value_or(otherwise), kMostDecimals);
  }

  int shown_decimals(const Derivation& derivation) const {
    return context_.plan.columns[derivation.column].decimals;
  }

  // The cell of a table that holds a value: "'รอบที่ 1'!D8".
  std::optional<std::string> reference(std::size_t column, Row row) const {
    if (context_.values) return std::nullopt;
    for (const form::Placement& table : tables_) {
      const auto& shown = row ? table.shown : table.with_total;
      const auto found = shown.find(column);
      if (found == shown.end()) continue;
      const int line = row ? table.first_row + static_cast<int>(*row) : table.total_row;
      return document::sheet_prefix(table.sheet) + document::cell_name({line, found->second});
    }
    return std::nullopt;
  }

  // "products = 209, cap = 10", live where cells hold the values.
  document::Value inputs(const Derivation& derivation) const {
    std::string words, formula;
    for (const std::size_t named : named_columns(context_.circular, *derivation.formula)) {
      const Number number = *value_of(context_.plan, named, derivation.row);
      const form::NumberLook look{exact_decimals(number, context_.plan.columns[named].decimals),
                                  true, context_.digits, ""};
      const std::string before =
          (words.empty() ? "" : ", ") + context_.circular.columns[named].name.value + " = ";
      const auto cell = reference(named, derivation.row);
      formula += (formula.empty() ? "" : "&") + document::excel_text(before) + "&" +
                 (cell ? "TEXT(" + *cell + "," + document::excel_text(form::format_code(look)) + ")"
                       : document::excel_text(form::shown(number, look)));
      words += before + form::shown(number, look);
    }
    if (words.empty()) return std::string("-");
    const bool is_live =
        !context_.values && formula.size() <= static_cast<std::size_t>(formula::kLongestFormula);
    if (!is_live) return words;
    return document::Formula{formula, words};
  }

  // A total that is the sum of its column, or its number set by hand.
  std::string formula_of_total(const Derivation& derivation) const {
    return derivation.by_hand ? "-" : said("explain_sheet_sum");
  }

  // The exact value before the one rounding of a formula.
  Cell before(const Derivation& derivation) const {
    if (derivation.by_hand || !is_one_rounding(derivation)) return text("-");
    const RoundingStep& step = derivation.roundings.front();
    const int decimals = exact_decimals(step.before, kOfFraction);
    return {live(*step.rounding->operand, derivation.row, step.before),
            number_style(decimals, false), ""};
  }

  document::Value value(const Derivation& derivation) const {
    const Number& number = *derivation.value;
    if (const auto cell = reference(derivation.column, derivation.row)) {
      return document::Formula{*cell, number};
    }
    if (derivation.by_hand || !derivation.formula) return number;
    return live(*derivation.formula, derivation.row, number);
  }

  formula::Cell cell_of(const std::string& name, Row row) const {
    return row ? references_.in_district(name, *row) : references_.in_total(name);
  }

  // Whether every name is a cell, or a formula over cells: of a total row, only where a table has
  // such a total.
  bool is_reachable(const formula::Expression& expression, Row row) const {
    return std::ranges::all_of(formula::names(expression), [&](const auto& used) {
      const formula::Cell cell = cell_of(used.value, row);
      return !cell.reference.empty() || (cell.definition && is_reachable(*cell.definition, row));
    });
  }

  document::Value live(const formula::Expression& expression, Row row, const Number& value) const {
    if (context_.values || !is_reachable(expression, row)) return value;
    return document::Formula{
        formula::to_excel(expression, [&](const std::string& name) { return cell_of(name, row); }),
        value};
  }

  // --- Words ---

  std::string rounding(const Derivation& derivation) const {
    std::string result;
    for (const RoundingStep& step : derivation.roundings) {
      result += (result.empty() ? "" : "; ") +
                said(rounding_id(step.rounding->mode) + "_short",
                     {{"decimals", std::int64_t{step.rounding->decimals}}});
    }
    if (result.empty()) result = said("explain_sheet_unrounded");
    return digits(result);
  }

  std::string note(const Derivation& derivation) const {
    if (!derivation.by_hand) return "";
    const std::string reason =
        described_text(context_.circular, derivation.by_hand->reason, context_.digits);
    if (!derivation.by_formula) return said("explain_sheet_by_hand", {{"reason", reason}});
    return said(
        "explain_sheet_by_hand_instead",
        {{"reason", reason},
         {"value", shown(*derivation.by_formula,
                         exact_decimals(*derivation.by_formula, shown_decimals(derivation)))}});
  }

  const form::Context& context_;
  const thai::Catalogue& words_;
  const form::Placement nowhere_;  // no table shows anything in the row of this sheet
  const std::vector<form::Placement> tables_;
  const form::References references_;
};

}  // namespace

document::Sheet derivation_sheet(const form::Context& context, const form::Templates& templates,
                                 const thai::Catalogue& words) {
  return DerivationSheet(context, templates, words).write();
}

}  // namespace chiwat::explain
