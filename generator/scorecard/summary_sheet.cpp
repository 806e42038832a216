// All rounds side by side, and how many districts reached each level.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scorecard/score_sheets.hpp"

namespace chiwat::scorecard {
namespace {

using document::Cell;
using document::excel_text;
using document::Horizontal;

// The summary: a row for each district, then the province, then how many reached each level.
class Summary {
 public:
  explicit Summary(const std::vector<RoundCard>& cards) : cards_(cards) {
    const RoundCard& first = cards.front();
    table_.sheet = "สรุป";
    table_.titles = first.titles("scorecard_of_all");
    table_.titles[1] = first.words.text(
        "scorecard_year", {{"year", std::to_string(first.circular.fiscal_year.value)}});
    table_.columns = {{first.words.text("scorecard_serial")},
                      {first.words.text("scorecard_district")}};
    table_.landscape = false;
    table_.digits = first.digits;
    for (const RoundCard& card : cards) {
      table_.columns.push_back({card.sheet() + " " + card.words.text("scorecard_level")});
      table_.columns.push_back({card.sheet() + " " + card.words.text("scorecard_points")});
    }
  }

  document::Sheet run() {
    const std::size_t districts = cards_.front().score.districts.size();
    for (std::size_t i = 0; i < districts; ++i) {
      add(Number(static_cast<std::int64_t>(i) + 1), cards_.front().circular.districts[i].value, i);
    }
    add(document::Blank(), cards_.front().province(), std::nullopt);
    const int counted_to = table_.first_row() + static_cast<int>(districts) - 1;
    for (const RoundCard& card : cards_) add_counts(card, counted_to);
    document::Sheet sheet = form::laid_out(table_);
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
    std::vector<Cell> cells = {
        {std::move(serial), form::listed_centred(cards_.front().whole_format()), ""},
        {name, form::listed_text(Horizontal::left, bold), ""}};
    for (const RoundCard& card : cards_) {
      const ScorePlacement& at = card.formulas.placement();
      const plan::RowScore& row = district ? card.score.districts[*district] : card.score.province;
      const int line =
          district ? card.first_row() + static_cast<int>(*district) : card.province_row();
      cells.push_back({card.live(card.cell_of(line, at.level, card.formulas.status(row))),
                       form::listed_text(Horizontal::centre, bold), ""});
      cells.push_back({card.live(card.cell_of(line, at.points, card.points_of(row))),
                       form::listed_centred(card.points_format(), bold), ""});
    }
    table_.rows.push_back(std::move(cells));
  }

  // "จำนวนอำเภอ ระดับ 5 (รอบที่ 1)" and how many; the other rounds' columns stay blank.
  void add_counts(const RoundCard& card, int counted_to) {
    std::vector<std::string> statuses;
    for (std::size_t i = 0; i < card.score.levels.size(); ++i) {
      statuses.push_back(card.formulas.label(i));
    }
    statuses.insert(statuses.end(), {card.formulas.no_level(), card.formulas.undefined(),
                                     card.formulas.not_sent()});
    for (std::size_t i = 0; i < statuses.size(); ++i) {
      const auto count = std::ranges::count_if(card.score.districts, [&](const auto& row) {
        return card.formulas.status(row) == statuses[i];
      });
      const bool is_level = i < card.score.levels.size();
      if (count > 0 || is_level || statuses[i] == card.formulas.not_sent())
        add_count(card, statuses[i], count, counted_to);
    }
  }

  void add_count(const RoundCard& card, const std::string& status, std::int64_t count,
                 int counted_to) {
    const int column = 2 + 2 * static_cast<int>(&card - cards_.data());
    std::vector<Cell> cells(table_.columns.size(),
                            {document::Blank(), form::listed_text(Horizontal::centre), ""});
    cells[1] = {card.words.text("scorecard_count", {{"level", status}}),
                form::listed_text(Horizontal::left), ""};
    cells[static_cast<std::size_t>(column)] = {
        card.live({"COUNTIF(" + document::cell_name({table_.first_row(), column}) + ":" +
                       document::cell_name({counted_to, column}) + "," + excel_text(status) + ")",
                   Number(count)}),
        form::listed_centred(cards_.front().whole_format()), ""};
    table_.rows.push_back(std::move(cells));
  }

  const std::vector<RoundCard>& cards_;
  form::Listing table_;
};

}  // namespace

document::Sheet summary_sheet(const std::vector<RoundCard>& cards) {
  return Summary(cards).run();
}

}  // namespace chiwat::scorecard
