// The districts of a round from the best to the worst, with a chart.
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "scorecard/score_chart.hpp"
#include "scorecard/score_sheets.hpp"

namespace chiwat::scorecard {
namespace {

using document::Horizontal;

// What the districts are ranked by: the one number that all levels look at, else the points.
class Measure {
 public:
  explicit Measure(const RoundCard& card) : card_(card) {
    std::set<std::string> names;
    for (const model::Level& level : card.round().levels) {
      if (!level.condition) continue;
      for (const auto& used : formula::names(*level.condition)) names.insert(used.value);
    }
    std::optional<std::size_t> only;
    int count = 0;
    for (std::size_t i = 0; i < card.circular.quantities.size(); ++i) {
      const model::Quantity& quantity = card.circular.quantities[i];
      if (quantity.is_truth || !names.contains(quantity.name.value)) continue;
      only = i;
      ++count;
    }
    if (count == 1) quantity_ = only;
  }

  std::string label() const {
    return quantity_ ? card_.formulas.label_of(*quantity_) : card_.words.text("scorecard_points");
  }
  std::string format() const {
    return quantity_ ? card_.format_of(*quantity_) : card_.points_format();
  }

  // The column of the round's sheet.
  int column() const {
    const ScorePlacement& at = card_.formulas.placement();
    if (!quantity_) return at.points;
    const auto& results = card_.score.results;
    const auto result = std::ranges::find(results, *quantity_);
    if (result != results.end()) return at.results + static_cast<int>(result - results.begin());
    return at.measures + static_cast<int>(measure() - card_.score.measures.begin());
  }

  // Nothing for a row without one.
  std::optional<Number> of(const plan::RowScore& row) const {
    if (row.is_missing) return std::nullopt;
    if (!quantity_) {
      const auto points = card_.points_of(row);
      const auto* number = std::get_if<Number>(&points);
      return number ? std::optional(*number) : std::nullopt;
    }
    const auto& results = card_.score.results;
    const auto result = std::ranges::find(results, *quantity_);
    if (result != results.end()) {
      return std::get<Number>(row.results[static_cast<std::size_t>(result - results.begin())]);
    }
    const auto& value =
        row.measures[static_cast<std::size_t>(measure() - card_.score.measures.begin())];
    return value ? std::optional(std::get<Number>(*value)) : std::nullopt;
  }

 private:
  std::vector<std::size_t>::const_iterator measure() const {
    return std::ranges::find(card_.score.measures, *quantity_);
  }

  const RoundCard& card_;
  std::optional<std::size_t> quantity_;  // none: the points
};

// The districts that have a value, the best first; of equal ones the one with more points, then in
// the office's order.
std::vector<std::size_t> ranking(const RoundCard& card, const Measure& measure) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < card.score.districts.size(); ++i) {
    if (measure.of(card.score.districts[i])) order.push_back(i);
  }
  const auto better = [&](std::size_t a, std::size_t b) {
    const plan::RowScore& left = card.score.districts[a];
    const plan::RowScore& right = card.score.districts[b];
    const Number x = *measure.of(left), y = *measure.of(right);
    const std::size_t none = card.score.levels.size();
    return x != y ? x > y : left.level.value_or(none) < right.level.value_or(none);
  };
  std::ranges::stable_sort(order, better);
  return order;
}

}  // namespace

document::Sheet ranking_sheet(const RoundCard& card) {
  const Measure measure(card);
  const ScorePlacement& at = card.formulas.placement();
  form::Listing table{"อันดับ " + card.sheet(),
                      card.titles("scorecard_of_ranking"),
                      {{card.words.text("scorecard_rank")},
                       {card.words.text("scorecard_district")},
                       {measure.label()},
                       {card.words.text("scorecard_level")}},
                      {},
                      {},
                      false,
                      true,
                      card.digits};
  document::Chart chart;
  chart.kind = document::Chart::Kind::bar;
  chart.title = measure.label() + " " + card.sheet();
  chart.value_format = measure.format();
  chart.from_zero = true;
  document::Chart::Series series;
  series.name = measure.label();
  for (const std::size_t district : ranking(card, measure)) {
    const plan::RowScore& row = card.score.districts[district];
    const int line = card.first_row() + static_cast<int>(district);
    const Number value = *measure.of(row);
    if (value < Number(0)) chart.from_zero = false;
    table.rows.push_back(
        {{Number(static_cast<std::int64_t>(table.rows.size()) + 1),
          form::listed_centred(card.whole_format()), ""},
         {card.circular.districts[district].value, form::listed_text(Horizontal::left), ""},
         {card.live(card.cell_of(line, measure.column(), value)),
          form::listed_number(measure.format()), ""},
         {card.live(card.cell_of(line, at.level, card.formulas.status(row))),
          form::listed_text(Horizontal::centre), ""}});
    series.bar_colors.push_back(card.color_of(row));
  }
  document::Sheet sheet = form::laid_out(table);
  if (table.rows.empty()) return sheet;
  color_levels(card, {{table.first_row(), 3}, {table.last_row(), 3}}, 3, sheet);
  series.color = series.bar_colors.front();
  series.categories = {table.sheet, {{table.first_row(), 1}, {table.last_row(), 1}}};
  series.values = {table.sheet, {{table.first_row(), 2}, {table.last_row(), 2}}};
  chart.series.push_back(std::move(series));
  put_chart(std::move(chart), table, sheet);
  return sheet;
}

}  // namespace chiwat::scorecard
