#include "returns/filled_rows.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "form/brought.hpp"
#include "returns/shown_value.hpp"
#include "thai/date.hpp"
#include "thai/digits.hpp"
#include "thai/names.hpp"

namespace chiwat::returns {
namespace {

using document::Blank;
using document::Value;

constexpr int kSatang = 2;  // decimals of a baht

bool is_number(form::FieldType type) {
  return type == form::FieldType::count || type == form::FieldType::amount ||
         type == form::FieldType::percent || type == form::FieldType::mark;
}

// What people put behind a number in this column.
std::vector<std::string> units_of(const form::FormColumn& column) {
  std::vector<std::string> result;
  if (column.type == form::FieldType::amount) result = {"บาท", "บาทถ้วน", ".-"};
  for (const form::Text& unit : column.units) result.push_back(unit.value);
  return result;
}

// Known in every row, so that it says nothing about whether one is filled in.
bool is_always_known(const form::FormColumn& column) {
  const auto* known = std::get_if<form::Known>(&column.source);
  return known && (*known == form::Known::serial || *known == form::Known::province ||
                   *known == form::Known::district || *known == form::Known::month ||
                   *known == form::Known::item);
}

bool is_written(const form::FormColumn& column) {
  return column.in_rows && (std::holds_alternative<form::Empty>(column.source) ||
                            std::holds_alternative<form::Known>(column.source));
}

class Filling {
 public:
  Filling(const Returned& returned, const ReturnedForm& form, Diagnostics& diagnostics)
      : returned_(returned),
        from_(form),
        form_(std::get<form::FormTemplate>(form.page->kind)),
        diagnostics_(diagnostics) {}

  FilledForm all() {
    FilledForm result{from_.page, &from_, {}, false};
    for (const ReturnedRow& row : from_.rows) {
      FilledRow filled = read(row);
      result.goes_on = result.goes_on || filled.goes_on;
      if (!is_filled(filled)) continue;
      filled.is_unnamed = has_names() && form::row_key(form_, filled.row.known).empty();
      if (filled.is_unnamed) say_unnamed(filled);
      result.rows.push_back(std::move(filled));
    }
    return result;
  }

 private:
  // At each cell that should say whose the row is.
  void say_unnamed(const FilledRow& row) {
    for (std::size_t i = 0; i < form_.columns.size(); ++i) {
      if (!is_blank(row.row.known[i]) || !form::names_row(form_, i)) continue;
      diagnostics_.error(returned_.at(from_, *row.from, i), "returned_row_unnamed");
    }
  }

  // Rows that are about nothing, or about whatever is written into them.
  bool is_anybodys() const { return has_names() || form_.rows.each == form::Each::blank; }

  bool has_names() const {
    return form_.rows.each == form::Each::product || form_.rows.each == form::Each::operator_;
  }

  FilledRow read(const ReturnedRow& row) {
    FilledRow result{{std::vector<Value>(form_.columns.size()), false}, &row, false, {}, false};
    unread_.clear();
    for (std::size_t i = 0; i < form_.columns.size(); ++i) {
      const form::FormColumn& column = form_.columns[i];
      if (std::holds_alternative<form::Accumulates>(column.source)) {
        result.row.known[i] = accumulated(row, i, result.goes_on);
      } else if (std::holds_alternative<form::Asked>(column.source)) {
        // The circular's own number, for those that are computed from it.
        const Value value = given(row, i);
        if (std::holds_alternative<Number>(value)) result.row.known[i] = value;
      } else if (is_written(column)) {
        result.row.known[i] = is_number(column.type)                 ? number(row, i)
                              : column.type == form::FieldType::date ? date(row, i)
                                                                     : text(row, i);
      }
    }
    result.unread = unread_;
    return result;
  }

  bool is_filled(const FilledRow& row) const {
    if (!row.unread.empty()) return true;
    for (std::size_t i = 0; i < form_.columns.size(); ++i) {
      const form::FormColumn& column = form_.columns[i];
      const bool counts =
          is_written(column)
              ? !is_always_known(column) || !is_anybodys()
              : std::holds_alternative<form::Accumulates>(column.source) && !row.goes_on;
      if (counts && !is_blank(row.row.known[i])) return true;
    }
    return false;
  }

  // "12.5+H14" brings 12.50, "H14" nothing; a number typed in is all there is.
  Value accumulated(const ReturnedRow& row, std::size_t column, bool& goes_on) {
    const auto* formula = std::get_if<document::Formula>(&row.values[column]);
    if (!formula) return number(row, column);
    goes_on = true;
    const auto brought = Number::parse(formula->text.substr(0, formula->text.find('+')));
    return brought.value_or(0);
  }

  Value text(const ReturnedRow& row, std::size_t column) {
    const Value value = given(row, column);
    if (const auto* words = std::get_if<std::string>(&value)) {
      const std::string plain = thai::normalise(*words);
      return plain.empty() ? Value(Blank{}) : Value(plain);
    }
    if (const auto* number = std::get_if<Number>(&value)) return number->to_string();
    if (const auto* date = std::get_if<Date>(&value)) {
      return thai::format_date(*date, thai::DateStyle::full, thai::Digits::arabic);
    }
    if (const auto* failed = std::get_if<document::ErrorValue>(&value)) {
      return wrong(row, column, "returned_cell_error", {{"found", failed->code}});
    }
    return Blank{};
  }

  // What stands in a cell, or what its formula gave.
  static Value given(const ReturnedRow& row, std::size_t column) {
    const auto* formula = std::get_if<document::Formula>(&row.values[column]);
    if (!formula) return row.values[column];
    return std::visit([](const auto& result) { return Value(result); }, formula->value);
  }

  Value date(const ReturnedRow& row, std::size_t column) {
    const Value value = given(row, column);
    if (const auto* date = std::get_if<Date>(&value)) return in_this_era(row, column, *date);
    const auto* words = std::get_if<std::string>(&value);
    const std::string plain = words ? thai::normalise(*words) : "";
    if (is_blank(value) || (words && (plain.empty() || plain == "-"))) return Blank{};
    if (!words) return wrong(row, column, "returned_not_date", {{"found", shown(value)}});
    const auto read = thai::parse_date(plain);
    if (const auto* problem = std::get_if<Message>(&read)) {
      return wrong(row, column, problem->id.c_str(), problem->arguments);
    }
    const auto whole = std::get<WrittenDate>(read).date();
    if (!whole) return wrong(row, column, "returned_not_date", {{"found", shown(value)}});
    return *whole;
  }

  // Whoever types 19/10/2563 into a spreadsheet program of the common era gets a day six centuries
  // ahead.
  Value in_this_era(const ReturnedRow& row, std::size_t column, const Date& date) {
    constexpr int kFirstBuddhist = 2400;
    if (static_cast<int>(date.year()) < kFirstBuddhist) return date;
    const Date meant(date.year() - std::chrono::years(kBuddhistOffset), date.month(), date.day());
    if (meant.ok()) return meant;
    return wrong(row, column, "returned_not_date", {{"found", shown(date)}});
  }

  Value number(const ReturnedRow& row, std::size_t column) {
    const bool is_mark = form_.columns[column].type == form::FieldType::mark;
    const char* id = is_mark ? "returned_not_mark" : "returned_not_number";
    Value value = given(row, column);
    if (is_blank(value) && !is_blank(row.values[column])) {
      return wrong(row, column, "returned_formula_without_value", {});
    }
    if (const auto* words = std::get_if<std::string>(&value)) {
      const std::string plain = thai::normalise(*words);
      if (plain.empty() || (is_mark && plain == "-")) return Blank{};
      const auto decimal = thai::plain_decimal(plain, units_of(form_.columns[column]));
      if (!decimal) return wrong(row, column, id, {{"found", shown(value)}});
      value = *Number::parse(*decimal);
    }
    if (is_blank(value)) return value;
    const auto* number = std::get_if<Number>(&value);
    if (!number) return wrong(row, column, id, {{"found", shown(value)}});
    return checked(row, column, *number);
  }

  Value checked(const ReturnedRow& row, std::size_t column, const Number& number) {
    const std::string found = number.to_string();
    if (number < 0) return wrong(row, column, "returned_negative", {{"found", found}});
    const bool is_exact = number == number.rounded(kSatang, Rounding::half_up);
    const form::FieldType type = form_.columns[column].type;
    if (type == form::FieldType::amount && !is_exact) {
      return wrong(row, column, "returned_satang", {{"found", found}});
    }
    if (type == form::FieldType::count && !number.is_integer()) {
      return wrong(row, column, "returned_not_whole", {{"found", found}});
    }
    if (type == form::FieldType::mark && number != 1) {
      return wrong(row, column, "returned_not_mark", {{"found", found}});
    }
    return number;
  }

  Value wrong(const ReturnedRow& row, std::size_t column, const char* id,
              MessageArguments arguments) {
    diagnostics_.error(returned_.at(from_, row, column), id, std::move(arguments));
    unread_.push_back(column);
    return Blank{};
  }

  const Returned& returned_;
  const ReturnedForm& from_;
  const form::FormTemplate& form_;
  Diagnostics& diagnostics_;
  std::vector<std::size_t> unread_;  // of the row that is being read
};

}  // namespace

FilledForm filled_form(const Returned& returned, const ReturnedForm& form,
                       Diagnostics& diagnostics) {
  return Filling(returned, form, diagnostics).all();
}

}  // namespace chiwat::returns
