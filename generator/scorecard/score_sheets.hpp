// The sheets of a scorecard. Private to this folder.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/workbook.hpp"
#include "model/circular.hpp"
#include "plan/plan.hpp"
#include "plan/score.hpp"
#include "scorecard/score_formulas.hpp"
#include "scorecard/score_table.hpp"

namespace chiwat::scorecard {

// One round, and where its sheets are.
struct RoundCard {
  const model::Circular& circular;
  const plan::Plan& plan;
  const plan::RoundScore& score;
  ScoreFormulas formulas;
  bool values = false;
  std::vector<std::uint32_t> colors;  // of each level

  RoundCard(const model::Circular& of, const plan::Plan& with, const plan::RoundScore& scored,
            bool constants);

  const model::Round& round() const { return circular.rounds[score.round]; }
  std::string number() const { return std::to_string(round().number.value); }
  std::string sheet() const { return "รอบที่ " + number(); }
  int first_row() const { return static_cast<int>(titles("").size()) + 1; }
  int province_row() const { return first_row() + static_cast<int>(score.districts.size()); }
  // The titles that every sheet of the round has, below `subject`.
  std::vector<std::string> titles(const std::string& subject) const;
  std::uint32_t color_of(const plan::RowScore& row) const;
  // A formula, or with `values` what it gives; also where Excel would not take the formula.
  document::Value live(document::Formula formula) const;
  // How a quantity, or the points, look.
  std::string format_of(std::size_t quantity) const;
  std::string points_format() const;
};

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
