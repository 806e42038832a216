// The cells of a form, each by itself: what filled_form could read, against what the form asks for.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "form/form_choices.hpp"
#include "model/telephone.hpp"
#include "returns/check_form.hpp"
#include "returns/list_items.hpp"
#include "thai/date.hpp"
#include "thai/digits.hpp"
#include "thai/names.hpp"

namespace chiwat::returns {
namespace {

using document::Value;

bool is_number(form::FieldType type) {
  return type == form::FieldType::count || type == form::FieldType::amount ||
         type == form::FieldType::percent || type == form::FieldType::mark;
}

class Cells {
 public:
  explicit Cells(const CheckedForm& checked)
      : checked_(checked), own_(checked.own()), subdistricts_(subdistricts(checked)) {}

  void check() {
    for (FilledRow& row : checked_.form.rows) {
      for (std::size_t i = 0; row.from && i < own_.columns.size(); ++i) check(row, i);
    }
  }

 private:
  void check(FilledRow& row, std::size_t column) {
    const form::FormColumn& what = own_.columns[column];
    const bool is_written = std::holds_alternative<form::Empty>(what.source) ||
                            std::holds_alternative<form::Known>(what.source);
    const bool is_unread = std::ranges::count(row.unread, column) > 0;
    if (!what.in_rows || is_unread || is_blank(row.from->values[column])) return;
    if (std::holds_alternative<form::Accumulates>(what.source)) check_words(row, column);
    if (!is_written) return;
    check_formula(row, column);
    if (what.choices) {
      check_choice(row, column, what.choices->value);
    } else if (what.type == form::FieldType::telephone) {
      check_telephone(row, column);
    } else if (what.type == form::FieldType::date) {
      check_date(row, column);
    } else if (is_number(what.type)) {
      check_words(row, column);
    }
  }

  void check_formula(const FilledRow& row, std::size_t column) {
    const auto* source = std::get_if<form::Known>(&own_.columns[column].source);
    if (source && *source == form::Known::serial) return;
    const Value& value = row.from->values[column];
    if (!std::holds_alternative<document::Formula>(value)) return;
    checked_.diagnostics.warning(
        checked_.at(row, column), "returned_formula",
        {{"found", shown(value)}, {"value", shown(row.row.known[column])}});
  }

  void check_choice(FilledRow& row, std::size_t column, const std::string& list) {
    const auto* text = std::get_if<std::string>(&row.row.known[column]);
    if (!text || *text == "-") return;
    if (list == form::kSubdistricts) return check_subdistrict(row, column);
    const model::List* known = model::find_list(checked_.circular.lists, list);
    if (!known) return;
    const ListItems& items = items_.try_emplace(list, checked_.circular, list).first->second;
    if (const auto item = items.find(*text)) {
      row.row.known[column] = known->items[*item].label.value;
      return;
    }
    std::vector<std::string> labels;
    for (const model::ListItem& item : known->items) labels.push_back(item.label.value);
    std::string expected;
    for (const std::string& label : labels) expected += (expected.empty() ? "" : " · ") + label;
    Diagnostic& diagnostic = checked_.diagnostics.error(checked_.at(row, column), "returned_choice",
                                                        {{"found", *text}, {"expected", expected}});
    if (const auto near = thai::closest(*text, labels)) {
      diagnostic.hint("hint_did_you_mean", {{"name", *near}});
    }
    row.unread.push_back(column);
  }

  static std::vector<std::string> subdistricts(const CheckedForm& checked) {
    return form::labels_of(form::kSubdistricts, checked.circular, checked.reply.sender.district);
  }

  // "ต.เขมราฐ" is เขมราฐ. The registry need not know all sub-districts, so that another one is
  // probably right, unless it is spelt almost like one that is known.
  void check_subdistrict(FilledRow& row, std::size_t column) {
    const std::string found = std::get<std::string>(row.row.known[column]);
    const std::string name = thai::without_title(found, {"ตำบล", "แขวง", "ต."});
    const bool is_known = std::ranges::any_of(
        subdistricts_, [&](const std::string& known) { return thai::normalise(known) == name; });
    if (is_known) row.row.known[column] = name;
    if (is_known || subdistricts_.empty()) return;
    const auto meant = thai::closest(name, subdistricts_);
    Diagnostic& diagnostic = checked_.diagnostics.add(
        meant ? Severity::warning : Severity::note, checked_.at(row, column),
        "returned_subdistrict_new", {{"name", found}});
    if (meant) diagnostic.hint("hint_did_you_mean", {{"name", *meant}});
  }

  void check_telephone(const FilledRow& row, std::size_t column) {
    const auto* text = std::get_if<std::string>(&row.row.known[column]);
    const auto bad = text ? model::bad_telephone(thai::to_arabic(*text)) : std::nullopt;
    if (!bad) return;
    Diagnostic& diagnostic = checked_.diagnostics.warning(
        checked_.at(row, column), "returned_telephone", {{"found", bad->number}});
    if (!bad->meant.empty()) diagnostic.hint("hint_did_you_mean", {{"name", bad->meant}});
  }

  void check_date(const FilledRow& row, std::size_t column) {
    const auto* date = std::get_if<Date>(&row.row.known[column]);
    if (!date) return;
    const Value& typed = row.from->values[column];
    const auto* in_file = std::get_if<Date>(&typed);
    if (in_file && *in_file != *date) {
      checked_.diagnostics.remark(checked_.at(row, column), "returned_date_buddhist",
                                  {{"found", shown(typed)}, {"value", shown(*date)}});
    } else if (std::holds_alternative<std::string>(typed)) {
      checked_.diagnostics.remark(checked_.at(row, column), "returned_written_as_text",
                                  {{"found", shown(typed)}, {"value", shown(*date)}});
    }
    const Period months = months_for(own_.columns[column].required);
    if (*date >= months.start() && *date <= months.end()) return;
    checked_.diagnostics.error(
        checked_.at(row, column), "returned_date_outside",
        {{"found", shown(*date)}, {"expected", thai::format_period(months, thai::Digits::arabic)}});
  }

  // What is reported lies in the round; when somebody began may be earlier in the year.
  Period months_for(bool is_reported) const {
    const model::Circular& circular = checked_.circular;
    const Period year = fiscal_year(circular.fiscal_year.value);
    if (!is_reported) return year;
    if (checked_.reply.round) return circular.rounds[*checked_.reply.round].counts.value;
    for (const model::Round& round : circular.rounds) {
      const auto& month = checked_.reply.month;
      if (month && holds(round.months.value, *month)) return round.counts.value;
    }
    return year;
  }

  // A number that is a text to the spreadsheet, and how it was read.
  void check_words(const FilledRow& row, std::size_t column) {
    const Value& typed = row.from->values[column];
    const auto* words = std::get_if<std::string>(&typed);
    const Value& read = row.row.known[column];
    if (!words || is_blank(read) || shown(typed) == "-") return;
    checked_.diagnostics.remark(checked_.at(row, column), "returned_written_as_text",
                                {{"found", shown(typed)}, {"value", shown(read)}});
  }

  const CheckedForm& checked_;
  const form::FormTemplate& own_;
  std::map<std::string, ListItems> items_;       // by the name of their list
  const std::vector<std::string> subdistricts_;  // of the district, as the registry has them
};

}  // namespace

void check_cells(const CheckedForm& checked) {
  Cells(checked).check();
}

}  // namespace chiwat::returns
