// Words against formulas: "น้อยกว่า" where the bound says at least, and percentages that differ.
#include <algorithm>
#include <map>
#include <set>

#include "model/placeholders.hpp"
#include "review/checks.hpp"
#include "review/criteria.hpp"
#include "review/shown_texts.hpp"
#include "thai/message.hpp"
#include "thai/names.hpp"
#include "thai/search.hpp"

namespace chiwat::review {
namespace {

using formula::Comparison;

// clang-format off
constexpr const char16_t* kPhrase =
    u"(ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|น้อยกว่า|ต่ำกว่า|ไม่ถึง|ไม่มากกว่า|มากกว่า|ไม่เกิน|เกินกว่า|สูงกว่า) ?"
    u"(?:จำนวน ?)?(ร้อยละ ?)?([0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?) ?(%)?";
constexpr const char16_t* kPercentage =
    u"ร้อยละ ?([0-9]+(?:\\.[0-9]+)?)|([0-9]+(?:\\.[0-9]+)?) ?%";
// clang-format on

const std::map<std::string, Comparison>& comparisons_in_words() {
  static const std::map<std::string, Comparison> words{{"ไม่น้อยกว่า", Comparison::greater_equal},
                                                       {"ไม่ต่ำกว่า", Comparison::greater_equal},
                                                       {"อย่างน้อย", Comparison::greater_equal},
                                                       {"น้อยกว่า", Comparison::less},
                                                       {"ต่ำกว่า", Comparison::less},
                                                       {"ไม่ถึง", Comparison::less},
                                                       {"ไม่มากกว่า", Comparison::less_equal},
                                                       {"ไม่เกิน", Comparison::less_equal},
                                                       {"มากกว่า", Comparison::greater},
                                                       {"เกินกว่า", Comparison::greater},
                                                       {"สูงกว่า", Comparison::greater}};
  return words;
}

// The usual words for a comparison.
std::string in_words(Comparison op) {
  switch (op) {
    case Comparison::greater_equal:
      return "ไม่น้อยกว่า";
    case Comparison::less:
      return "น้อยกว่า";
    case Comparison::less_equal:
      return "ไม่เกิน";
    case Comparison::greater:
      return "มากกว่า";
    case Comparison::equal:
    case Comparison::not_equal:
      break;
  }
  return "";
}

// "ไม่น้อยกว่าร้อยละ 10".
struct Phrase {
  std::string words;
  Comparison op;
  Number value;  // 0.1
  bool percent;
};

std::vector<Phrase> phrases(const std::string& text) {
  std::vector<Phrase> result;
  for (const thai::Found& found : thai::find_all(text, kPhrase)) {
    const auto decimal = thai::plain_decimal(found.groups[2]);
    const auto value = decimal ? Number::parse(*decimal) : std::nullopt;
    if (!value) continue;
    const bool percent = !found.groups[1].empty() || !found.groups[3].empty();
    result.push_back({thai::normalise(found.whole), comparisons_in_words().at(found.groups[0]),
                      percent ? *value / 100 : *value, percent});
  }
  return result;
}

// What a phrase says of bounds of the same number: that one of them is meant, or which other.
void check_phrase(const Phrase& phrase, const std::vector<Bound>& bounds, const Origin& origin,
                  Diagnostics& diagnostics) {
  std::vector<Comparison> meant;
  for (const Bound& bound : bounds) {
    if (bound.percent == phrase.percent && bound.value == phrase.value) meant.push_back(bound.op);
  }
  if (meant.empty() || std::ranges::find(meant, phrase.op) != meant.end()) return;
  diagnostics.warning(origin, "wording_differs",
                      {{"words", phrase.words}, {"meant", in_words(meant.front())}});
}

std::string text_of(const model::Circular& circular, const model::Round& round,
                    const model::Level& level) {
  if (!level.text) return "";
  const auto formatted = thai::format(
      level.text->value, model::level_placeholders(circular, round, level), thai::Digits::arabic);
  const auto* text = std::get_if<std::string>(&formatted);
  return text ? thai::normalise(thai::to_arabic(*text)) : "";
}

void check_heading_wording(const Subject& subject, Diagnostics& diagnostics) {
  std::map<std::size_t, std::vector<Bound>> bounds_of;  // by column
  for (const Target& target : targets(subject)) {
    if (target.has_same_base) bounds_of[target.column].push_back(target.criterion.bound);
  }
  for (const auto& [column, bounds] : bounds_of) {
    for (const ShownAs& place : places_of(subject, column)) {
      for (const Phrase& phrase : phrases(text_of(subject.circular, place))) {
        check_phrase(phrase, bounds, place.heading->text.origin, diagnostics);
      }
    }
  }
}

}  // namespace

void check_wording(const Subject& subject, Diagnostics& diagnostics) {
  for (const model::Round& round : subject.circular.rounds) {
    for (const model::Level& level : round.levels) {
      for (const Phrase& phrase : phrases(text_of(subject.circular, round, level))) {
        check_phrase(phrase, bounds(level), level.text->origin, diagnostics);
      }
    }
  }
  check_heading_wording(subject, diagnostics);
}

namespace {

std::set<Number> percentages(const std::string& text) {
  std::set<Number> result;
  for (const thai::Found& found : thai::find_all(text, kPercentage)) {
    const std::string& digits = found.groups[0].empty() ? found.groups[1] : found.groups[0];
    if (const auto value = Number::parse(digits)) result.insert(*value);
  }
  return result;
}

// The one percentage of a formula: 7 in products * 7%, and in products * 0.07; 102 in base * 102%.
std::optional<Number> percentage_of(const formula::Operand& formula) {
  const auto written = literals(*unrounded(formula));
  if (written.size() != 1 || formula::names(*formula).empty()) return std::nullopt;
  if (!written[0].percent && written[0].value.is_integer()) return std::nullopt;
  return written[0].value * 100;
}

// What the formula's percentage is in the words of a text: "เพิ่มขึ้น 2%" is 102 of 100.
Number as_said(const Number& percentage, const std::string& text) {
  if (percentage > Number(100) && text.find("เพิ่ม") != std::string::npos) return percentage - 100;
  if (percentage < Number(100) && text.find("ลดลง") != std::string::npos) return 100 - percentage;
  return percentage;
}

void check_level_percentages(const model::Circular& circular, const model::Round& round,
                             const model::Level& level, Diagnostics& diagnostics) {
  std::vector<Bound> shares = bounds(level);
  std::erase_if(shares, [](const Bound& bound) { return !bound.percent; });
  if (shares.empty()) return;
  for (const Phrase& phrase : phrases(text_of(circular, round, level))) {
    const auto is_it = [&](const Bound& bound) { return bound.value == phrase.value; };
    if (!phrase.percent || std::ranges::any_of(shares, is_it)) continue;
    diagnostics.warning(level.text->origin, "level_percentage_differs",
                        {{"words", phrase.words}, {"meant", in_words(shares.front())}});
  }
}

}  // namespace

void check_percentages(const Subject& subject, Diagnostics& diagnostics) {
  const model::Circular& circular = subject.circular;
  for (std::size_t i = 0; i < circular.columns.size(); ++i) {
    const model::Column& column = circular.columns[i];
    const auto meant = column.definition ? percentage_of(column.definition) : std::nullopt;
    if (!meant) continue;
    for (const ShownAs& place : places_of(subject, i)) {
      const std::string text = text_of(circular, place);
      const auto said = percentages(text);
      if (said.size() != 1 || *said.begin() == as_said(*meant, text)) continue;
      diagnostics
          .warning(place.heading->text.origin, "percentage_differs",
                   {{"column", column.name.value},
                    {"said", shown(*said.begin())},
                    {"meant", shown(as_said(*meant, text))}})
          .note(column.definition->origin, "formula_here");
    }
  }
  for (const model::Round& round : circular.rounds) {
    for (const model::Level& level : round.levels) {
      check_level_percentages(circular, round, level, diagnostics);
    }
  }
}

}  // namespace chiwat::review
