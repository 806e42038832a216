// The computed columns: formulas over baselines and over each other, totals and overrides.
#include <algorithm>
#include <cstring>
#include <functional>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "formula/check.hpp"
#include "formula/denominator.hpp"
#include "formula/expression.hpp"
#include "formula/extent.hpp"
#include "model/reader.hpp"
#include "thai/names.hpp"

namespace chiwat::model {
namespace {

// A computed column as written, before its names are resolved.
struct Draft {
  const source::Node* formula;
  Column column;
};

std::optional<std::size_t> find_district(Reader& reader, const Text& name) {
  const auto& districts = reader.circular.districts;
  std::string wanted = thai::normalise(name.value);
  for (const char* prefix : {"อำเภอ", "อ."}) {  // the table has the bare name
    if (wanted.starts_with(prefix)) wanted = thai::normalise(wanted.substr(std::strlen(prefix)));
  }
  std::vector<std::string> known;
  for (std::size_t i = 0; i < districts.size(); ++i) {
    if (districts[i].value == wanted || districts[i].value == thai::normalise(name.value)) return i;
    known.push_back(districts[i].value);
  }
  if (districts.empty()) return std::nullopt;  // the baseline was already reported
  Diagnostic& diagnostic =
      reader.diagnostics.error(name.origin, "override_unknown_district", {{"name", name.value}});
  if (const auto near = thai::closest(wanted, known)) {
    diagnostic.hint("hint_did_you_mean", {{"name", *near}});
  }
  return std::nullopt;
}

void read_override(Reader& reader, const source::Node& node, Column& column) {
  const source::Fields fields(node, {"district", "total", "value", "reason"}, reader.diagnostics);
  if (!fields.is_mapping()) return;
  Override entry;
  entry.origin = node.origin;
  if (fields.require("value")) {
    if (const auto value = fields.number("value")) entry.value = value->value;
  }
  if (auto reason = fields.required_text("reason")) entry.reason = std::move(*reason);
  reader.check_text(entry.reason);
  const auto total = fields.truth("total");
  if (total && total->value) {
    if (const source::Node* district = fields.find("district")) {
      reader.diagnostics.error(district->origin, "override_district_or_total");
    }
    if (column.total_override) {
      reader.diagnostics.error(node.origin, "override_twice", {{"name", "total"}})
          .note(column.total_override->origin, "first_here");
    }
    column.total_override = std::move(entry);
    return;
  }
  const auto name = fields.required_text("district");
  const auto district = name ? find_district(reader, *name) : std::nullopt;
  if (!district) return;
  const Origin origin = node.origin;
  const auto [place, is_new] = column.overrides.emplace(*district, std::move(entry));
  if (is_new) return;
  reader.diagnostics.error(origin, "override_twice", {{"name", name->value}})
      .note(place->second.origin, "first_here");
}

Draft read_draft(Reader& reader, const source::Member& member) {
  Draft draft{&member.value, {}};
  draft.column.name = reader.declare(member.key);
  if (member.value.kind != source::Node::Kind::mapping) return draft;  // only a formula
  const source::Fields fields(member.value, {"formula", "label", "total", "decimals", "overrides"},
                              reader.diagnostics);
  draft.formula = fields.require("formula");
  if (const auto label = fields.text("label")) {
    reader.check_text(*label);
    draft.column.label = label->value;
  }
  if (auto total = read_total(reader, fields)) draft.column.total = std::move(*total);
  if (const auto decimals = fields.integer("decimals", 0, 9)) {
    draft.column.decimals = decimals->value;
  }
  for (const source::Node* node : fields.items("overrides")) {
    read_override(reader, *node, draft.column);
  }
  return draft;
}

void resolve_formula(Reader& reader, Draft& draft) {
  if (!draft.formula) return;
  formula::Operand expression = reader.formula(*draft.formula);
  if (!expression) return;
  const auto type = formula::check(
      *expression, [](const std::string&) { return formula::Type::number; }, reader.diagnostics);
  if (type == formula::Type::truth) {
    reader.diagnostics.error(draft.formula->origin, "formula_number_expected");
    return;
  }
  if (type) draft.column.definition = std::move(expression);
}

// Puts the columns in an order in which each formula uses only columns before its own.
class Ordering {
 public:
  Ordering(Reader& reader, std::vector<Draft>& drafts) : reader_(reader), drafts_(drafts) {}

  void place_all() {
    for (Draft& draft : drafts_) place(draft);
  }

 private:
  void place(Draft& draft) {
    const std::string& name = draft.column.name.value;
    if (done_.contains(name)) return;
    if (!draft.column.definition) {  // reported
      done_.insert(name);
      return;
    }
    path_.push_back(name);
    for (const auto& used : formula::names(*draft.column.definition)) {
      const auto other = std::find_if(drafts_.begin(), drafts_.end(), [&](const Draft& d) {
        return d.column.name.value == used.value;
      });
      if (other == drafts_.end()) continue;
      if (std::find(path_.begin(), path_.end(), used.value) == path_.end()) {
        place(*other);
      } else {
        report_cycle(used);
      }
    }
    path_.pop_back();
    done_.insert(name);
    draft.column.denominator = denominator(draft.column);
    measure(draft);
    reader_.circular.columns.push_back(draft.column);
  }

  // Tables are read later: any of them may show the column as a cell, and any may write it out.
  void measure(const Draft& draft) {
    using namespace formula;
    const Extent whole = extent(*draft.column.definition, [&](const std::string& name) {
      const auto written_out = extents_.find(name);
      return written_out == extents_.end() ? extent_of_cell() : written_out->second;
    });
    if (whole.fits_excel()) {
      extents_.emplace(draft.column.name.value, larger(extent_of_cell(), whole));
      return;
    }
    reader_.diagnostics.error(draft.formula->text_origin(), "formula_too_long",
                              {{"most", kLongestFormula}});
  }

  void report_cycle(const Located<std::string>& back) {
    std::string way;
    for (auto step = std::find(path_.begin(), path_.end(), back.value); step != path_.end();
         ++step) {
      way += *step + " → ";
    }
    if (!cycles_.insert(way).second) return;  // a name may stand twice in a formula
    reader_.diagnostics.error(back.origin, "formula_cycle", {{"path", way + back.value}});
  }

  std::optional<Number> denominator(const Column& column) const {
    auto result = formula::common_denominator(
        *column.definition, [&](const std::string& name) -> std::optional<Number> {
          for (const Column& other : reader_.circular.columns) {
            if (other.name.value == name) return other.denominator;
          }
          return std::nullopt;
        });
    for (const auto& [district, entry] : column.overrides) {
      if (result) *result = least_common_multiple(*result, entry.value.denominator());
    }
    return result;
  }

  static Number least_common_multiple(const Number& a, const Number& b) {
    return a * b / Number::greatest_common_divisor(a, b);
  }

  Reader& reader_;
  std::vector<Draft>& drafts_;
  std::vector<std::string> path_;
  std::set<std::string> done_;
  std::map<std::string, formula::Extent> extents_;  // of the formulas that are not too long
  std::set<std::string> cycles_;                    // reported
};

bool has_total(const Column& column) {
  return column.total_override || std::holds_alternative<SumOfRows>(column.total) ||
         std::holds_alternative<RuleOnTotals>(column.total);
}

void check_rules_on_totals(Reader& reader) {
  for (const Column& column : reader.circular.columns) {
    if (std::holds_alternative<RuleOnTotals>(column.total)) check_rule_on_totals(reader, column);
  }
}

}  // namespace

void check_rule_on_totals(Reader& reader, const Column& column, std::optional<Origin> rule) {
  for (const auto& used : formula::names(*column.definition)) {
    for (const Column& other : reader.circular.columns) {
      if (other.name.value != used.value || has_total(other)) continue;
      reader.diagnostics.error(rule.value_or(used.origin), "total_rule_needs_total",
                               {{"column", column.name.value}, {"name", used.value}});
    }
  }
}

std::optional<Total> read_total(Reader& reader, const source::Fields& fields) {
  const source::Node* node = fields.find("total");
  if (!node) return std::nullopt;
  if (node->kind == source::Node::Kind::mapping) {
    const source::Fields text_fields(*node, {"text"}, reader.diagnostics);
    auto text = text_fields.required_text("text");
    if (!text) return std::nullopt;
    reader.check_text(*text);
    return Total(std::move(*text));
  }
  const auto word = fields.choice<Total>(
      "total", {{"sum", SumOfRows{}}, {"rule", RuleOnTotals{}}, {"blank", NoTotal{}}});
  if (!word) return std::nullopt;
  return word->value;
}

void read_columns(Reader& reader, const source::Fields& top) {
  const source::Node* node = top.find("columns");
  if (!node) return;
  if (node->kind != source::Node::Kind::mapping) {
    source::Fields(*node, {}, reader.diagnostics);  // reports not_a_mapping
    return;
  }
  std::vector<Draft> drafts;
  for (const source::Member& member : node->members) {
    drafts.push_back(read_draft(reader, member));
  }
  for (Draft& draft : drafts) resolve_formula(reader, draft);
  Ordering(reader, drafts).place_all();
  check_rules_on_totals(reader);
}

}  // namespace chiwat::model
