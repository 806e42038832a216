#include "scorecard/score_formulas.hpp"

#include <algorithm>
#include <variant>

#include "form/number_format.hpp"
#include "form/shown_headings.hpp"
#include "model/placeholders.hpp"
#include "scorecard/condition_words.hpp"
#include "thai/message.hpp"
#include "thai/names.hpp"

namespace chiwat::scorecard {
namespace {

using document::excel_text;

document::Result result_of(const formula::Value& value) {
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? kHanded : kNotHanded;
  return std::get<Number>(value);
}

}  // namespace

ScorePlacement placement_of(const model::Circular& circular, const plan::RoundScore& round) {
  ScorePlacement at;
  at.results = at.columns + static_cast<int>(round.columns.size());
  at.measures = at.results + static_cast<int>(round.results.size());
  at.level = at.measures + static_cast<int>(round.measures.size());
  at.points = at.level + 1;
  int next = at.points + 1;
  if (circular.indicator.weight) at.weighted = next++;
  at.next = next;
  at.highest = next + 1;
  at.count = next + 2;
  return at;
}

ScoreFormulas::ScoreFormulas(const model::Circular& circular, const plan::Plan& plan,
                             const plan::RoundScore& round, const Words& words)
    : circular_(circular),
      plan_(plan),
      round_(round),
      described_(circular.rounds[round.round]),
      words_(words),
      placement_(placement_of(circular, round)) {
  for (const plan::ScoredLevel& level : round.levels) {
    labels_.push_back(std::get<std::string>(
        thai::format(level.label, model::placeholders(circular, &described_), words.digits())));
  }
}

std::string ScoreFormulas::label_of(std::size_t quantity) const {
  const model::Quantity& named = circular_.quantities[quantity];
  if (!named.label) return named.name.value;
  return std::get<std::string>(thai::format(
      named.label->value, model::placeholders(circular_, &described_), words_.digits()));
}

std::string ScoreFormulas::status(const plan::RowScore& row) const {
  if (row.is_missing) return not_sent();
  if (row.is_undefined) return undefined();
  return row.level ? labels_[*row.level] : no_level();
}

// --- What formulas are made of ---

std::string ScoreFormulas::reference(int at, int column) const {
  return document::cell_name({at, column});
}

// A row counts as handed in when every result is there.
std::string ScoreFormulas::is_missing(int at) const {
  return "COUNTA(" + reference(at, placement_.results) + ":" +
         reference(at, placement_.measures - 1) + ")<" + std::to_string(round_.results.size());
}

formula::Cell ScoreFormulas::cell_of(const std::string& name, int at) const {
  for (std::size_t i = 0; i < round_.results.size(); ++i) {
    const model::Quantity& quantity = circular_.quantities[round_.results[i]];
    if (quantity.name.value != name) continue;
    const std::string cell = reference(at, placement_.results + static_cast<int>(i));
    if (quantity.is_truth) {
      return {"(" + cell + "=" + excel_text(kHanded) + ")", std::nullopt, nullptr};
    }
    return {cell, Number::power_of_ten(round_.decimals[i]), nullptr};
  }
  for (std::size_t i = 0; i < round_.columns.size(); ++i) {
    const model::Column& column = circular_.columns[round_.columns[i]];
    if (column.name.value != name) continue;
    return {reference(at, placement_.columns + static_cast<int>(i)), column.denominator, nullptr};
  }
  const auto measure = std::ranges::find_if(
      circular_.quantities, [&](const auto& quantity) { return quantity.name.value == name; });
  return {"", std::nullopt, measure->definition};
}

std::string ScoreFormulas::excel(const formula::Expression& expression, int at) const {
  return formula::to_excel(expression, [&](const std::string& name) { return cell_of(name, at); });
}

std::string ScoreFormulas::is_status(int at, const std::string& status) const {
  return reference(at, placement_.level) + "=" + excel_text(status);
}

// --- Measures, level, points ---

document::Formula ScoreFormulas::measure(std::size_t index, const plan::RowScore& row,
                                         int at) const {
  const model::Quantity& measure = circular_.quantities[round_.measures[index]];
  std::string text = excel(*measure.definition, at);
  if (measure.is_truth) {
    text = "IF(" + text + "," + excel_text(kHanded) + "," + excel_text(kNotHanded) + ")";
  }
  document::Result value = std::string(kNothing);
  if (!row.is_missing) {
    value = row.measures[index] ? result_of(*row.measures[index]) : undefined();
  }
  return {"IF(" + is_missing(at) + "," + excel_text(kNothing) + ",IFERROR(" + text + "," +
              excel_text(undefined()) + "))",
          value};
}

document::Formula ScoreFormulas::level(const plan::RowScore& row, int at) const {
  std::string text = excel_text(no_level());
  for (std::size_t i = round_.levels.size(); i-- > 0;) {
    if (round_.levels[i].is_rest) text = excel_text(labels_[i]);
  }
  for (std::size_t i = round_.levels.size(); i-- > 0;) {
    const plan::ScoredLevel& level = round_.levels[i];
    if (level.is_rest) continue;
    const auto& condition = *described_.levels[level.level].condition;
    text = "IF(" + excel(condition, at) + "," + excel_text(labels_[i]) + "," + text + ")";
  }
  return {"IF(" + is_missing(at) + "," + excel_text(not_sent()) + ",IFERROR(" + text + "," +
              excel_text(undefined()) + "))",
          status(row)};
}

document::Formula ScoreFormulas::points(const plan::RowScore& row, int at) const {
  std::string text = excel_text(kNothing);
  for (std::size_t i = round_.levels.size(); i-- > 0;) {
    const Number& points = described_.levels[round_.levels[i].level].points.value;
    text = "IF(" + is_status(at, labels_[i]) + "," + points.to_string() + "," + text + ")";
  }
  if (!row.level) return {text, std::string(kNothing)};
  return {text, described_.levels[round_.levels[*row.level].level].points.value};
}

document::Formula ScoreFormulas::weighted(const plan::RowScore& row, int at) const {
  const Number& weight = circular_.indicator.weight->value;
  const std::string points = reference(at, placement_.points);
  std::string product = points;
  if (weight.numerator() != Number(1)) product += "*" + weight.numerator().to_string();
  if (weight.denominator() != Number(1)) product += "/" + weight.denominator().to_string();
  const std::string text =
      "IF(ISNUMBER(" + points + ")," + product + "," + excel_text(kNothing) + ")";
  if (!row.level) return {text, std::string(kNothing)};
  return {text, described_.levels[round_.levels[*row.level].level].points.value * weight};
}

// --- What is still missing ---

std::string ScoreFormulas::name_in_words(const std::string& name) const {
  for (std::size_t i = 0; i < circular_.quantities.size(); ++i) {
    if (circular_.quantities[i].name.value == name) return label_of(i);
  }
  const auto column =
      std::ranges::find(circular_.columns, name, [](const auto& own) { return own.name.value; });
  return form::label_of(circular_, plan_, words_.digits(),
                        static_cast<std::size_t>(column - circular_.columns.begin()));
}

// What is said before the amount, or alone where there is none.
std::string ScoreFormulas::before_amount(const plan::Requirement& requirement) const {
  if (!requirement.result) {
    const std::string condition = in_words(
        *requirement.condition, [&](const auto& name) { return name_in_words(name); }, words_);
    return words_.text("scorecard_needs", {{"condition", condition}});
  }
  const std::string label = label_of(round_.results[*requirement.result]);
  if (!requirement.least) return words_.text("scorecard_needs_evidence", {{"what", label}});
  const auto numbers = std::ranges::count_if(
      round_.results, [&](std::size_t i) { return !circular_.quantities[i].is_truth; });
  if (numbers == 1) return words_.text("scorecard_more");
  return words_.text("scorecard_more_of", {{"what", label}});
}

std::string ScoreFormulas::after_amount(const plan::Requirement& requirement) const {
  const model::Quantity& quantity = circular_.quantities[round_.results[*requirement.result]];
  if (!quantity.unit) return "";
  return " " +
         std::get<std::string>(thai::format(
             quantity.unit->value, model::placeholders(circular_, &described_), words_.digits()));
}

std::string ScoreFormulas::amount_format(const plan::Requirement& requirement) const {
  return form::format_code({round_.decimals[*requirement.result], true, words_.digits(), ""});
}

// Every requirement not met, joined; the first "and" is cut off again.
std::string ScoreFormulas::gap_formula(std::size_t level, int at) const {
  std::string text;
  const auto& requirements = round_.levels[level].requirements;
  const bool several = requirements.size() > 1;
  const std::string joined = words_.text("scorecard_and");
  const std::string joint = several ? excel_text(joined) + "&" : "";
  for (const plan::Requirement& requirement : requirements) {
    std::string words = joint + excel_text(before_amount(requirement));
    if (requirement.least) {
      const std::string cell =
          reference(at, placement_.results + static_cast<int>(*requirement.result));
      words += "&TEXT(" + excel(*requirement.least, at) + "-" + cell + "," +
               excel_text(amount_format(requirement)) + ")&" +
               excel_text(after_amount(requirement));
    }
    text += (text.empty() ? "" : "&") + std::string("IF(") + excel(*requirement.condition, at) +
            ",\"\"," + words + ")";
  }
  return several ? "MID(" + text + "," + std::to_string(thai::utf16_length(joined) + 1) + ",9999)"
                 : text;
}

std::string ScoreFormulas::gap_words(std::size_t level, const plan::RowScore& row) const {
  std::string text;
  const auto& requirements = round_.levels[level].requirements;
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    const plan::Gap& gap = row.gaps[level][i];
    if (gap.is_met) continue;
    text += (text.empty() ? "" : words_.text("scorecard_and")) + before_amount(requirements[i]);
    if (!requirements[i].least) continue;
    const int decimals = round_.decimals[*requirements[i].result];
    text += form::shown(gap.amount, {decimals, true, words_.digits(), ""}) +
            after_amount(requirements[i]);
  }
  return text;
}

std::optional<std::size_t> ScoreFormulas::top() const {
  for (std::size_t i = 0; i < round_.levels.size(); ++i) {
    if (!round_.levels[i].is_rest) return i;
  }
  return std::nullopt;
}

document::Formula ScoreFormulas::next(const plan::RowScore& row, int at) const {
  std::string text = excel_text(kNothing);
  const auto add = [&](const std::string& status, std::optional<std::size_t> to) {
    text = "IF(" + is_status(at, status) + "," +
           (to ? gap_formula(*to, at) : excel_text(reached())) + "," + text + ")";
  };
  if (const auto from_none = plan::next_level(round_, std::nullopt)) add(no_level(), from_none);
  for (std::size_t i = labels_.size(); i-- > 0;) add(labels_[i], plan::next_level(round_, i));
  const auto to = plan::next_level(round_, row.level);
  if (row.is_missing || row.is_undefined) return {text, std::string(kNothing)};
  if (to) return {text, gap_words(*to, row)};
  return {text, row.level ? reached() : std::string(kNothing)};
}

document::Formula ScoreFormulas::highest(const plan::RowScore& row, int at) const {
  const auto to = top();
  if (!to) return {excel_text(kNothing), std::string(kNothing)};
  const std::string text = "IF(OR(" + is_status(at, not_sent()) + "," + is_status(at, undefined()) +
                           ")," + excel_text(kNothing) + ",IF(" + is_status(at, labels_[*to]) +
                           "," + excel_text(reached()) + "," + gap_formula(*to, at) + "))";
  if (row.is_missing || row.is_undefined) return {text, std::string(kNothing)};
  return {text, row.level == to ? reached() : gap_words(*to, row)};
}

}  // namespace chiwat::scorecard
