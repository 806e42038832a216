// Numbers and attachments that the letter, the description and the baseline say in two ways.
#include <algorithm>
#include <set>
#include <variant>

#include "formula/evaluate.hpp"
#include "plan/check_figures.hpp"
#include "review/checks.hpp"
#include "review/shown_texts.hpp"
#include "thai/names.hpp"
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

// What follows a word, and the spaces around it; nothing when the text does not begin with it.
std::optional<std::string_view> after(std::string_view text, std::string_view word) {
  const auto trimmed = [](std::string_view rest) {
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    return rest;
  };
  text = trimmed(text);
  if (!text.starts_with(word)) return std::nullopt;
  return trimmed(text.substr(word.size()));
}

// The number that a text quotes for a figure, in the words in which the list of attachments offers
// it: รอบที่ 1 จำนวน 595 ผลิตภัณฑ์.
std::optional<Number> quoted_in(std::string_view text, const model::Figure& figure) {
  const std::string name = thai::normalise(thai::to_arabic(figure.text.value));
  for (std::size_t at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
    const auto rest = after(text.substr(at + name.size()), "จำนวน");
    if (!rest) continue;
    const std::string digits(rest->substr(0, rest->find_first_not_of("0123456789,.")));
    const auto decimal = thai::plain_decimal(digits);
    if (!decimal || !after(rest->substr(digits.size()), figure.unit->value)) continue;
    return Number::parse(*decimal);
  }
  return std::nullopt;
}

}  // namespace

void check_letter_figures(const Subject& subject, Diagnostics& diagnostics) {
  plan::check_figures(subject.circular, subject.plan, diagnostics);
  for (const model::Figure& figure : subject.circular.letter.figures) {
    if (!figure.unit || thai::normalise(figure.text.value).empty()) continue;
    const Number total = plan::total_of(figure, subject.plan);
    for (const ShownText& text : subject.texts) {
      const auto quoted = quoted_in(text.text, figure);
      if (!quoted || *quoted == total) continue;
      diagnostics
          .warning(text.origin, "figure_in_text_differs",
                   {{"column", subject.circular.columns[figure.column].name.value},
                    {"quoted", shown(*quoted)},
                    {"total", shown(total)}})
          .note(figure.text.origin, "figure_here");
    }
  }
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
  for (const ShownText& text : subject.texts) {
    for (const thai::Found& found : thai::find_all(text.text, kAttachment)) {
      if (numbers.contains(std::stoi(found.groups[0]))) continue;
      report_not_listed(text.origin, found.groups[0], diagnostics);
    }
  }
}

void check_agreements(const Subject& subject, Diagnostics& diagnostics) {
  check_heading_sums(subject, diagnostics);
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
