#include "returns/results_csv.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <variant>

#include "form/brought.hpp"
#include "formula/evaluate.hpp"
#include "model/results.hpp"
#include "returns/tell_results.hpp"
#include "thai/date.hpp"
#include "thai/encoding.hpp"
#include "thai/names.hpp"

namespace chiwat::returns {
namespace {

using formula::Value;

std::string field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? "\"\"" : std::string(1, c);
  return result + "\"";
}

// The results of one district, reply after reply.
class District {
 public:
  District(const model::Circular& circular, std::size_t district)
      : circular_(circular), online_before_(operators_online_before(circular, district)) {}

  void add(const Reply& reply) {
    const auto drafts = drafts_of(reply.forms);
    form::FormNumbers numbers(drafts);
    for (std::size_t i = 0; i < reply.forms.size(); ++i) {
      for (const form::FormResult& result : drafts[i].form->results) {
        const auto quantity = find(result.name.value);
        if (!quantity) continue;
        const auto value = told(result, *quantity, reply.forms[i], drafts[i], numbers);
        if (!value) continue;
        const auto [known, is_new] = values_.try_emplace(*quantity, *value);
        if (!is_new) {
          known->second = model::together(circular_.quantities[*quantity], known->second, *value);
        }
      }
    }
  }

  // What was added since the last time.
  std::map<std::size_t, Value> take() { return std::exchange(values_, {}); }

 private:
  std::optional<std::size_t> find(const std::string& name) const {
    for (std::size_t i = 0; i < circular_.quantities.size(); ++i) {
      const model::Quantity& quantity = circular_.quantities[i];
      if (!quantity.definition && quantity.name.value == name) return i;
    }
    return std::nullopt;
  }

  std::optional<Value> told(const form::FormResult& result, std::size_t quantity,
                            const FilledForm& form, const form::FormDraft& draft,
                            form::FormNumbers& numbers) {
    if (circular_.quantities[quantity].is_truth) {
      return form.rows.empty() ? std::nullopt : std::optional<Value>(true);
    }
    if (const auto* rows = std::get_if<form::RowsWhere>(&result.how)) {
      return Value(counted(*rows, quantity, form, draft, numbers));
    }
    if (const auto* sum = std::get_if<form::SumOver>(&result.how)) {
      return Value(summed(*draft.form->find(sum->column.value), form, draft, numbers));
    }
    const auto* used = std::get_if<form::UsedColumns>(&result.how);
    return used ? std::optional<Value>(used_columns(*used, draft)) : std::nullopt;
  }

  // Rows of nobody do not count, and whatever is there twice counts once.
  template <class Take>
  static void each_row(const FilledForm& form, const form::FormDraft& draft, Take take) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < form.rows.size(); ++i) {
      const std::string key = form::row_key(*draft.form, form.rows[i].row.known);
      const bool is_again = !key.empty() && !seen.insert(key).second;
      if (!form.rows[i].is_unnamed && !is_again) take(i, key);
    }
  }

  Number counted(const form::RowsWhere& rows, std::size_t quantity, const FilledForm& form,
                 const form::FormDraft& draft, form::FormNumbers& numbers) {
    std::int64_t count = 0;
    each_row(form, draft, [&](std::size_t row, const std::string& key) {
      const bool before = online_before_.contains(key.substr(0, key.find('\n')));
      if (!holds_in(rows, numbers, draft, row, before)) return;
      if (key.empty() || counted_[quantity].insert(key).second) ++count;
    });
    return count;
  }

  static Number summed(std::size_t column, const FilledForm& form, const form::FormDraft& draft,
                       form::FormNumbers& numbers) {
    Number sum;
    each_row(form, draft,
             [&](std::size_t row, const std::string&) { sum += numbers.cell(draft, row, column); });
    return sum;
  }

  static Number used_columns(const form::UsedColumns& used, const form::FormDraft& draft) {
    return static_cast<std::int64_t>(std::ranges::count_if(used.columns, [&](const auto& name) {
      const std::size_t column = *draft.form->find(name.value);
      return std::ranges::any_of(
          draft.rows, [&](const form::FormRow& row) { return is_used(row.known[column]); });
    }));
  }

  const model::Circular& circular_;
  const std::set<std::string> online_before_;             // codes
  std::map<std::size_t, Value> values_;                   // by quantity
  std::map<std::size_t, std::set<std::string>> counted_;  // what has counted already
};

class Table {
 public:
  Table(const std::vector<Reply>& replies, const model::Circular& circular)
      : replies_(replies), circular_(circular) {
    for (std::size_t i = 0; i < circular.quantities.size(); ++i) {
      if (!circular.quantities[i].definition) results_.push_back(i);
    }
  }

  const std::vector<std::size_t>& results() const { return results_; }

  std::string text(bool by_month) const {
    std::string text(thai::kByteOrderMark);
    text += by_month ? "อำเภอ,เดือน" : "อำเภอ,รอบ";
    for (const std::size_t i : results_) {
      const model::Quantity& quantity = circular_.quantities[i];
      text += "," + field(quantity.label ? quantity.label->value : quantity.name.value);
    }
    text += "\r\n";
    for (std::size_t i = 0; i < circular_.districts.size(); ++i) {
      text += by_month ? months_of(i) : rounds_of(i);
    }
    return text;
  }

 private:
  std::string line(std::size_t district, const std::string& when,
                   const std::map<std::size_t, Value>& values) const {
    std::string text = field(circular_.districts[district].value) + "," + when;
    for (const std::size_t i : results_) {
      const auto found = values.find(i);
      text += ",";
      if (found == values.end()) {
        if (circular_.quantities[i].is_truth && !values.empty()) text += "ไม่มี";
      } else if (const auto* number = std::get_if<Number>(&found->second)) {
        text += number->to_string();
      } else {
        text += std::get<bool>(found->second) ? "มี" : "ไม่มี";
      }
    }
    return text + "\r\n";
  }

  std::string months_of(std::size_t district) const {
    std::optional<Month> first, last;
    for (const Reply& reply : replies_) {
      if (!reply.month || !reply.sender.district) continue;
      first = first ? std::min(*first, *reply.month) : *reply.month;
      last = last ? std::max(*last, *reply.month) : *reply.month;
    }
    std::string text;
    if (!first) return text;
    District own(circular_, district);
    for (Month month = *first; month <= *last; month += std::chrono::months(1)) {
      for (const Reply& reply : replies_) {
        if (reply.sender.district == district && reply.month == month) own.add(reply);
      }
      text += line(district, thai::format_month(month, thai::Digits::arabic), own.take());
    }
    return text;
  }

  std::string rounds_of(std::size_t district) const {
    std::string text;
    for (std::size_t round = 0; round <= last_round(); ++round) {
      District own(circular_, district);
      for (const Reply& reply : replies_) {
        if (reply.sender.district == district && counts(round, reply)) own.add(reply);
      }
      text += line(district, std::to_string(circular_.rounds[round].number.value), own.take());
    }
    return text;
  }

  // The last round of which anything has come, the first at least.
  std::size_t last_round() const {
    std::size_t last = 0;
    for (const Reply& reply : replies_) {
      for (std::size_t i = last + 1; i < circular_.rounds.size(); ++i) {
        const bool is_in_it = reply.month && holds(circular_.rounds[i].months.value, *reply.month);
        if (reply.round == i || is_in_it) last = i;
      }
    }
    return last;
  }

  bool counts(std::size_t round, const Reply& reply) const {
    const Period& counted = circular_.rounds[round].counts.value;
    if (reply.quarter) return false;  // its months count
    if (reply.month) return holds(counted, *reply.month);
    if (!reply.round) return true;
    const Period& own = circular_.rounds[*reply.round].months.value;
    return *reply.round == round || (counted.first <= own.first && own.last <= counted.last);
  }

  const std::vector<Reply>& replies_;
  const model::Circular& circular_;
  std::vector<std::size_t> results_;  // indexes into Circular::quantities
};

// The forms of the circular that tell a result.
std::vector<const form::FormTemplate*> tellers(const model::Circular& circular,
                                               const form::Templates& templates,
                                               const std::string& result) {
  std::vector<const form::FormTemplate*> found;
  for (const model::Attachment& attachment : circular.attachments) {
    for (const model::Form& use : attachment.forms) {
      const auto page = templates.find(use.layout.value);
      const auto* own =
          page == templates.end() ? nullptr : std::get_if<form::FormTemplate>(&page->second.kind);
      if (own && std::ranges::any_of(own->results, [&](const form::FormResult& told) {
            return told.name.value == result;
          })) {
        found.push_back(own);
      }
    }
  }
  return found;
}

}  // namespace

std::string results_csv(const std::vector<Reply>& replies, const model::Circular& circular,
                        const form::Templates& templates, Diagnostics& diagnostics) {
  const Table table(replies, circular);
  if (table.results().empty() || circular.rounds.empty()) return "";
  bool by_month = true;
  for (const std::size_t i : table.results()) {
    const model::Quantity& quantity = circular.quantities[i];
    const auto own = tellers(circular, templates, quantity.name.value);
    if (own.empty()) {
      diagnostics.remark(
          quantity.name.origin, "returned_result_untold",
          {{"result", quantity.label ? quantity.label->value : quantity.name.value}});
    }
    for (const form::FormTemplate* teller : own) {
      by_month = by_month && teller->span == form::Span::month;
    }
  }
  return table.text(by_month);
}

}  // namespace chiwat::returns
