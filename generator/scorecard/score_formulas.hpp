// The live cells of one round's sheet: each says the same as plan/ has computed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "document/workbook.hpp"
#include "formula/excel.hpp"
#include "model/circular.hpp"
#include "plan/plan.hpp"
#include "plan/score.hpp"
#include "scorecard/words.hpp"

namespace chiwat::scorecard {

// What stands where there is no number.
inline constexpr const char* kNothing = "-";
// What stands in a cell of evidence.
inline constexpr const char* kHanded = "มี";
inline constexpr const char* kNotHanded = "ไม่มี";

// The columns of the sheet, from 0.
struct ScorePlacement {
  int columns = 2;  // of the circular, the first of them
  int results = 0, measures = 0, level = 0, points = 0;
  int weighted = -1;  // -1: the indicator has no weight
  int next = 0, highest = 0, count = 0;
};
ScorePlacement placement_of(const model::Circular& circular, const plan::RoundScore& round);

class ScoreFormulas {
 public:
  ScoreFormulas(const model::Circular& circular, const plan::Plan& plan,
                const plan::RoundScore& round, const Words& words);

  const ScorePlacement& placement() const { return placement_; }
  // The label of a level, its placeholders filled in.
  const std::string& label(std::size_t level) const { return labels_[level]; }
  std::string label_of(std::size_t quantity) const;
  // What a row says of its level.
  std::string status(const plan::RowScore& row) const;
  // What a row says that has none.
  std::string not_sent() const { return words_.text("scorecard_not_sent"); }
  std::string no_level() const { return words_.text("scorecard_no_level"); }
  std::string undefined() const { return words_.text("scorecard_undefined"); }

  // The cells of a row of the sheet, as formulas with what plan/ has computed.
  document::Formula measure(std::size_t index, const plan::RowScore& row, int at) const;
  document::Formula level(const plan::RowScore& row, int at) const;
  document::Formula points(const plan::RowScore& row, int at) const;
  document::Formula weighted(const plan::RowScore& row, int at) const;
  document::Formula next(const plan::RowScore& row, int at) const;
  document::Formula highest(const plan::RowScore& row, int at) const;

 private:
  std::string reference(int at, int column) const;
  std::string is_missing(int at) const;
  std::string excel(const formula::Expression& expression, int at) const;
  formula::Cell cell_of(const std::string& name, int at) const;
  std::string is_status(int at, const std::string& status) const;
  std::optional<std::size_t> top() const;
  std::string before_amount(const plan::Requirement& requirement) const;
  std::string after_amount(const plan::Requirement& requirement) const;
  std::string amount_format(const plan::Requirement& requirement) const;
  std::string gap_formula(std::size_t level, int at) const;
  std::string gap_words(std::size_t level, const plan::RowScore& row) const;
  std::string name_in_words(const std::string& name) const;
  std::string reached() const { return words_.text("scorecard_reached"); }

  const model::Circular& circular_;
  const plan::Plan& plan_;
  const plan::RoundScore& round_;
  const model::Round& described_;
  const Words words_;
  ScorePlacement placement_;
  std::vector<std::string> labels_;
};

}  // namespace chiwat::scorecard
