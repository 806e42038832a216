#include "scorecard/scorecard.hpp"

#include <algorithm>
#include <string>

#include "form/properties.hpp"
#include "scorecard/score_sheets.hpp"

namespace chiwat::scorecard {
namespace {

bool has_evidence(const RoundCard& card) {
  return std::ranges::any_of(card.score.results,
                             [&](std::size_t i) { return card.circular.quantities[i].is_truth; });
}

}  // namespace

document::Sheet evidence_sheet() {
  document::Sheet sheet;
  sheet.name = kEvidenceSheet;
  sheet.hidden = true;
  sheet.cells[{0, 0}] = {std::string(kHanded), {}, ""};
  sheet.cells[{1, 0}] = {std::string(kNotHanded), {}, ""};
  return sheet;
}

document::Workbook scorecard(const model::Circular& circular, const plan::Plan& plan,
                             const plan::Scores& scores, const ScorecardOptions& options,
                             const thai::Catalogue& words) {
  std::vector<RoundCard> cards;
  for (const plan::RoundScore& round : scores.rounds) {
    cards.emplace_back(circular, plan, round, options, words);
  }
  document::Workbook workbook;
  workbook.file_name = "คะแนนตัวชี้วัด-" + std::to_string(circular.fiscal_year.value) + ".xlsx";
  workbook.properties = form::properties(
      circular,
      Words(words, options.digits)
          .text("scorecard_title", {{"year", std::to_string(circular.fiscal_year.value)}}),
      options.digits);
  workbook.sheets.push_back(summary_sheet(cards));
  for (const RoundCard& card : cards) {
    workbook.sheets.push_back(round_sheet(card));
    workbook.sheets.push_back(ranking_sheet(card));
    if (!card.score.months.empty()) workbook.sheets.push_back(months_sheet(card));
  }
  if (std::ranges::any_of(cards, has_evidence)) workbook.sheets.push_back(evidence_sheet());
  return workbook;
}

}  // namespace chiwat::scorecard
