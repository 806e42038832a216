// Years, periods and rounds that texts name: what is left over from another year's circular.
#include <algorithm>
#include <map>
#include <set>

#include "review/checks.hpp"
#include "review/due_dates.hpp"
#include "review/shown_texts.hpp"
#include "thai/date.hpp"
#include "thai/find_dates.hpp"
#include "thai/search.hpp"

namespace chiwat::review {
namespace {

using Kind = ShownText::Kind;
using Years = std::set<int>;

constexpr const char16_t* kYear = u"(?<![0-9])(2[45][0-9]{2})(?![0-9])";
constexpr const char16_t* kFiscalYear =
    u"(?:ปีงบประมาณ|ประจำปี) ?(?:พ\\.ศ\\. ?)?(2[45][0-9]{2})(?![0-9])";
constexpr const char16_t* kRound = u"รอบ(?:การ)?(?:ประเมิน)?ที่ ?([0-9]{1,2})(?![0-9])";
// Words of a text about data that exist already.
constexpr const char16_t* kData = u"ฐานข้อมูล|ข้อมูล|ลงทะเบียน";

int buddhist(Month month) {
  return static_cast<int>(month.year()) + kBuddhistOffset;
}

Years years_in(const std::string& text, const char16_t* pattern) {
  Years years;
  for (const thai::Found& found : thai::find_all(text, pattern)) {
    years.insert(std::stoi(found.groups[0]));
  }
  return years;
}

std::string listed(const Years& years) {
  std::string text;
  for (const int year : years) text += (text.empty() ? "" : ", ") + std::to_string(year);
  return text;
}

// The years of a title that belong to no circular of this fiscal year: it or the one before may be
// named.
Years wrong_years_of_title(const std::string& text, int fiscal) {
  Years years = years_in(text, kFiscalYear);
  for (const thai::FoundMonth& found : thai::find_months(text)) {
    const Period known{chiwat::fiscal_year(fiscal - 1).first, chiwat::fiscal_year(fiscal).last};
    if (!holds(known, found.month)) years.insert(buddhist(found.month));
  }
  years.erase(fiscal);
  years.erase(fiscal - 1);
  return years;
}

// The years of a heading of targets none of which is the circular's.
Years wrong_years_of_target(const std::string& text, int fiscal) {
  if (text.find("เป้าหมาย") == std::string::npos) return {};
  const Years years = years_in(text, kYear);
  return years.contains(fiscal) ? Years() : years;
}

Month letter_month(const model::Circular& circular) {
  return circular.letter.date->month;
}

// The month after the letter's of which a text says that something was counted then; of a heading
// over a baseline any month.
std::optional<Month> future_month(const model::Circular& circular, const ShownText& text) {
  const bool is_baseline = text.column && !circular.columns[*text.column].definition &&
                           text.text.find("เป้าหมาย") == std::string::npos;
  const bool is_data = !thai::find_all(text.text, kData).empty();
  for (const thai::FoundMonth& found : thai::find_months(text.text)) {
    if (found.month <= letter_month(circular)) continue;
    if (is_baseline || (found.is_state && is_data)) return found.month;
  }
  return std::nullopt;
}

void report_years(const ShownText& text, const Years& years, int fiscal, Diagnostics& diagnostics) {
  diagnostics.warning(text.origin, "year_of_title",
                      {{"years", listed(years)}, {"fiscal_year", std::to_string(fiscal)}});
}

void check_years_of(const model::Circular& circular, const ShownText& text,
                    Diagnostics& diagnostics) {
  const int fiscal = circular.fiscal_year.value;
  if (text.kind == Kind::title) {
    const Years years = wrong_years_of_title(text.text, fiscal);
    if (!years.empty()) report_years(text, years, fiscal, diagnostics);
  } else if (text.kind == Kind::heading) {
    const Years years = wrong_years_of_target(text.text, fiscal);
    if (!years.empty()) report_years(text, years, fiscal, diagnostics);
  }
  if (text.kind == Kind::title) return;
  if (const auto month = future_month(circular, text)) {
    diagnostics.warning(
        text.origin, "data_of_future",
        {{"month", thai::format_month(*month, thai::Digits::arabic)},
         {"letter", thai::format_month(letter_month(circular), thai::Digits::arabic)}});
  }
}

void check_letter_year(const model::Circular& circular, Diagnostics& diagnostics) {
  const Period year = fiscal_year(circular.fiscal_year.value);
  const Month month = letter_month(circular);
  if (year.first - std::chrono::months(6) <= month && month <= year.last) return;
  diagnostics.warning(circular.letter.date.origin, "year_unlikely",
                      {{"year", std::to_string(buddhist(month))},
                       {"fiscal_year", std::to_string(circular.fiscal_year.value)}});
}

}  // namespace

void check_years(const Subject& subject, Diagnostics& diagnostics) {
  const model::Circular& circular = subject.circular;
  check_letter_year(circular, diagnostics);
  for (const DueDate& due : subject.due_dates) {
    if (is_likely_due(circular, due.date)) continue;
    diagnostics.warning(due.origin, "year_unlikely",
                        {{"year", std::to_string(buddhist(due.written.month))},
                         {"fiscal_year", std::to_string(circular.fiscal_year.value)}});
  }
  for (const ShownText& text : subject.texts) check_years_of(circular, text, diagnostics);
}

void check_periods(const Subject& subject, Diagnostics& diagnostics) {
  for (const ShownText& text : subject.texts) {
    for (const thai::FoundPeriod& found : thai::find_periods(text.text)) {
      const auto first = found.first.date().value_or(found.first.month / std::chrono::day(1));
      const auto last = found.last.date().value_or(found.last.month / std::chrono::last);
      if (first <= last) continue;
      diagnostics.warning(text.origin, "period_backwards_in_text", {{"period", found.words}});
    }
  }
}

namespace {

// What the headings over one column, and its own label, say of years.
struct NamedYears {
  Years years;
  const ShownText* heading;  // null: the label
};

std::vector<NamedYears> years_of_column(const model::Column& column,
                                        const std::vector<const ShownText*>& headings) {
  std::vector<NamedYears> result;
  const Years label = years_in(column.label, kYear);
  if (!label.empty() && !column.definition) result.push_back({label, nullptr});
  for (const ShownText* heading : headings) {
    const Years years = years_in(heading->text, kYear);
    if (!years.empty()) result.push_back({years, heading});
  }
  return result;
}

void check_years_of_column(const model::Circular& circular, const model::Column& column,
                           const std::vector<const ShownText*>& headings,
                           Diagnostics& diagnostics) {
  const auto named = years_of_column(column, headings);
  if (named.empty()) return;
  Years all;
  for (const NamedYears& one : named) all.insert(one.years.begin(), one.years.end());
  const auto other = std::ranges::find_if(
      named, [&](const NamedYears& one) { return one.heading && one.years != named[0].years; });
  if (other == named.end()) return;
  // Said already, where the headings do not only differ but cannot be.
  for (const NamedYears& one : named) {
    if (!one.heading) continue;
    const int fiscal = circular.fiscal_year.value;
    if (future_month(circular, *one.heading)) return;
    if (!wrong_years_of_target(one.heading->text, fiscal).empty()) return;
  }
  diagnostics.warning(other->heading->origin, "heading_years_differ",
                      {{"column", column.name.value}, {"years", listed(all)}});
}

}  // namespace

void check_heading_years(const Subject& subject, Diagnostics& diagnostics) {
  const std::vector<ShownText>& texts = subject.texts;
  const auto& columns = subject.circular.columns;
  std::vector<std::vector<const ShownText*>> headings(columns.size());
  for (const ShownText& text : texts) {
    if (text.column) headings[*text.column].push_back(&text);
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    check_years_of_column(subject.circular, columns[i], headings[i], diagnostics);
  }
}

void check_round_names(const Subject& subject, Diagnostics& diagnostics) {
  for (const ShownText& text : subject.texts) {
    if (!text.round || (text.kind != Kind::title && text.kind != Kind::heading)) continue;
    std::set<std::string> found;
    for (const thai::Found& one : thai::find_all(text.text, kRound)) found.insert(one.groups[0]);
    const std::string own = std::to_string(text.round->number.value);
    if (found.empty() || found.contains(own)) continue;
    diagnostics
        .warning(text.origin, "other_round_named", {{"found", *found.begin()}, {"round", own}})
        .note(text.round->number.origin, "round_here");
  }
}

}  // namespace chiwat::review
