// What the sheets of one round share: titles, colours, formats.
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <variant>

#include "form/document_rows.hpp"
#include "form/number_format.hpp"
#include "model/placeholders.hpp"
#include "scorecard/score_sheets.hpp"
#include "thai/date.hpp"
#include "thai/message.hpp"
#include "thai/names.hpp"

namespace chiwat::scorecard {
namespace {

constexpr std::uint32_t kNowhere = 0xBFBFBF;  // no level
constexpr std::size_t kMostLevels = 50;       // of Excel's 64 functions inside each other

// From the best to the worst, where the description names no colour.
constexpr std::array<std::uint32_t, 5> kScale = {0x00803E, 0x92D050, 0xFFFF00, 0xFFA500, 0xFF0000};

std::uint32_t hexadecimal(const std::string& text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value, 16);
  return value;
}

std::string worded(const RoundCard& card, const std::string& text) {
  return std::get<std::string>(
      thai::format(text, model::placeholders(card.circular, &card.round()), card.digits));
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

}  // namespace

RoundCard::RoundCard(const model::Circular& of, const plan::Plan& with,
                     const plan::RoundScore& scored, const ScorecardOptions& options,
                     const thai::Catalogue& catalogue)
    : circular(of),
      plan(with),
      score(scored),
      words(catalogue, options.digits),
      formulas(of, with, scored, words),
      values(options.values),
      digits(options.digits) {
  const std::size_t last = score.levels.size() - 1;
  for (std::size_t i = 0; i <= last; ++i) {
    const model::Level& level = round().levels[score.levels[i].level];
    colors.push_back(level.color ? hexadecimal(level.color->value)
                                 : kScale[last == 0 ? 0 : (i * 4 + last / 2) / last]);
  }
}

std::vector<std::string> RoundCard::titles(const std::string& id) const {
  return {words.text(id, {{"indicator", worded(*this, circular.indicator.name.value)}}),
          words.text("scorecard_round",
                     {{"round", number()},
                      {"year", std::to_string(circular.fiscal_year.value)},
                      {"months", thai::format_period(round().counts.value, digits)}}),
          province()};
}

std::string RoundCard::province() const {
  return words.text("scorecard_province", {{"province", circular.province.value}});
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
    if (level.condition && compares_percent(*level.condition, name)) return percent_format();
  }
  const auto result = std::ranges::find(score.results, quantity);
  const int decimals =
      result == score.results.end()
          ? 2
          : score.decimals[static_cast<std::size_t>(result - score.results.begin())];
  return form::format_code({decimals, true, digits, ""});
}

std::string RoundCard::points_format() const {
  int decimals = 0;
  for (const model::Level& level : round().levels) {
    decimals = std::max(decimals, level.points->decimals().value_or(2));
  }
  return form::format_code({decimals, false, digits, ""});
}

void color_levels(const RoundCard& card, document::Range range, int column,
                  document::Sheet& sheet) {
  std::string cell = document::cell_name({range.first.row, column}, true);
  cell.erase(cell.rfind('$'), 1);  // $J5: each row looks at its own
  for (std::size_t i = 0; i < card.colors.size(); ++i) {
    document::ConditionalFormat format{range,
                                       cell + "=" + document::excel_text(card.formulas.label(i)),
                                       card.colors[i], std::nullopt, false};
    if (form::is_dark(card.colors[i])) format.font_color = 0xFFFFFF;
    sheet.conditional_formats.push_back(std::move(format));
  }
  sheet.conditional_formats.push_back({range,
                                       cell + "=" + document::excel_text(card.formulas.no_level()),
                                       kNowhere, std::nullopt, true});
}

std::string RoundCard::percent_format() const {
  return form::format_code({2, false, digits, ""}) + "%";
}

std::string RoundCard::whole_format() const {
  return form::format_code({0, false, digits, ""});
}

document::Formula RoundCard::cell_of(int row, int column, document::Result value) const {
  return {document::sheet_prefix(sheet()) + document::cell_name({row, column}), std::move(value)};
}

document::Result RoundCard::points_of(const plan::RowScore& row) const {
  if (!row.level) return std::string(kNothing);
  return round().levels[score.levels[*row.level].level].points.value;
}

}  // namespace chiwat::scorecard
