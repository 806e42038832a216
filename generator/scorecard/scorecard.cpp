#include "scorecard/scorecard.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "form/number_format.hpp"
#include "form/properties.hpp"
#include "scorecard/score_sheets.hpp"
#include "thai/date.hpp"

namespace chiwat::scorecard {
namespace {

using document::Cell;
using document::Horizontal;
using document::SheetRange;

// The cell of a round's sheet, as other sheets name it.
document::Formula cell_of(const RoundCard& card, int row, int column, document::Result value) {
  return {document::sheet_prefix(card.sheet()) + document::cell_name({row, column}),
          std::move(value)};
}

document::Result points_of(const RoundCard& card, const plan::RowScore& row) {
  if (!row.level) return std::string(kNothing);
  return card.round().levels[card.score.levels[*row.level].level].points.value;
}

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

  std::string label() const { return quantity_ ? card_.formulas.label_of(*quantity_) : "คะแนน"; }
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
      const auto points = points_of(card_, row);
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

document::Style centred(const std::string& format, bool bold = false) {
  document::Style style = score_text(Horizontal::centre, bold);
  style.number_format = format;
  return style;
}

}  // namespace

document::Sheet ranking_sheet(const RoundCard& card) {
  const Measure measure(card);
  const ScorePlacement& at = card.formulas.placement();
  ScoreTable table{"อันดับ " + card.sheet(),
                   card.titles("อันดับของอำเภอ: "),
                   {{"อันดับ"}, {"อำเภอ"}, {measure.label()}, {"ระดับ"}},
                   {},
                   {},
                   false,
                   true};
  document::Chart chart;
  chart.kind = document::Chart::Kind::bar;
  chart.title = measure.label() + " รอบที่ " + card.number();
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
        {{Number(static_cast<std::int64_t>(table.rows.size()) + 1), centred("0"), ""},
         {card.circular.districts[district].value, score_text(Horizontal::left), ""},
         {card.live(cell_of(card, line, measure.column(), value)), score_number(measure.format()),
          ""},
         {card.live(cell_of(card, line, at.level, card.formulas.status(row))),
          score_text(Horizontal::centre), ""}});
    series.bar_colors.push_back(card.color_of(row));
  }
  document::Sheet sheet = laid_out(table);
  if (table.rows.empty()) return sheet;
  color_levels(card, {{table.first_row(), 3}, {table.last_row(), 3}}, 3, sheet);
  series.color = series.bar_colors.front();
  series.categories = {table.sheet, {{table.first_row(), 1}, {table.last_row(), 1}}};
  series.values = {table.sheet, {{table.first_row(), 2}, {table.last_row(), 2}}};
  chart.series.push_back(std::move(series));
  put_chart(std::move(chart), table, sheet);
  return sheet;
}

document::Sheet months_sheet(const RoundCard& card) {
  static constexpr std::uint32_t kLines[] = {0x00803E, 0x1F4E79, 0xC55A11, 0x7030A0};
  ScoreTable table{"รายเดือน " + card.sheet(),
                   card.titles("ผลรายเดือนของจังหวัด: "),
                   {{"เดือน"}},
                   {},
                   {},
                   false,
                   true};
  std::vector<std::size_t> numbers;  // indexes into results
  for (std::size_t i = 0; i < card.score.results.size(); ++i) {
    if (!card.circular.quantities[card.score.results[i]].is_truth) numbers.push_back(i);
  }
  for (const std::size_t i : numbers) {
    const std::string label = card.formulas.label_of(card.score.results[i]);
    table.columns.push_back({label});
    table.columns.push_back({label + " (สะสม)"});
  }
  std::vector<Number> so_far(numbers.size());
  for (const model::MonthResults& month : card.score.months) {
    const int line = table.first_row() + static_cast<int>(table.rows.size());
    std::vector<Cell> cells = {
        {thai::format_month(month.month, thai::Digits::arabic), score_text(Horizontal::left), ""}};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const model::Quantity& quantity = card.circular.quantities[card.score.results[numbers[i]]];
      const document::Style style = score_number(card.format_of(card.score.results[numbers[i]]));
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
  document::Sheet sheet = laid_out(table);
  document::Chart chart;
  chart.kind = document::Chart::Kind::line;
  chart.title = "ผลสะสมของจังหวัด รอบที่ " + card.number();
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

namespace {

// The summary: a row for each district, then the province, then how many reached each level.
class Summary {
 public:
  explicit Summary(const std::vector<RoundCard>& cards) : cards_(cards) {
    const RoundCard& first = cards.front();
    table_.sheet = "สรุป";
    table_.titles = {"สรุปคะแนนตัวชี้วัด: " + first.titles("").front(),
                     "ประจำปีงบประมาณ พ.ศ. " + std::to_string(first.circular.fiscal_year.value),
                     "จังหวัด" + first.circular.province.value};
    table_.columns = {{"ที่"}, {"อำเภอ"}};
    table_.landscape = false;
    for (const RoundCard& card : cards) {
      table_.columns.push_back({card.sheet() + " ระดับ"});
      table_.columns.push_back({card.sheet() + " คะแนน"});
    }
  }

  document::Sheet run() {
    const std::size_t districts = cards_.front().score.districts.size();
    for (std::size_t i = 0; i < districts; ++i) {
      add(Number(static_cast<std::int64_t>(i) + 1), cards_.front().circular.districts[i].value, i);
    }
    add(document::Blank(), "จังหวัด" + cards_.front().circular.province.value, std::nullopt);
    const int counted_to = table_.first_row() + static_cast<int>(districts) - 1;
    for (const RoundCard& card : cards_) add_counts(card, counted_to);
    document::Sheet sheet = laid_out(table_);
    for (std::size_t i = 0; i < cards_.size(); ++i) {
      const int column = 2 + 2 * static_cast<int>(i);
      color_levels(cards_[i], {{table_.first_row(), column}, {counted_to + 1, column + 1}}, column,
                   sheet);
    }
    return sheet;
  }

 private:
  void add(document::Value serial, const std::string& name, std::optional<std::size_t> district) {
    const bool bold = !district;
    std::vector<Cell> cells = {{std::move(serial), centred("0"), ""},
                               {name, score_text(Horizontal::left, bold), ""}};
    for (const RoundCard& card : cards_) {
      const ScorePlacement& at = card.formulas.placement();
      const plan::RowScore& row = district ? card.score.districts[*district] : card.score.province;
      const int line =
          district ? card.first_row() + static_cast<int>(*district) : card.province_row();
      cells.push_back({card.live(cell_of(card, line, at.level, card.formulas.status(row))),
                       score_text(Horizontal::centre, bold), ""});
      cells.push_back({card.live(cell_of(card, line, at.points, points_of(card, row))),
                       centred(card.points_format(), bold), ""});
    }
    table_.rows.push_back(std::move(cells));
  }

  // "จำนวนอำเภอ ระดับ 5 (รอบที่ 1)" and how many; the other rounds' columns stay blank.
  void add_counts(const RoundCard& card, int counted_to) {
    std::vector<std::string> statuses;
    for (std::size_t i = 0; i < card.score.levels.size(); ++i) {
      statuses.push_back(card.formulas.label(i));
    }
    statuses.insert(statuses.end(), {kNoLevel, kUndefined, kNotSent});
    for (std::size_t i = 0; i < statuses.size(); ++i) {
      const auto count = std::ranges::count_if(card.score.districts, [&](const auto& row) {
        return card.formulas.status(row) == statuses[i];
      });
      const bool is_level = i < card.score.levels.size();
      if (count > 0 || is_level || statuses[i] == kNotSent)
        add_count(card, statuses[i], count, counted_to);
    }
  }

  void add_count(const RoundCard& card, const std::string& status, std::int64_t count,
                 int counted_to) {
    const int column = 2 + 2 * static_cast<int>(&card - cards_.data());
    std::vector<Cell> cells(table_.columns.size(),
                            {document::Blank(), score_text(Horizontal::centre), ""});
    cells[1] = {"จำนวนอำเภอ: " + status, score_text(Horizontal::left), ""};
    cells[static_cast<std::size_t>(column)] = {
        card.live({"COUNTIF(" + document::cell_name({table_.first_row(), column}) + ":" +
                       document::cell_name({counted_to, column}) + "," + excel_text(status) + ")",
                   Number(count)}),
        centred("0"), ""};
    table_.rows.push_back(std::move(cells));
  }

  const std::vector<RoundCard>& cards_;
  ScoreTable table_;
};

bool has_evidence(const RoundCard& card) {
  return std::ranges::any_of(card.score.results,
                             [&](std::size_t i) { return card.circular.quantities[i].is_truth; });
}

}  // namespace

document::Sheet summary_sheet(const std::vector<RoundCard>& cards) {
  return Summary(cards).run();
}

document::Sheet evidence_sheet() {
  document::Sheet sheet;
  sheet.name = kEvidenceSheet;
  sheet.hidden = true;
  sheet.cells[{0, 0}] = {std::string(kHanded), {}, ""};
  sheet.cells[{1, 0}] = {std::string(kNotHanded), {}, ""};
  return sheet;
}

document::Workbook scorecard(const model::Circular& circular, const plan::Plan& plan,
                             const plan::Scores& scores, const ScorecardOptions& options) {
  std::vector<RoundCard> cards;
  for (const plan::RoundScore& round : scores.rounds) {
    cards.emplace_back(circular, plan, round, options.values);
  }
  document::Workbook workbook;
  workbook.file_name = "คะแนนตัวชี้วัด-" + std::to_string(circular.fiscal_year.value) + ".xlsx";
  workbook.properties = form::properties(
      circular, "คะแนนตัวชี้วัด ปีงบประมาณ พ.ศ. " + std::to_string(circular.fiscal_year.value),
      thai::Digits::arabic);
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
