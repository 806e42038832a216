// The province's results month by month, each and added up, with a chart.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "scorecard/score_chart.hpp"
#include "scorecard/score_sheets.hpp"
#include "thai/date.hpp"

namespace chiwat::scorecard {

using document::Cell;
using document::Horizontal;

document::Sheet months_sheet(const RoundCard& card) {
  static constexpr std::uint32_t kLines[] = {0x00803E, 0x1F4E79, 0xC55A11, 0x7030A0};
  form::Listing table{"รายเดือน " + card.sheet(),
                      card.titles("scorecard_of_months"),
                      {{card.words.text("scorecard_month")}},
                      {},
                      {},
                      false,
                      true,
                      card.digits};
  std::vector<std::size_t> numbers;  // indexes into results
  for (std::size_t i = 0; i < card.score.results.size(); ++i) {
    if (!card.circular.quantities[card.score.results[i]].is_truth) numbers.push_back(i);
  }
  for (const std::size_t i : numbers) {
    const std::string label = card.formulas.label_of(card.score.results[i]);
    table.columns.push_back({label});
    table.columns.push_back({card.words.text("scorecard_added_up", {{"what", label}})});
  }
  std::vector<Number> so_far(numbers.size());
  for (const model::MonthResults& month : card.score.months) {
    const int line = table.first_row() + static_cast<int>(table.rows.size());
    std::vector<Cell> cells = {
        {thai::format_month(month.month, card.digits), form::listed_text(Horizontal::left), ""}};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const model::Quantity& quantity = card.circular.quantities[card.score.results[numbers[i]]];
      const document::Style style =
          form::listed_number(card.format_of(card.score.results[numbers[i]]));
      const Number& value = std::get<Number>(month.values[numbers[i]]);
      so_far[i] = quantity.adds_up ? so_far[i] + value : std::max(so_far[i], value);
      const int column = 1 + 2 * static_cast<int>(i);
      const std::string from = document::cell_name({table.first_row(), column});
      cells.push_back({value, style, ""});
      cells.push_back(
          {card.live({(quantity.adds_up ? "SUM(" : "MAX(") + from.substr(0, 1) + "$" +
                          from.substr(1) + ":" + document::cell_name({line, column}) + ")",
                      so_far[i]}),
           style, ""});
    }
    table.rows.push_back(std::move(cells));
  }
  document::Sheet sheet = form::laid_out(table);
  document::Chart chart;
  chart.kind = document::Chart::Kind::line;
  chart.title = card.words.text("scorecard_months_chart", {{"round", card.sheet()}});
  chart.from_zero = true;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const int column = 2 + 2 * static_cast<int>(i);
    chart.value_format = card.format_of(card.score.results[numbers[i]]);
    chart.series.push_back(
        {card.formulas.label_of(card.score.results[numbers[i]]),
         {table.sheet, {{table.first_row(), 0}, {table.last_row(), 0}}},
         {table.sheet, {{table.first_row(), column}, {table.last_row(), column}}},
         kLines[i % std::size(kLines)],
         {}});
  }
  if (!chart.series.empty()) put_chart(std::move(chart), table, sheet);
  return sheet;
}

}  // namespace chiwat::scorecard
