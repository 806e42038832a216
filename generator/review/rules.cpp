#include "review/rules.hpp"

#include <algorithm>

#include "review/checks.hpp"
#include "thai/names.hpp"

namespace chiwat::review {
namespace {

constexpr Severity kError = Severity::error;
constexpr Severity kWarning = Severity::warning;

std::string in_capitals(std::string_view id) {
  std::string result = thai::normalise(id);
  for (char& c : result) {
    if ('a' <= c && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

}  // namespace

const std::vector<Rule>& all_rules() {
  static const std::vector<Rule> rules{
      {"D1", kWarning, {"weekday_differs"}, check_weekdays},
      {"D2", kWarning, {"due_before_letter"}, check_due_after_letter},
      {"D3", kWarning, {"due_outside_round"}, check_due_in_round},
      {"D4", kWarning, {"due_on_weekend"}, check_weekends},
      {"D5", kWarning, {"due_on_holiday"}, check_holidays},
      {"D6", kWarning, {"due_twice"}, check_due_once},
      {"D7", kWarning, {"year_unlikely", "year_of_title", "data_of_future"}, check_years},
      {"D8", kWarning, {"period_backwards_in_text"}, check_periods},
      {"D9", kWarning, {"heading_years_differ"}, check_heading_years},
      {"D10", kWarning, {"other_round_named"}, check_round_names},
      {"D11",
       kError,
       {"date_unlikely", "year_not_buddhist", "fiscal_year_unlikely", "months_outside_year",
        "period_backwards"},
       nullptr},
      {"L1", kWarning, {"level_order"}, check_level_order},
      {"L2", kWarning, {"levels_alike"}, check_levels_alike},
      {"L3", kWarning, {"levels_hole"}, check_level_cover},
      {"L4", kWarning, {"levels_overlap"}, nullptr},
      {"L5", kWarning, {"level_unreachable"}, nullptr},
      {"L6", kWarning, {"wording_differs"}, check_wording},
      {"L7", kWarning, {"percentage_differs", "level_percentage_differs"}, check_percentages},
      {"L8", kWarning, {"rounds_nearly_alike"}, check_rounds_alike},
      {"T1", kWarning, {"target_below_bound"}, check_targets_reach},
      {"T2", kWarning, {"total_not_sum"}, check_totals},
      {"T3", kWarning, {"target_fractional"}, check_whole_targets},
      {"T4", kWarning, {"parts_differ"}, check_parts},
      {"T5", kWarning, {"base_differs", "base_not_named"}, check_bases},
      {"T6", kWarning, {"target_reaches_no_level"}, check_targets_count},
      {"F1", kWarning, {"figure_differs", "figure_in_text_differs"}, check_letter_figures},
      {"F2", kWarning, {"attachment_not_produced", "attachment_not_listed"}, check_attachments},
      {"F3", kWarning, {"registry_counts_differ"}, nullptr},
      {"F4", kWarning, {"totals_disagree", "heading_not_sum"}, check_agreements},
      {"F5", kWarning, {"outlier"}, check_outliers},
      {"N1", kWarning, {"districts_missing"}, check_districts},
      {"N2", kError, {"district_twice"}, nullptr},
      {"N3",
       kWarning,
       {"district_misspelt", "district_unknown", "district_of_other_province",
        "text_names_other_district"},
       check_named_districts},
      {"N4", kWarning, {"districts_out_of_order"}, nullptr},
      {"N5", kWarning, {"province_unknown", "province_differs"}, check_province},
      {"N6", kWarning, {"form_codes_mixed"}, check_form_codes},
  };
  return rules;
}

const Rule* find_rule(std::string_view id) {
  const auto found = std::ranges::find(all_rules(), in_capitals(id), &Rule::id);
  return found == all_rules().end() ? nullptr : &*found;
}

const Rule* rule_of(std::string_view message) {
  const auto found = std::ranges::find_if(all_rules(), [&](const Rule& rule) {
    return std::ranges::find(rule.messages, message) != rule.messages.end();
  });
  return found == all_rules().end() ? nullptr : &*found;
}

std::string summary_id(const Rule& rule) {
  return "rule_" + std::string(rule.id);
}

std::string explanation_id(const Rule& rule) {
  return summary_id(rule) + "_more";
}

}  // namespace chiwat::review
