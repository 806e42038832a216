// The sheet of one round: results, measures, levels, and what is still missing.
#include <string>
#include <utility>
#include <vector>

#include "form/shown_headings.hpp"
#include "model/placeholders.hpp"
#include "scorecard/score_sheets.hpp"
#include "thai/message.hpp"

namespace chiwat::scorecard {
namespace {

using document::Range;

constexpr form::Millipoints kWideText = 190'000;

std::vector<form::ListedColumn> columns_of(const RoundCard& card) {
  std::vector<form::ListedColumn> columns = {{card.words.text("scorecard_serial")},
                                             {card.words.text("scorecard_district")}};
  for (const std::size_t i : card.score.columns) {
    columns.push_back({form::label_of(card.circular, card.plan, card.digits, i)});
  }
  for (const std::size_t i : card.score.results) columns.push_back({card.formulas.label_of(i)});
  for (const std::size_t i : card.score.measures) columns.push_back({card.formulas.label_of(i)});
  columns.push_back({card.words.text("scorecard_level")});
  columns.push_back({card.words.text("scorecard_points")});
  if (card.circular.indicator.weight) {
    const Number percent = card.circular.indicator.weight->value * 100;
    columns.push_back({card.words.text("scorecard_weighted", {{"weight", percent.to_string()}})});
  }
  columns.push_back({card.words.text("scorecard_to_next"), kWideText});
  columns.push_back({card.words.text("scorecard_to_highest"), kWideText});
  return columns;
}

std::vector<std::string> notes_of(const RoundCard& card) {
  std::vector<std::string> notes = {card.words.text("scorecard_note")};
  for (std::size_t i = 0; i < card.score.levels.size(); ++i) {
    const model::Level& level = card.round().levels[card.score.levels[i].level];
    if (!level.text) continue;
    const std::string criterion = std::get<std::string>(
        thai::format(level.text->value,
                     model::level_placeholders(card.circular, card.round(), level), card.digits));
    notes.push_back(card.words.text("scorecard_criterion", {{"level", card.formulas.label(i)},
                                                            {"points", level.points->to_string()},
                                                            {"criterion", criterion}}));
  }
  return notes;
}

void open_results(const RoundCard& card, document::Sheet& sheet) {
  sheet.protection = document::Protection{.format_columns = true, .format_rows = true};
  for (std::size_t i = 0; i < card.score.results.size(); ++i) {
    const int column = card.formulas.placement().results + static_cast<int>(i);
    const Range range = {{card.first_row(), column}, {card.province_row() - 1, column}};
    document::Validation rule{range, document::Validation::Decimal{0}, {}, {}, false};
    if (card.circular.quantities[card.score.results[i]].is_truth) {
      rule.rule = document::Validation::List{document::sheet_prefix(kEvidenceSheet) + "$A$1:$A$2"};
    }
    sheet.validations.push_back(std::move(rule));
  }
}

}  // namespace

document::Sheet round_sheet(const RoundCard& card) {
  form::Listing table{
      card.sheet(), card.titles("scorecard_of_round"), columns_of(card), {}, notes_of(card), true,
      true};
  for (std::size_t i = 0; i < card.score.districts.size(); ++i) {
    table.rows.push_back(district_cells(card, i));
  }
  table.rows.push_back(province_cells(card));
  document::Sheet sheet = form::laid_out(table);
  open_results(card, sheet);
  const ScorePlacement& at = card.formulas.placement();
  color_levels(card, {{card.first_row(), at.level}, {card.province_row(), at.points}}, at.level,
               sheet);
  return sheet;
}

}  // namespace chiwat::scorecard
