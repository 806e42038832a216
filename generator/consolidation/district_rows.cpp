#include "consolidation/district_rows.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>
#include <variant>

#include "form/brought.hpp"
#include "form/occasion.hpp"
#include "returns/list_items.hpp"
#include "thai/date.hpp"
#include "thai/names.hpp"

namespace chiwat::consolidation {
namespace {

using document::Blank;
using document::Value;
using form::FormColumn;
using form::FormRow;
using form::FormTemplate;

bool is_blank(const Value& value) {
  return std::holds_alternative<Blank>(value);
}

// What stands in a cell, as a text: a number that is refused must not be added up.
std::string as_found(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<Number>(&value)) return number->to_string();
  if (const auto* date = std::get_if<Date>(&value)) {
    return thai::format_date(*date, thai::DateStyle::full, thai::Digits::arabic);
  }
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "TRUE" : "FALSE";
  if (const auto* error = std::get_if<document::ErrorValue>(&value)) return error->code;
  if (const auto* formula = std::get_if<document::Formula>(&value)) return "=" + formula->text;
  return "";
}

// Reads the rows of one reply.
class ReplyReader {
 public:
  ReplyReader(const Batch& batch, const returns::Reply& reply, const model::Circular& circular,
              const plan::Plan& plan, const FoundProblems& problems)
      : batch_(batch), reply_(reply), circular_(circular), plan_(plan), problems_(problems) {}

  std::vector<FormRow> rows(returns::FilledForm& filled) {
    const auto& own = std::get<FormTemplate>(filled.page->kind);
    const auto* reported = problems_.on(*reply_.returned, *filled.from);
    std::vector<FormRow> result;
    for (returns::FilledRow& row : filled.rows) {
      FormRow read = std::move(row.row);
      read.is_spare = false;
      read.district = reply_.sender.district;
      for (std::size_t i = 0; i < own.columns.size(); ++i) {
        read.known[i] = value(filled, own.columns[i], std::move(read.known[i]));
      }
      if (row.from) add_faults(filled, row, reported, read);
      result.push_back(std::move(read));
    }
    filled.rows = std::vector<returns::FilledRow>();
    return result;
  }

 private:
  Value value(const returns::FilledForm& filled, const FormColumn& column, Value read) {
    if (const auto* known = std::get_if<form::Known>(&column.source)) {
      if (*known == form::Known::district)
        return circular_.districts[*reply_.sender.district].value;
      if (*known == form::Known::province) return circular_.province.value;
    }
    if (const auto* asked = std::get_if<form::Asked>(&column.source)) return number(filled, *asked);
    // What is gone on from is found out from the months themselves.
    if (std::holds_alternative<form::Accumulates>(column.source)) return Number(0);
    const auto* text = std::get_if<std::string>(&read);
    const model::List* list =
        column.choices ? model::find_list(circular_.lists, column.choices->value) : nullptr;
    return text && list ? Value(first_label(*list, *text)) : read;
  }

  // The first label of the item whose code or label this is; else the text itself.
  std::string first_label(const model::List& list, const std::string& text) {
    const std::string& name = list.name.value;
    const auto item = items_.try_emplace(name, circular_, name).first->second.find(text);
    return item ? list.items[*item].label.value : text;
  }

  Value number(const returns::FilledForm& filled, const form::Asked& asked) const {
    const model::Form* use = batch_.use_of(filled.page->name.value);
    if (!use) return Blank{};
    const form::Occasion occasion{
        circular_, plan_, *batch_.attachment, reply_.sender.district, batch_.round, batch_.months};
    const auto number = form::asked_number(asked, *use, occasion);
    return number ? Value(*number) : Value(Blank{});
  }

  void add_faults(const returns::FilledForm& filled, const returns::FilledRow& row,
                  const FoundProblems::ByCell* reported, FormRow& read) const {
    for (const std::size_t column : row.unread) {
      read.known[column] = as_found(row.from->values[column]);
      read.faults[column] = problems_.words().text({"collected_unread", {}});
    }
    for (std::size_t i = 0; reported && i < filled.from->columns.size(); ++i) {
      if (!filled.from->columns[i]) continue;
      const std::string name = document::cell_name({row.from->row, *filled.from->columns[i]});
      if (const auto found = reported->find(name); found != reported->end()) {
        read.faults[i] =
            found->second + "\n(" + file_name() + " " + filled.from->sheet + "!" + name + ")";
      }
    }
  }

  // Without its folders.
  std::string file_name() const {
    const std::string& path = reply_.returned->path;
    return path.substr(path.find_last_of("/\\") + 1);
  }

  const Batch& batch_;
  const returns::Reply& reply_;
  const model::Circular& circular_;
  const plan::Plan& plan_;
  const FoundProblems& problems_;
  std::map<std::string, returns::ListItems> items_;  // by the name of their list
};

// The form that a form gathers its rows from, and the columns of both that name them.
const form::Gathered* gathered_from(const FormTemplate& form) {
  for (const FormColumn& column : form.columns) {
    const auto* from = std::get_if<form::Gathered>(&column.source);
    if (from && form.subject() == form.find(from->by.value)) return from;
  }
  return nullptr;
}

// Rows that are gathered: each once, and one for whatever the other form has besides.
class Gathering {
 public:
  Gathering(const FormTemplate& own, const FormTemplate& other, const form::Gathered& from)
      : own_(own),
        other_(other),
        key_(*own.find(from.by.value)),
        other_key_(*other.find(from.by.value)) {}

  std::vector<FormRow> rows(std::vector<FormRow> own, const std::vector<FormRow>& others) {
    std::vector<FormRow> result;
    for (FormRow& row : own) {
      if (is_new(row, key_)) result.push_back(std::move(row));
    }
    for (const FormRow& row : others) {
      if (!is_blank(row.known[other_key_]) && is_new(row, other_key_)) {
        result.push_back(made_of(row));
      }
    }
    std::ranges::stable_sort(result, {}, &FormRow::district);
    return result;
  }

 private:
  // Rows that nobody can name are kept as they are.
  bool is_new(const FormRow& row, std::size_t column) {
    const auto* key = std::get_if<std::string>(&row.known[column]);
    return !key || seen_.emplace(row.district, *key).second;
  }

  FormRow made_of(const FormRow& other) const {
    FormRow row;
    row.district = other.district;
    for (const FormColumn& column : own_.columns) row.known.push_back(known(column, other));
    return row;
  }

  Value known(const FormColumn& column, const FormRow& row) const {
    if (std::holds_alternative<form::Accumulates>(column.source)) return Number(0);
    const auto* own = std::get_if<form::Known>(&column.source);
    for (std::size_t i = 0; own && i < other_.columns.size(); ++i) {
      const auto* same = std::get_if<form::Known>(&other_.columns[i].source);
      if (same && *same == *own) return row.known[i];
    }
    return Blank{};
  }

  const FormTemplate& own_;
  const FormTemplate& other_;
  const std::size_t key_, other_key_;
  std::set<std::pair<std::optional<std::size_t>, std::string>> seen_;
};

}  // namespace

RowsOfForms district_rows(const Batch& batch, const model::Circular& circular,
                          const plan::Plan& plan, const form::Templates& templates,
                          const FoundProblems& problems) {
  RowsOfForms result;
  for (returns::Reply* reply : batch.replies) {
    ReplyReader reader(batch, *reply, circular, plan, problems);
    for (returns::FilledForm& filled : reply->forms) {
      auto& rows = result[filled.page->name.value];
      std::ranges::move(reader.rows(filled), std::back_inserter(rows));
    }
  }
  for (const model::Form& use : batch.attachment->forms) {
    const auto* own = std::get_if<FormTemplate>(&templates.at(use.layout.value).kind);
    const form::Gathered* from = own ? gathered_from(*own) : nullptr;
    if (!from || !result.contains(from->form.value)) continue;
    const auto& other = std::get<FormTemplate>(templates.at(from->form.value).kind);
    auto& rows = result[use.layout.value];
    rows = Gathering(*own, other, *from).rows(std::move(rows), result.at(from->form.value));
  }
  return result;
}

}  // namespace chiwat::consolidation
