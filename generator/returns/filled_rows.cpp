#include "returns/filled_rows.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "form/brought.hpp"
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

bool is_blank(const Value& value) {
  return std::holds_alternative<Blank>(value);
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
      if (filled.is_unnamed) {
        diagnostics_.error(returned_.at(from_, row, std::nullopt), "returned_row_unnamed");
      }
      result.rows.push_back(std::move(filled));
    }
    return result;
  }

 private:
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
      } else if (is_written(column)) {
        result.row.known[i] = is_number(column.type) ? number(row, i) : text(row.values[i]);
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
              ? !is_always_known(column) || !has_names()
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

  static Value text(const Value& value) {
    const auto written = [](const std::string& words) {
      const std::string plain = thai::normalise(words);
      return plain.empty() ? Value(Blank{}) : Value(plain);
    };
    if (const auto* words = std::get_if<std::string>(&value)) return written(*words);
    if (const auto* number = std::get_if<Number>(&value)) return number->to_string();
    if (const auto* formula = std::get_if<document::Formula>(&value)) {
      if (const auto* words = std::get_if<std::string>(&formula->value)) return written(*words);
      if (const auto* number = std::get_if<Number>(&formula->value)) return number->to_string();
    }
    return Blank{};
  }

  Value number(const ReturnedRow& row, std::size_t column) {
    Value value = row.values[column];
    if (const auto* formula = std::get_if<document::Formula>(&value)) {
      const auto* result = std::get_if<Number>(&formula->value);
      if (!result) return wrong(row, column, "returned_formula_without_value", {});
      value = *result;
    }
    if (const auto* words = std::get_if<std::string>(&value)) {
      const std::string plain = thai::normalise(*words);
      if (plain.empty()) return Blank{};
      const auto decimal = thai::plain_decimal(plain);
      if (!decimal) return wrong(row, column, "returned_not_number", {{"found", plain}});
      value = *Number::parse(*decimal);
    }
    if (is_blank(value)) return value;
    const auto* number = std::get_if<Number>(&value);
    if (!number) return wrong(row, column, "returned_not_number", {{"found", "?"}});
    return checked(row, column, *number);
  }

  Value checked(const ReturnedRow& row, std::size_t column, const Number& number) {
    const std::string found = number.to_string();
    if (number < 0) return wrong(row, column, "returned_negative", {{"found", found}});
    const bool is_exact = number == number.rounded(kSatang, Rounding::half_up);
    if (form_.columns[column].type == form::FieldType::amount && !is_exact) {
      return wrong(row, column, "returned_satang", {{"found", found}});
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
