#include "xlsx/rules.hpp"

#include <algorithm>
#include <string>
#include <variant>

#include "xlsx/checked.hpp"
#include "xlsx/formats.hpp"
#include "xlsx/serial_number.hpp"

namespace chiwat::xlsx {
namespace {

using document::ConditionalFormat;
using document::Prompt;
using document::Protection;
using document::Range;
using document::Sheet;
using document::Validation;

// As Excel counts, whatever the library does.
constexpr int kLongestTitle = 32;
constexpr int kLongestText = 255;
constexpr int kLongestValidationFormula = 255;
constexpr int kLongestFormula = 8192;

std::string place(const Sheet& sheet, const char* kind, const Range& range) {
  return sheet.name + "!" + document::cell_name(range.first) + ": " + kind;
}

bool overlap(const Range& a, const Range& b) {
  return a.first.row <= b.last.row && b.first.row <= a.last.row &&
         a.first.column <= b.last.column && b.first.column <= a.last.column;
}

bool is_range(const Range& range) {
  return range.first.row <= range.last.row && range.first.column <= range.last.column;
}

// The library takes an '=' at the beginning for that of a formula and leaves it out.
bool survives(const std::string& text, int longest) {
  const auto is_control = [](char c) { return c >= 0 && c < ' ' && c != '\n'; };
  return !text.starts_with('=') && utf16_length(text) <= longest &&
         std::ranges::none_of(text, is_control);
}

void require_prompt(const Prompt& prompt, const std::string& where) {
  require(survives(prompt.title, kLongestTitle), where, "no title for a box of Excel");
  require(survives(prompt.text, kLongestText), where, "no text for a box of Excel");
  require(prompt.title.empty() || !prompt.text.empty(), where, "a box with a title and no text");
}

std::string serial(Date date) {
  return std::to_string(serial_number(date));
}

// The library's structure for a rule. Numbers are handed over as formulas: exact, and the same in
// the file.
struct RuleWriter {
  const std::string& where;
  std::string& first;   // backs value_formula or minimum_formula
  std::string& second;  // backs maximum_formula
  lxw_data_validation& target;

  void operator()(const Validation::List& rule) const {
    require(!rule.source.starts_with('"'), where, "a list that is not a range or a name");
    compare(LXW_VALIDATION_TYPE_CUSTOM_FORMULA, LXW_VALIDATION_CRITERIA_NONE, rule.source);
  }
  void operator()(const Validation::Custom& rule) const {
    compare(LXW_VALIDATION_TYPE_CUSTOM_FORMULA, LXW_VALIDATION_CRITERIA_NONE, rule.formula);
  }
  void operator()(const Validation::WholeNumber& rule) const {
    compare(LXW_VALIDATION_TYPE_INTEGER_FORMULA, LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
            std::to_string(rule.least));
  }
  void operator()(const Validation::Decimal& rule) const {
    require(rule.least.decimals().has_value(), where, "a limit without a finite decimal form");
    compare(LXW_VALIDATION_TYPE_DECIMAL_FORMULA, LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
            rule.least.to_string());
  }
  void operator()(const Validation::DateBetween& rule) const {
    require(rule.first.ok() && rule.last.ok() && rule.first <= rule.last, where, "no such days");
    target.validate = LXW_VALIDATION_TYPE_DATE_FORMULA;
    target.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    first = serial(rule.first);
    second = serial(rule.last);
    target.minimum_formula = first.data();
    target.maximum_formula = second.data();
  }

 private:
  void compare(lxw_validation_types type, lxw_validation_criteria criteria,
               const std::string& formula) const {
    require(!formula.empty() && utf16_length(formula) <= kLongestValidationFormula, where,
            "no formula, or one over 255 characters");
    target.validate = static_cast<std::uint8_t>(type);
    target.criteria = static_cast<std::uint8_t>(criteria);
    first = formula;
    target.value_formula = first.data();
  }
};

void write_validation(const Sheet& sheet, Validation validation, lxw_worksheet* target) {
  const Range& range = validation.range;
  const std::string where = place(sheet, "validation", range);
  require(is_range(range), where, "no range");
  require_prompt(validation.prompt, where);
  require_prompt(validation.error, where);
  const auto field = [](std::string& text) { return text.empty() ? nullptr : text.data(); };
  std::string first, second;
  lxw_data_validation rule{};
  std::visit(RuleWriter{where, first, second, rule}, validation.rule);
  rule.input_title = field(validation.prompt.title);
  rule.input_message = field(validation.prompt.text);
  rule.error_title = field(validation.error.title);
  rule.error_message = field(validation.error.text);
  rule.error_type =
      validation.warning ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP;
  check(worksheet_data_validation_range(target, row(range.first.row), column(range.first.column),
                                        row(range.last.row), column(range.last.column), &rule),
        where);
}

// The library copies the formula of a list twice and loses one copy, so a list was handed over as
// a formula, which is the same to it in all but the type.
void name_lists(const Sheet& sheet, lxw_worksheet* target) {
  lxw_data_val_obj* stored = STAILQ_FIRST(target->data_validations);
  for (const Validation& validation : sheet.validations) {
    if (std::holds_alternative<Validation::List>(validation.rule)) {
      stored->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    }
    stored = STAILQ_NEXT(stored, list_pointers);
  }
}

void write_validations(const Sheet& sheet, lxw_worksheet* target) {
  for (auto one = sheet.validations.begin(); one != sheet.validations.end(); ++one) {
    const auto meets = [&](const Validation& other) { return overlap(one->range, other.range); };
    require(std::none_of(std::next(one), sheet.validations.end(), meets),
            place(sheet, "validation", one->range), "another holds for the same cells");
    write_validation(sheet, *one, target);
  }
  name_lists(sheet, target);
}

lxw_format* format_of(const ConditionalFormat& rule, const std::string& where,
                      lxw_workbook* workbook) {
  require(rule.fill || rule.font_color || rule.bold, where, "nothing to be seen");
  lxw_format* const format = workbook_add_format(workbook);
  require(format, where, "out of memory");
  if (rule.fill) format_set_bg_color(format, library_colour(*rule.fill));
  if (rule.font_color) format_set_font_color(format, library_colour(*rule.font_color));
  if (rule.bold) format_set_bold(format);
  return format;
}

void write_conditional_format(const Sheet& sheet, const ConditionalFormat& rule,
                              lxw_workbook* workbook, lxw_worksheet* target) {
  const Range& range = rule.range;
  const std::string where = place(sheet, "conditional format", range);
  require(is_range(range), where, "no range");
  require(!rule.formula.empty() && utf16_length(rule.formula) <= kLongestFormula, where,
          "no formula, or one over 8,192 characters");
  std::string formula = rule.formula;
  lxw_conditional_format fields{};
  fields.type = LXW_CONDITIONAL_TYPE_FORMULA;
  fields.value_string = formula.data();
  fields.format = format_of(rule, where, workbook);
  check(worksheet_conditional_format_range(target, row(range.first.row), column(range.first.column),
                                           row(range.last.row), column(range.last.column), &fields),
        where);
}

void write_protection(const Protection& protection, lxw_worksheet* target) {
  lxw_protection allowed{};
  allowed.insert_rows = protection.insert_rows;
  allowed.delete_rows = protection.delete_rows;
  allowed.format_columns = protection.format_columns;
  allowed.format_rows = protection.format_rows;
  allowed.sort = protection.sort;
  allowed.autofilter = protection.autofilter;
  worksheet_protect(target, nullptr, &allowed);
}

}  // namespace

void write_rules(const Sheet& sheet, lxw_workbook* workbook, lxw_worksheet* target) {
  write_validations(sheet, target);
  for (const ConditionalFormat& rule : sheet.conditional_formats) {
    write_conditional_format(sheet, rule, workbook, target);
  }
  if (sheet.protection) write_protection(*sheet.protection, target);
  if (sheet.tab_color) worksheet_set_tab_color(target, library_colour(*sheet.tab_color));
}

}  // namespace chiwat::xlsx
