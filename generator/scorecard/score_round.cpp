// The sheet of one round: results, measures, levels, and what is still missing.
#include <algorithm>
#include <array>
#include <charconv>

#include "form/document_rows.hpp"
#include "form/number_format.hpp"
#include "model/placeholders.hpp"
#include "scorecard/score_sheets.hpp"
#include "thai/date.hpp"
#include "thai/message.hpp"
#include "thai/names.hpp"

namespace chiwat::scorecard {
namespace {

using document::Cell;
using document::Horizontal;
using document::Position;
using document::Range;

constexpr std::uint32_t kOpen = 0xFFF9E5;     // a cell to change
constexpr std::uint32_t kNowhere = 0xBFBFBF;  // no level
constexpr form::Millipoints kWideText = 190'000;
constexpr std::size_t kMostLevels = 50;  // of Excel's 64 functions inside each other

// From the best to the worst, where the description names no colour.
constexpr std::array<std::uint32_t, 5> kScale = {0x00803E, 0x92D050, 0xFFFF00, 0xFFA500, 0xFF0000};

std::uint32_t hexadecimal(const std::string& text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value, 16);
  return value;
}

std::string worded(const RoundCard& card, const std::string& text) {
  return std::get<std::string>(
      thai::format(text, model::placeholders(card.circular, &card.round()), thai::Digits::arabic));
}

bool compares_percent(const formula::Expression& expression, const std::string& name) {
  if (const auto* logic = std::get_if<formula::Binary<formula::Logic>>(&expression.node)) {
    return compares_percent(*logic->left, name) || compares_percent(*logic->right, name);
  }
  const auto* comparison = std::get_if<formula::Binary<formula::Comparison>>(&expression.node);
  if (!comparison) return false;
  const auto is = [&](const formula::Operand& a, const formula::Operand& b) {
    const auto* named = std::get_if<formula::Name>(&a->node);
    const auto* literal = std::get_if<formula::Literal>(&b->node);
    return named && literal && named->name == name && literal->percent;
  };
  return is(comparison->left, comparison->right) || is(comparison->right, comparison->left);
}

// --- The cells of a row ---

class RowCells {
 public:
  explicit RowCells(const RoundCard& card) : card_(card), at_(card.formulas.placement()) {}

  std::vector<Cell> district(std::size_t index) const {
    const plan::RowScore& row = card_.score.districts[index];
    const int line = card_.first_row() + static_cast<int>(index);
    std::vector<Cell> cells = {
        {Number(static_cast<std::int64_t>(index) + 1), centred("0"), ""},
        {card_.circular.districts[index].value, score_text(Horizontal::left), ""}};
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
    std::vector<Cell> cells = {
        {document::Blank(), score_text(Horizontal::centre, true), ""},
        {"จังหวัด" + card_.circular.province.value, score_text(Horizontal::left, true), ""}};
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
  static document::Style centred(const std::string& format) {
    document::Style style = score_number(format);
    style.horizontal = Horizontal::centre;
    style.indent = 0;
    return style;
  }

  document::Style column_style(std::size_t column, bool bold) const {
    const int decimals = card_.plan.columns[column].decimals;
    return score_number(form::format_code({decimals, true, thai::Digits::arabic, ""}), bold);
  }

  document::Style result_style(std::size_t index, bool bold) const {
    const model::Quantity& quantity = card_.circular.quantities[card_.score.results[index]];
    return quantity.is_truth ? score_text(Horizontal::centre, bold)
                             : score_number(card_.format_of(card_.score.results[index]), bold);
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
                       score_number(card_.format_of(card_.score.measures[i]), bold), ""});
    }
    cells.push_back(
        {card_.live(formulas.level(row, line)), score_text(Horizontal::centre, bold), ""});
    document::Style points = centred(card_.points_format());
    points.bold = bold;
    cells.push_back({card_.live(formulas.points(row, line)), points, ""});
    if (at_.weighted >= 0) {
      points.number_format = "0.00##";
      cells.push_back({card_.live(formulas.weighted(row, line)), points, ""});
    }
    cells.push_back({card_.live(formulas.next(row, line)), score_text(Horizontal::left), ""});
    cells.push_back({card_.live(formulas.highest(row, line)), score_text(Horizontal::left), ""});
  }

  const RoundCard& card_;
  const ScorePlacement& at_;
};

std::vector<ScoreColumn> columns_of(const RoundCard& card) {
  std::vector<ScoreColumn> columns = {{"ที่"}, {"อำเภอ"}};
  for (const std::size_t i : card.score.columns) {
    const model::Column& column = card.circular.columns[i];
    columns.push_back({column.label.empty() ? column.name.value : column.label});
  }
  for (const std::size_t i : card.score.results) columns.push_back({card.formulas.label_of(i)});
  for (const std::size_t i : card.score.measures) columns.push_back({card.formulas.label_of(i)});
  columns.push_back({"ระดับ"});
  columns.push_back({"คะแนน"});
  if (card.circular.indicator.weight) {
    const Number percent = card.circular.indicator.weight->value * 100;
    columns.push_back({"คะแนนถ่วงน้ำหนัก (ร้อยละ " + percent.to_string() + ")"});
  }
  columns.push_back({"สิ่งที่ต้องเพิ่มเพื่อถึงระดับถัดไป", kWideText});
  columns.push_back({"สิ่งที่ต้องเพิ่มเพื่อถึงระดับสูงสุด", kWideText});
  return columns;
}

std::vector<std::string> notes_of(const RoundCard& card) {
  std::vector<std::string> notes = {
      "หมายเหตุ แก้ตัวเลขในช่องสีได้ ระดับ คะแนน และสิ่งที่ต้องเพิ่มจะเปลี่ยนตาม "
      "ผลของจังหวัดรวมจากอำเภอที่ส่งแล้ว เทียบกับข้อมูลฐานของทั้งจังหวัด"};
  for (std::size_t i = 0; i < card.score.levels.size(); ++i) {
    const model::Level& level = card.round().levels[card.score.levels[i].level];
    if (!level.text) continue;
    notes.push_back(
        card.formulas.label(i) + " (" + level.points->to_string() + " คะแนน): " +
        std::get<std::string>(thai::format(
            level.text->value, model::level_placeholders(card.circular, card.round(), level),
            thai::Digits::arabic)));
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

RoundCard::RoundCard(const model::Circular& of, const plan::Plan& with,
                     const plan::RoundScore& scored, bool constants)
    : circular(of), plan(with), score(scored), formulas(of, scored), values(constants) {
  const std::size_t last = score.levels.size() - 1;
  for (std::size_t i = 0; i <= last; ++i) {
    const model::Level& level = round().levels[score.levels[i].level];
    colors.push_back(level.color ? hexadecimal(level.color->value)
                                 : kScale[last == 0 ? 0 : (i * 4 + last / 2) / last]);
  }
}

std::vector<std::string> RoundCard::titles(const std::string& subject) const {
  return {subject + worded(*this, circular.indicator.name.value),
          "รอบการประเมินที่ " + number() + " ประจำปีงบประมาณ พ.ศ. " +
              std::to_string(circular.fiscal_year.value) + " (นับผลเดือน" +
              thai::format_period(round().counts.value, thai::Digits::arabic) + ")",
          "จังหวัด" + circular.province.value};
}

std::uint32_t RoundCard::color_of(const plan::RowScore& row) const {
  return row.level ? colors[*row.level] : kNowhere;
}

document::Value RoundCard::live(document::Formula formula) const {
  const bool fits =
      score.levels.size() <= kMostLevels &&
      thai::utf16_length(formula.text) <= static_cast<std::size_t>(formula::kLongestFormula);
  if (!values && fits) return formula;
  if (const auto* number = std::get_if<Number>(&formula.value)) return *number;
  return std::get<std::string>(formula.value);
}

std::string RoundCard::format_of(std::size_t quantity) const {
  const std::string& name = circular.quantities[quantity].name.value;
  for (const model::Level& level : round().levels) {
    if (level.condition && compares_percent(*level.condition, name)) return "0.00%";
  }
  const auto result = std::ranges::find(score.results, quantity);
  const int decimals =
      result == score.results.end()
          ? 2
          : score.decimals[static_cast<std::size_t>(result - score.results.begin())];
  return form::format_code({decimals, true, thai::Digits::arabic, ""});
}

std::string RoundCard::points_format() const {
  int decimals = 0;
  for (const model::Level& level : round().levels) {
    decimals = std::max(decimals, level.points->decimals().value_or(2));
  }
  return form::format_code({decimals, false, thai::Digits::arabic, ""});
}

void color_levels(const RoundCard& card, Range range, int column, document::Sheet& sheet) {
  std::string cell = document::cell_name({range.first.row, column}, true);
  cell.erase(cell.rfind('$'), 1);  // $J5: each row looks at its own
  for (std::size_t i = 0; i < card.colors.size(); ++i) {
    document::ConditionalFormat format{range, cell + "=" + excel_text(card.formulas.label(i)),
                                       card.colors[i], std::nullopt, false};
    if (form::is_dark(card.colors[i])) format.font_color = 0xFFFFFF;
    sheet.conditional_formats.push_back(std::move(format));
  }
  sheet.conditional_formats.push_back(
      {range, cell + "=" + excel_text(kNoLevel), kNowhere, std::nullopt, true});
}

document::Sheet round_sheet(const RoundCard& card) {
  ScoreTable table{card.sheet(),
                   card.titles("ผลการดำเนินงานตามตัวชี้วัด: "),
                   columns_of(card),
                   {},
                   notes_of(card),
                   true,
                   true};
  const RowCells rows(card);
  for (std::size_t i = 0; i < card.score.districts.size(); ++i) {
    table.rows.push_back(rows.district(i));
  }
  table.rows.push_back(rows.province());
  document::Sheet sheet = laid_out(table);
  open_results(card, sheet);
  const ScorePlacement& at = card.formulas.placement();
  color_levels(card, {{card.first_row(), at.level}, {card.province_row(), at.points}}, at.level,
               sheet);
  return sheet;
}

}  // namespace chiwat::scorecard
