// The sheets of a scorecard. Private to this folder.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/workbook.hpp"
#include "form/listing.hpp"
#include "model/circular.hpp"
#include "plan/plan.hpp"
#include "plan/score.hpp"
#include "scorecard/score_formulas.hpp"
#include "scorecard/scorecard.hpp"

namespace chiwat::scorecard {

// One round, and where its sheets are.
struct RoundCard {
  const model::Circular& circular;
  const plan::Plan& plan;
  const plan::RoundScore& score;
  Words words;
  ScoreFormulas formulas;
  bool values = false;
  thai::Digits digits = thai::Digits::arabic;
  std::vector<std::uint32_t> colors;  // of each level

  RoundCard(const model::Circular& of, const plan::Plan& with, const plan::RoundScore& scored,
            const ScorecardOptions& options, const thai::Catalogue& catalogue);

  const model::Round& round() const { return circular.rounds[score.round]; }
  std::string number() const { return std::to_string(round().number.value); }
  std::string sheet() const { return words.in_digits("รอบที่ " + number()); }
  int first_row() const { return kTitles + 1; }
  int province_row() const { return first_row() + static_cast<int>(score.districts.size()); }
  // The titles that every sheet of the round has: a message with {indicator}, round, province.
  static constexpr int kTitles = 3;
  std::vector<std::string> titles(const std::string& id) const;
  std::string province() const;
  std::uint32_t color_of(const plan::RowScore& row) const;
  // A formula, or with `values` what it gives; also where Excel would not take the formula.
  document::Value live(document::Formula formula) const;
  // The cell of the round's sheet, as other sheets name it.
  document::Formula cell_of(int row, int column, document::Result value) const;
  // The points of a row; "-" without a level.
  document::Result points_of(const plan::RowScore& row) const;
  // How a quantity, or the points, look.
  std::string format_of(std::size_t quantity) const;
  std::string points_format() const;
  std::string percent_format() const;
  std::string whole_format() const;
};

// The rows of that sheet.
std::vector<document::Cell> district_cells(const RoundCard& card, std::size_t district);
std::vector<document::Cell> province_cells(const RoundCard& card);
// The sheet of results, which is the one that computes.
document::Sheet round_sheet(const RoundCard& card);
// The ranking, with a chart.
document::Sheet ranking_sheet(const RoundCard& card);
// The progress by month, with a chart.
document::Sheet months_sheet(const RoundCard& card);
// All rounds side by side, and how many districts reached each level.
document::Sheet summary_sheet(const std::vector<RoundCard>& cards);
// What the cells of evidence may say.
document::Sheet evidence_sheet();
inline constexpr const char* kEvidenceSheet = "รายการ";

// Colours the cells of `range` as the level that the cell in `column` of their row names.
void color_levels(const RoundCard& card, document::Range range, int column, document::Sheet& sheet);

}  // namespace chiwat::scorecard
