// Evaluation rounds with their score levels, and deadlines.
#include <algorithm>
#include <map>
#include <utility>

#include "formula/check.hpp"
#include "model/level_table.hpp"
#include "model/placeholders.hpp"
#include "model/reader.hpp"
#include "thai/date.hpp"

namespace chiwat::model {
namespace {

std::optional<Located<Period>> read_period(Reader& reader, const Text& text) {
  const auto parsed = thai::parse_period(text.value);
  if (const auto* problem = std::get_if<Message>(&parsed)) {
    reader.diagnostics.error(text.origin, problem->id, problem->arguments);
    return std::nullopt;
  }
  const Period period = std::get<Period>(parsed);
  const int year = reader.circular.fiscal_year.value;
  const Period whole = fiscal_year(year);
  if (reader.knows_year && (period.first < whole.first || period.last > whole.last)) {
    reader.diagnostics.error(text.origin, "months_outside_year",
                             {{"text", text.value},
                              {"year", std::to_string(year)},
                              {"whole", thai::format_period(whole, thai::Digits::arabic)}});
  }
  return Located<Period>{period, text.origin};
}

void read_round(Reader& reader, const source::Node& node) {
  const source::Fields fields(node, {"number", "months", "counts", "levels"}, reader.diagnostics);
  if (!fields.is_mapping()) return;
  Round round;
  if (const auto number = fields.required_integer("number", 1, 99)) round.number = *number;
  for (const Round& other : reader.circular.rounds) {
    if (other.number.value != round.number.value) continue;
    reader.diagnostics
        .error(round.number.origin, "round_twice", {{"round", std::to_string(round.number.value)}})
        .note(other.number.origin, "first_here");
  }
  round.months.value = fiscal_year(reader.circular.fiscal_year.value);
  if (const auto months = fields.required_text("months")) {
    if (const auto period = read_period(reader, *months)) round.months = *period;
  }
  round.counts = round.months;
  if (const auto counts = fields.text("counts")) {
    if (const auto period = read_period(reader, *counts)) round.counts = *period;
  }
  reader.circular.rounds.push_back(std::move(round));
}

void require_known_round(Reader& reader, const Located<int>& number) {
  const auto& rounds = reader.circular.rounds;
  const bool known = std::any_of(rounds.begin(), rounds.end(), [&](const Round& round) {
    return round.number.value == number.value;
  });
  if (!known) {
    reader.diagnostics.error(number.origin, "round_unknown",
                             {{"round", std::to_string(number.value)}});
  }
}

void read_once(Reader& reader, const source::Fields& fields, Deadline& deadline) {
  const auto text = fields.required_text("date");
  if (!text) return;
  const auto date = reader.date(*text);
  if (!date) return;
  if (!date->day) {
    reader.diagnostics.error(text->origin, "deadline_without_day", {{"text", text->value}});
    return;
  }
  deadline.date = Located<WrittenDate>{*date, text->origin};
}

void read_placeholder(Reader& reader, const source::Fields& fields, Deadline& deadline) {
  deadline.placeholder = fields.text("placeholder");
  if (deadline.placeholder && placeholders(reader.circular).contains(deadline.placeholder->value)) {
    reader.diagnostics.error(deadline.placeholder->origin, "value_name_taken",
                             {{"name", deadline.placeholder->value}});
  }
}

void read_deadline(Reader& reader, const source::Node& node) {
  const source::Fields fields(
      node, {"name", "date", "every", "day", "attachment", "round", "placeholder"},
      reader.diagnostics);
  if (!fields.is_mapping()) return;
  Deadline deadline;
  deadline.origin = node.origin;
  if (auto name = fields.required_text("name")) deadline.name = std::move(*name);
  deadline.attachment = fields.integer("attachment", 1, 99);
  deadline.round = fields.integer("round", 1, 99);
  if (deadline.round) require_known_round(reader, *deadline.round);
  using Recurrence = Deadline::Recurrence;
  const auto every = fields.choice<Recurrence>(
      "every", {{"month", Recurrence::monthly}, {"quarter", Recurrence::quarterly}});
  if (every) {
    deadline.recurrence = every->value;
    deadline.day = fields.integer("day", 1, 31);
    if (const source::Node* date = fields.find("date")) {
      reader.diagnostics.error(date->origin, "deadline_both");
    }
  } else if (!fields.find("every")) {
    read_once(reader, fields, deadline);
  }
  reader.check_text(deadline.name);
  read_placeholder(reader, fields, deadline);
  reader.circular.deadlines.push_back(std::move(deadline));
}

std::optional<Text> read_color(const source::Fields& fields) {
  const auto color = fields.choice<const char*>("color", {{"เขียวเข้ม", "00803E"},
                                                          {"เขียวอ่อน", "92D050"},
                                                          {"เหลือง", "FFFF00"},
                                                          {"ส้ม", "FFA500"},
                                                          {"แดง", "FF0000"}});
  if (!color) return std::nullopt;
  return Text{color->value, color->origin};
}

void read_condition(Reader& reader, const source::Fields& fields, Level& level) {
  const source::Node* when = fields.find("when");
  const auto otherwise = fields.truth("otherwise");
  if ((when != nullptr) == (otherwise && otherwise->value)) {
    reader.diagnostics.error(fields.origin(), "level_condition");
    return;
  }
  if (!when) return;
  level.condition = reader.formula(*when);
  if (!level.condition) return;
  const auto type = formula::check(
      *level.condition, [&](const std::string& name) { return reader.type_of(name); },
      reader.diagnostics);
  if (type == formula::Type::number) {
    reader.diagnostics.error(when->origin, "formula_truth_expected");
  }
}

void read_level(Reader& reader, const source::Node& node, Round& round) {
  const source::Fields fields(node, {"points", "name", "color", "when", "otherwise", "text"},
                              reader.diagnostics);
  if (!fields.is_mapping()) return;
  Level level;
  level.origin = node.origin;
  if (fields.require("points")) {
    if (const auto points = fields.number("points")) level.points = *points;
  }
  level.name = fields.text("name");
  level.color = read_color(fields);
  if (level.color) level.color_name = fields.text("color");
  level.text = fields.text("text");
  reader.check_text(level.name, &round);
  read_condition(reader, fields, level);
  reader.check_level_text(round, level);
  round.levels.push_back(std::move(level));
}

void read_levels_of(Reader& reader, const LevelTable& table, const Text& file, Round& round) {
  auto own = table.find(round.number.value);
  if (own == table.end()) own = table.find(kEveryRound);
  if (own == table.end()) {
    reader.diagnostics.error(file.origin, "levels_not_in_table",
                             {{"round", std::to_string(round.number.value)}, {"file", file.value}});
    return;
  }
  for (const source::Node& level : own->second) read_level(reader, level, round);
}

}  // namespace

void read_rounds(Reader& reader, const source::Fields& top) {
  top.require("rounds");
  for (const source::Node* node : top.items("rounds")) read_round(reader, *node);
}

void read_deadlines(Reader& reader, const source::Fields& top) {
  for (const source::Node* node : top.items("deadlines")) read_deadline(reader, *node);
}

// Levels are written inside their rounds, but their conditions use quantities and columns, which
// are read after the rounds.
void read_levels(Reader& reader, const source::Fields& top) {
  const auto nodes = top.items("rounds");
  if (nodes.size() != reader.circular.rounds.size()) return;  // reported with the rounds
  std::map<std::string, std::optional<LevelTable>> tables;    // each is read once
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const source::Node* levels = nodes[i]->find("levels");
    if (!levels || levels->kind == source::Node::Kind::null) continue;
    Round& round = reader.circular.rounds[i];
    if (levels->kind == source::Node::Kind::scalar) {
      const auto [table, is_new] = tables.try_emplace(levels->text);
      const Text file{levels->text, levels->origin};
      if (is_new) table->second = read_level_table(reader, file);
      if (table->second) read_levels_of(reader, *table->second, file, round);
      continue;
    }
    for (const source::Node* level : source::as_items(*levels)) read_level(reader, *level, round);
  }
}

}  // namespace chiwat::model
