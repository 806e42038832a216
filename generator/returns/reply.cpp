#include "returns/reply.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "thai/date.hpp"

namespace chiwat::returns {
namespace {

bool is_monthly(const ReturnedForm& form) {
  const auto* own = std::get_if<form::FormTemplate>(&form.page->kind);
  return own && own->span == form::Span::month;
}

// For what a workbook reports; replies differ in it.
struct Time {
  std::optional<Month> month;
  std::optional<int> quarter;
  std::optional<std::size_t> round;
  auto operator<=>(const Time&) const = default;
};

std::string in_words(const Time& time, const model::Circular& circular) {
  if (time.month) return "เดือน" + thai::format_month(*time.month, thai::Digits::arabic);
  if (time.quarter) return "ไตรมาสที่ " + std::to_string(*time.quarter);
  if (time.round) return "รอบที่ " + std::to_string(circular.rounds[*time.round].number.value);
  return "ปีงบประมาณ " + std::to_string(circular.fiscal_year.value);
}

class Choice {
 public:
  Choice(const model::Circular& circular, Diagnostics& diagnostics)
      : circular_(circular), diagnostics_(diagnostics) {}

  void add(const Returned& returned) {
    const auto sender = sender_of(returned, circular_, Severity::error, diagnostics_);
    const auto time = sender ? time_of(returned) : std::nullopt;
    if (time) found_[{*sender, *time}].push_back(&returned);
  }

  std::vector<Reply> all() {
    std::vector<Reply> result;
    for (const auto& [key, several] : found_) {
      const auto& [sender, time] = key;
      const Returned& own =
          newest(several, sender, in_words(time, circular_), circular_, diagnostics_);
      Reply reply{sender, time.month, time.quarter, time.round, &own, {}};
      for (const ReturnedForm& form : own.forms) {
        reply.forms.push_back(filled_form(own, form, diagnostics_));
      }
      result.push_back(std::move(reply));
    }
    return result;
  }

 private:
  std::nullopt_t leave_out(const Returned& returned, const char* id,
                           MessageArguments arguments = {}) {
    diagnostics_.error({returned.path, 0, 0}, id, std::move(arguments));
    return std::nullopt;
  }

  std::optional<Time> time_of(const Returned& returned) {
    Time time;
    if (returned.facts.round > 0) {
      time.round = index_of_round(circular_, returned.facts.round);
      if (!time.round) {
        return leave_out(returned, "returned_other_round",
                         {{"found", std::to_string(returned.facts.round)}});
      }
    }
    if (!std::ranges::any_of(returned.forms, is_monthly)) return time;
    return with_months(returned, time);
  }

  std::optional<Time> with_months(const Returned& returned, Time time) {
    const auto& months = returned.facts.months;
    if (!months) return leave_out(returned, "returned_without_month");
    if (!holds(fiscal_year(circular_.fiscal_year.value), months->last)) {
      return leave_out(returned, "returned_month_outside",
                       {{"month", thai::format_period(*months, thai::Digits::arabic)}});
    }
    if (months->first == months->last) {
      time.month = months->first;
    } else {
      time.quarter = quarter_of(months->last);
    }
    return time;
  }

  const model::Circular& circular_;
  Diagnostics& diagnostics_;
  std::map<std::pair<Sender, Time>, std::vector<const Returned*>> found_;
};

}  // namespace

std::vector<Reply> choose_replies(const std::vector<Returned>& returned,
                                  const model::Circular& circular, Diagnostics& diagnostics) {
  Choice choice(circular, diagnostics);
  for (const Returned& each : returned) choice.add(each);
  return choice.all();
}

void forget_typed(std::vector<Returned>& returned, const std::vector<Reply>& replies) {
  std::set<const ReturnedRow*> unread;
  for (const Reply& reply : replies) {
    for (const FilledForm& form : reply.forms) {
      for (const FilledRow& row : form.rows) {
        if (!row.unread.empty()) unread.insert(row.from);
      }
    }
  }
  for (Returned& each : returned) {
    for (ReturnedForm& form : each.forms) {
      for (ReturnedRow& row : form.rows) {
        if (!unread.contains(&row)) row.values = std::vector<document::Value>();
      }
    }
  }
}

}  // namespace chiwat::returns
