// The sums of a form against their parts, exactly: computed cells that somebody typed over, the
// total row, and the form's own checks.
#include <algorithm>
#include <string>

#include "form/form_numbers.hpp"
#include "returns/check_form.hpp"
#include "returns/tell_results.hpp"

namespace chiwat::returns {
namespace {

using document::Value;

constexpr int kShownDecimals = 6;

// Percentages have no end, and the circular's own numbers may have parts of a satang: spreadsheet
// programs keep fifteen digits of them.
bool is_same(const Number& a, const Number& b, form::FieldType type) {
  const Number difference = a < b ? b - a : a - b;
  return difference < (type == form::FieldType::amount ? Number(1) / 200 : Number(1) / 1'000'000);
}

bool is_computed(const form::FormColumn& column) {
  return column.in_rows && (std::holds_alternative<formula::Operand>(column.source) ||
                            std::holds_alternative<form::Gathered>(column.source));
}

class Sums {
 public:
  Sums(const Reply& reply, Diagnostics& diagnostics)
      : reply_(reply),
        diagnostics_(diagnostics),
        drafts_(drafts_of(reply.forms)),
        numbers_(drafts_) {}

  void check() {
    // What could not be read is missing in every sum.
    for (const FilledForm& form : reply_.forms) {
      const bool is_whole =
          std::ranges::all_of(form.rows, [](const FilledRow& row) { return row.unread.empty(); });
      if (!is_whole) return;
    }
    for (std::size_t i = 0; i < reply_.forms.size(); ++i) {
      check_rows(reply_.forms[i], drafts_[i]);
      check_totals(reply_.forms[i], drafts_[i]);
      check_own(reply_.forms[i], drafts_[i]);
    }
  }

 private:
  // Typed over a formula, a number must still be right; with the formula it is, once calculated.
  void compare(const FilledForm& form, const ReturnedRow& row, std::size_t column,
               const Number& expected) {
    const Value& value = row.values[column];
    const auto* typed = std::get_if<Number>(&value);
    const auto* formula = std::get_if<document::Formula>(&value);
    const auto* given = formula ? std::get_if<Number>(&formula->value) : typed;
    // Some programs save a formula without calculating it: it gives what it gave when the form was
    // sent out empty.
    const bool is_calculated = !formula || (given && !given->is_zero());
    if (!given || !is_calculated ||
        is_same(*given, expected,
                std::get<form::FormTemplate>(form.page->kind).columns[column].type))
      return;
    diagnostics_.add(
        formula ? Severity::warning : Severity::error, reply_.returned->at(*form.from, row, column),
        "returned_sum_differs",
        {{"found", shown(*given)},
         {"expected", expected.rounded(kShownDecimals, Rounding::half_up).to_string()}});
  }

  void check_rows(const FilledForm& form, const form::FormDraft& draft) {
    for (std::size_t row = 0; row < form.rows.size(); ++row) {
      if (!form.rows[row].from) continue;
      for (std::size_t i = 0; i < draft.form->columns.size(); ++i) {
        if (!is_computed(draft.form->columns[i])) continue;
        compare(form, *form.rows[row].from, i, numbers_.cell(draft, row, i));
      }
    }
  }

  void check_totals(const FilledForm& form, const form::FormDraft& draft) {
    if (!form.from->total) return;
    for (std::size_t i = 0; i < draft.form->columns.size(); ++i) {
      const bool is_sum = std::holds_alternative<form::SumOfColumn>(draft.form->columns[i].total);
      // What goes on from earlier months may be in rows that nobody has begun.
      const bool goes_on = std::holds_alternative<form::Accumulates>(draft.form->columns[i].source);
      if (is_sum && !goes_on) compare(form, *form.from->total, i, numbers_.total(draft, i));
    }
  }

  // The sums that the form shows under its table.
  void check_own(const FilledForm& form, const form::FormDraft& draft) {
    for (const form::FormCheck& check : draft.form->checks) {
      if (check.form && !form::find_draft(drafts_, check.form->value)) continue;
      if (check.item) continue;  // of the province's own forms
      const Number difference = numbers_.difference(draft, check);
      const bool is_shown = form.from->total || !form.from->rows.empty();
      if (difference.is_zero() || !is_shown) continue;
      const std::size_t column = *draft.form->find(check.columns.front().value);
      const Number found = numbers_.total(draft, column);
      const ReturnedRow& row = form.from->total ? *form.from->total : form.from->rows.front();
      diagnostics_.error(reply_.returned->at(*form.from, row, column), "returned_check_failed",
                         {{"check", check.text.value},
                          {"found", found.to_string()},
                          {"difference", difference.to_string()}});
    }
  }

  const Reply& reply_;
  Diagnostics& diagnostics_;
  const std::vector<form::FormDraft> drafts_;
  form::FormNumbers numbers_;
};

}  // namespace

void check_sums(const Reply& reply, Diagnostics& diagnostics) {
  Sums(reply, diagnostics).check();
}

}  // namespace chiwat::returns
