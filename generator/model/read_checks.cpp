// Public holidays, and what the description says to the review: rules that do not hold for it, and
// conditions of its own.
#include <utility>

#include "formula/check.hpp"
#include "formula/expression.hpp"
#include "model/reader.hpp"

namespace chiwat::model {
namespace {

// Last year's number, times or divided by this, is where a mistake begins to be likely.
constexpr int kUsualFactor = 2;

const source::Node* mapping_at(Reader& reader, const source::Node* node) {
  if (!node || node->kind == source::Node::Kind::mapping) return node;
  source::Fields(*node, {}, reader.diagnostics);  // reports not_a_mapping
  return nullptr;
}

void read_holiday(Reader& reader, const source::Member& member) {
  const auto text = source::as_text(member.value, reader.diagnostics);
  if (!text) return;
  const auto date = reader.date(*text);
  if (!date) return;
  if (!date->day) {
    reader.diagnostics.error(text->origin, "holiday_without_day", {{"text", text->value}});
    return;
  }
  reader.circular.holidays.push_back({member.key, {*date->date(), text->origin}});
}

void read_switched_off(Reader& reader, const source::Node& node) {
  const source::Node* rules = mapping_at(reader, &node);
  if (!rules) return;
  for (const source::Member& member : rules->members) {
    SwitchedOff off{member.key, std::nullopt};
    if (member.value.kind != source::Node::Kind::null) {
      off.reason = source::as_text(member.value, reader.diagnostics);
    }
    reader.circular.checks.off.push_back(std::move(off));
  }
}

void read_agreement(Reader& reader, const source::Node& node) {
  const auto text = source::as_text(node, reader.diagnostics);
  if (!text) return;
  const auto condition = reader.formula(node);
  if (!condition) return;
  const auto type = formula::check(
      *condition, [](const std::string&) { return formula::Type::number; }, reader.diagnostics);
  if (type == formula::Type::number) {
    reader.diagnostics.error(text->origin, "formula_truth_expected");
  }
  for (const auto& used : formula::names(*condition)) {
    if (!reader.find_column({used.value, used.origin})) return;
  }
  reader.circular.checks.agreements.push_back({*text, condition});
}

void read_comparable(Reader& reader, const source::Node& node) {
  const source::Fields fields(node, {"column", "before", "factor"}, reader.diagnostics);
  if (!fields.is_mapping()) return;
  const auto column = fields.required_text("column");
  const auto before = fields.required_text("before");
  const auto factor = fields.number("factor");
  if (factor && factor->value <= Number(1)) {
    reader.diagnostics.error(factor->origin, "check_factor");
  }
  if (!column || !before) return;
  const auto now = reader.find_column(*column);
  const auto then = reader.find_column(*before);
  if (!now || !then) return;
  reader.circular.checks.comparables.push_back(
      {node.origin, *now, *then, factor ? factor->value : Number(kUsualFactor)});
}

}  // namespace

void read_holidays(Reader& reader, const source::Fields& top) {
  const source::Node* holidays = mapping_at(reader, top.find("holidays"));
  if (!holidays) return;
  for (const source::Member& member : holidays->members) read_holiday(reader, member);
}

void read_checks(Reader& reader, const source::Fields& top) {
  const source::Node* node = top.find("checks");
  if (!node) return;
  const source::Fields fields(*node, {"without", "agree", "compare"}, reader.diagnostics);
  if (!fields.is_mapping()) return;
  if (const source::Node* rules = fields.find("without")) read_switched_off(reader, *rules);
  for (const source::Node* item : fields.items("agree")) read_agreement(reader, *item);
  for (const source::Node* item : fields.items("compare")) read_comparable(reader, *item);
}

}  // namespace chiwat::model
