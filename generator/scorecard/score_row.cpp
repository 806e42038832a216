// The cells of one row of a round's sheet.
#include <string>
#include <utility>
#include <variant>

#include "form/number_format.hpp"
#include "scorecard/score_sheets.hpp"

namespace chiwat::scorecard {
namespace {

using document::Cell;
using document::excel_text;
using document::Horizontal;

constexpr std::uint32_t kOpen = 0xFFF9E5;  // a cell to change

class RowCells {
 public:
  explicit RowCells(const RoundCard& card) : card_(card), at_(card.formulas.placement()) {}

  std::vector<Cell> district(std::size_t index) const {
    const plan::RowScore& row = card_.score.districts[index];
    const int line = card_.first_row() + static_cast<int>(index);
    std::vector<Cell> cells = {
        {Number(static_cast<std::int64_t>(index) + 1), form::listed_centred(card_.whole_format()),
         ""},
        {card_.circular.districts[index].value, form::listed_text(Horizontal::left), ""}};
    for (const std::size_t i : card_.score.columns) {
      cells.push_back({card_.plan.columns[i].districts[index], column_style(i, false), ""});
    }
    for (std::size_t i = 0; i < card_.score.results.size(); ++i) {
      cells.push_back(reported(row, i));
    }
    add_computed(cells, row, line, false);
    return cells;
  }

  std::vector<Cell> province() const {
    const plan::RowScore& row = card_.score.province;
    std::vector<Cell> cells = {{document::Blank(), form::listed_text(Horizontal::centre, true), ""},
                               {card_.province(), form::listed_text(Horizontal::left, true), ""}};
    for (std::size_t i = 0; i < card_.score.columns.size(); ++i) {
      cells.push_back(
          {card_.score.column_totals[i], column_style(card_.score.columns[i], true), ""});
    }
    for (std::size_t i = 0; i < card_.score.results.size(); ++i) {
      cells.push_back(together(row, i));
    }
    add_computed(cells, row, card_.province_row(), true);
    return cells;
  }

 private:
  document::Style column_style(std::size_t column, bool bold) const {
    const int decimals = card_.plan.columns[column].decimals;
    return form::listed_number(form::format_code({decimals, true, card_.digits, ""}), bold);
  }

  document::Style result_style(std::size_t index, bool bold) const {
    const model::Quantity& quantity = card_.circular.quantities[card_.score.results[index]];
    return quantity.is_truth
               ? form::listed_text(Horizontal::centre, bold)
               : form::listed_number(card_.format_of(card_.score.results[index]), bold);
  }

  Cell reported(const plan::RowScore& row, std::size_t index) const {
    document::Style style = result_style(index, false);
    style.locked = false;
    style.fill = kOpen;
    if (row.is_missing) return {document::Blank(), style, ""};
    const formula::Value& value = row.results[index];
    if (const auto* truth = std::get_if<bool>(&value)) {
      return {std::string(*truth ? kHanded : kNotHanded), style, ""};
    }
    return {std::get<Number>(value), style, ""};
  }

  // The province's result over those of the districts; blank while there are none, so that its row
  // says that nothing was handed in.
  Cell together(const plan::RowScore& row, std::size_t index) const {
    const int column = at_.results + static_cast<int>(index);
    const std::string range = document::cell_name({card_.first_row(), column}) + ":" +
                              document::cell_name({card_.province_row() - 1, column});
    const model::Quantity& quantity = card_.circular.quantities[card_.score.results[index]];
    document::Formula formula;
    if (quantity.is_truth) {
      formula.text = "IF(COUNTIF(" + range + "," + excel_text(kHanded) +
                     ")=" + std::to_string(card_.score.districts.size()) + "," +
                     excel_text(kHanded) + "," + excel_text(kNotHanded) + ")";
      const bool all = !row.is_missing && std::get<bool>(row.results[index]);
      formula.value = std::string(all ? kHanded : kNotHanded);
    } else {
      formula.text = (quantity.adds_up ? "SUM(" : "MAX(") + range + ")";
      formula.value = row.is_missing ? Number(0) : std::get<Number>(row.results[index]);
    }
    return {card_.live(std::move(formula)), result_style(index, true), ""};
  }

  void add_computed(std::vector<Cell>& cells, const plan::RowScore& row, int line,
                    bool bold) const {
    const ScoreFormulas& formulas = card_.formulas;
    for (std::size_t i = 0; i < card_.score.measures.size(); ++i) {
      cells.push_back({card_.live(formulas.measure(i, row, line)),
                       form::listed_number(card_.format_of(card_.score.measures[i]), bold), ""});
    }
    cells.push_back(
        {card_.live(formulas.level(row, line)), form::listed_text(Horizontal::centre, bold), ""});
    document::Style points = form::listed_centred(card_.points_format(), bold);
    cells.push_back({card_.live(formulas.points(row, line)), points, ""});
    if (at_.weighted >= 0) {
      points.number_format = form::format_code({2, false, card_.digits, ""}) + "##";
      cells.push_back({card_.live(formulas.weighted(row, line)), points, ""});
    }
    cells.push_back(
        {card_.live(formulas.next(row, line)), form::listed_text(Horizontal::left), ""});
    cells.push_back(
        {card_.live(formulas.highest(row, line)), form::listed_text(Horizontal::left), ""});
  }

  const RoundCard& card_;
  const ScorePlacement& at_;
};

}  // namespace

std::vector<Cell> district_cells(const RoundCard& card, std::size_t district) {
  return RowCells(card).district(district);
}

std::vector<Cell> province_cells(const RoundCard& card) {
  return RowCells(card).province();
}

}  // namespace chiwat::scorecard
