// Numbers and attachments that the letter, the description and the baseline say in two ways.
#include <algorithm>
#include <set>
#include <variant>

#include "formula/evaluate.hpp"
#include "plan/check_figures.hpp"
#include "review/checks.hpp"
#include "review/shown_texts.hpp"
#include "thai/search.hpp"

namespace chiwat::review {
namespace {

constexpr const char16_t* kAttachment = u"สิ่งที่(?:ส่ง|แนบ)มาด้วย ?([0-9]{1,2})(?![0-9])";

std::set<int> listed(const model::Circular& circular) {
  std::set<int> numbers;
  for (const model::Attachment& attachment : circular.attachments) {
    numbers.insert(attachment.number.value);
  }
  return numbers;
}

void report_not_listed(const Origin& origin, const std::string& number, Diagnostics& diagnostics) {
  diagnostics.warning(origin, "attachment_not_listed", {{"number", number}});
}

// The values of the columns in a district; in the province, past the last district, their sums.
formula::Value value_in(const Subject& subject, const std::string& name, std::size_t district) {
  const auto& columns = subject.circular.columns;
  const auto found = std::ranges::find_if(
      columns, [&](const model::Column& column) { return column.name.value == name; });
  const auto& values = subject.plan.columns[static_cast<std::size_t>(found - columns.begin())];
  if (district < values.districts.size()) return values.districts[district];
  return found->total_override ? found->total_override->value : values.sum;
}

// Whether a condition holds in a district; one that divides by zero there is not asked.
bool holds_in(const Subject& subject, const formula::Expression& condition, std::size_t district) {
  const auto outcome = formula::evaluate(
      condition, [&](const std::string& name) { return value_in(subject, name, district); });
  const auto* value = std::get_if<formula::Value>(&outcome);
  return !value || std::get<bool>(*value);
}

}  // namespace

void check_letter_figures(const Subject& subject, Diagnostics& diagnostics) {
  plan::check_figures(subject.circular, subject.plan, diagnostics);
}

void check_attachments(const Subject& subject, Diagnostics& diagnostics) {
  const auto numbers = listed(subject.circular);
  for (const model::Attachment& attachment : subject.circular.attachments) {
    if (!attachment.tables.empty() || !attachment.forms.empty()) continue;
    diagnostics.warning(attachment.number.origin, "attachment_not_produced",
                        {{"number", std::to_string(attachment.number.value)}});
  }
  int expected = 1;
  for (const int number : numbers) {
    const auto& attachments = subject.circular.attachments;
    const auto after = std::ranges::find_if(attachments, [&](const model::Attachment& attachment) {
      return attachment.number.value == number;
    });
    std::vector<std::string> missing;
    for (; expected < number; ++expected) missing.push_back(std::to_string(expected));
    expected = number + 1;
    if (missing.empty()) continue;
    report_not_listed(after->number.origin, joined(missing, missing.size()), diagnostics);
  }
  for (const model::Deadline& deadline : subject.circular.deadlines) {
    if (!deadline.attachment || numbers.contains(deadline.attachment->value)) continue;
    report_not_listed(deadline.attachment->origin, std::to_string(deadline.attachment->value),
                      diagnostics);
  }
  for (const ShownText& text : shown_texts(subject.circular)) {
    for (const thai::Found& found : thai::find_all(text.text, kAttachment)) {
      if (numbers.contains(std::stoi(found.groups[0]))) continue;
      report_not_listed(text.origin, found.groups[0], diagnostics);
    }
  }
}

void check_agreements(const Subject& subject, Diagnostics& diagnostics) {
  for (const model::Agreement& agreement : subject.circular.checks.agreements) {
    std::vector<std::string> districts;
    for (std::size_t i = 0; i < subject.circular.districts.size(); ++i) {
      if (holds_in(subject, *agreement.condition, i)) continue;
      districts.push_back(subject.circular.districts[i].value);
    }
    const bool is_total =
        holds_in(subject, *agreement.condition, subject.circular.districts.size());
    if (!is_total) districts.push_back("จังหวัด" + subject.circular.province.value);
    if (districts.empty()) continue;
    diagnostics.warning(agreement.text.origin, "totals_disagree",
                        {{"condition", agreement.text.value},
                         {"count", static_cast<std::int64_t>(districts.size())},
                         {"districts", joined(districts, kMostNamed)}});
  }
}

void check_outliers(const Subject& subject, Diagnostics& diagnostics) {
  for (const model::Comparable& pair : subject.circular.checks.comparables) {
    std::vector<std::string> districts;
    for (std::size_t i = 0; i < subject.circular.districts.size(); ++i) {
      const Number& now = subject.plan.columns[pair.column].districts[i];
      const Number& before = subject.plan.columns[pair.before].districts[i];
      if (now <= before * pair.factor && before <= now * pair.factor) continue;
      districts.push_back(subject.circular.districts[i].value + " " + shown(before) + " → " +
                          shown(now));
    }
    if (districts.empty()) continue;
    diagnostics.warning(pair.origin, "outlier",
                        {{"column", subject.circular.columns[pair.column].name.value},
                         {"before", subject.circular.columns[pair.before].name.value},
                         {"factor", shown(pair.factor)},
                         {"count", static_cast<std::int64_t>(districts.size())},
                         {"districts", joined(districts, kMostNamed)}});
  }
}

}  // namespace chiwat::review
