// The rows of a form: what is missing in those that were begun, and what is there twice.
#include <algorithm>
#include <map>
#include <string>

#include "form/brought.hpp"
#include "returns/check_form.hpp"

namespace chiwat::returns {
namespace {

class Rows {
 public:
  explicit Rows(const CheckedForm& checked) : checked_(checked), own_(checked.own()) {}

  void check() {
    bool is_filled_in = false;
    for (const FilledRow& row : checked_.form.rows) {
      if (!row.from) continue;
      check_required(row);
      check_twice(row);
      check_names(row);
      is_filled_in = is_filled_in || has_answers(row) || !row.unread.empty();
    }
    const bool has_questions = std::ranges::any_of(own_.columns, [](const auto& column) {
      return column.in_rows && std::holds_alternative<form::Empty>(column.source);
    });
    if (has_questions && !is_filled_in) {
      checked_.diagnostics.remark(
          {checked_.reply.returned->path + ":" + checked_.form.from->sheet, 0, 0},
          "returned_nothing_filled");
    }
  }

 private:
  bool has_answers(const FilledRow& row) const {
    for (std::size_t i = 0; i < own_.columns.size(); ++i) {
      const bool is_question = std::holds_alternative<form::Empty>(own_.columns[i].source);
      if (is_question && !is_blank(row.row.known[i])) return true;
    }
    return false;
  }

  // What was sent out filled in, such as a product of the registry, begins no row.
  void check_required(const FilledRow& row) {
    for (std::size_t i = 0; i < own_.columns.size(); ++i) {
      const form::FormColumn& column = own_.columns[i];
      const bool is_question = std::holds_alternative<form::Empty>(column.source);
      const bool is_told = row.is_unnamed && form::names_row(own_, i);
      const bool is_missing = is_blank(row.row.known[i]) &&
                              std::ranges::count(row.unread, i) == 0 &&
                              checked_.form.from->columns[i];
      if (!column.required || !column.in_rows || is_told || !is_missing) continue;
      if (is_question && !has_answers(row)) continue;
      checked_.diagnostics.error(checked_.at(row, i), "returned_required",
                                 {{"column", checked_.heading(i)}});
    }
  }

  void check_twice(const FilledRow& row) {
    const bool has_names =
        checked_.is_about(form::Each::product) || checked_.is_about(form::Each::operator_);
    const std::string key = form::row_key(own_, row.row.known);
    if (!has_names || key.empty()) return;
    const auto [first, is_new] = rows_.try_emplace(key, &row);
    if (is_new) return;
    const bool is_product = checked_.is_about(form::Each::product);
    const std::size_t column =
        checked_.column_of(is_product ? form::Known::product : form::Known::operator_code)
            .value_or(0);
    checked_.diagnostics
        .error(checked_.at(row, column), "returned_row_twice",
               {{"name", shown(row.row.known[column])}})
        .note(checked_.at(*first->second, column), "first_here");
  }

  // One code is one operator.
  void check_names(const FilledRow& row) {
    const auto column = checked_.column_of(form::Known::operator_name);
    const std::string code = checked_.said(row, form::Known::operator_code);
    const std::string name = checked_.said(row, form::Known::operator_name);
    if (!column || code.empty() || name.empty()) return;
    const auto [first, is_new] = names_.try_emplace(code, std::pair(name, &row));
    if (is_new || first->second.first == name) return;
    checked_.diagnostics
        .warning(checked_.at(row, *column), "returned_operator_name",
                 {{"code", code}, {"found", name}, {"expected", first->second.first}})
        .note(checked_.at(*first->second.second, *column), "first_here");
  }

  const CheckedForm& checked_;
  const form::FormTemplate& own_;
  std::map<std::string, const FilledRow*> rows_;
  std::map<std::string, std::pair<std::string, const FilledRow*>> names_;  // by code
};

}  // namespace

void check_rows(const CheckedForm& checked) {
  Rows(checked).check();
}

}  // namespace chiwat::returns
