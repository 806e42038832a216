// The computed columns: formulas over baselines and over each other, and totals.
#include <algorithm>
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

namespace chiwat::model {
namespace {

// A computed column as written, before its names are resolved.
struct Draft {
  const source::Node* formula;
  Column column;
};

void read_details(Reader& reader, const source::Node& node, Draft& draft) {
  const source::Fields fields(node, {"formula", "label", "total", "decimals", "overrides"},
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
  for (const source::Node* entry : fields.items("overrides")) {
    read_override(reader, {*entry, {"district", "total", "value", "reason"}, reader.diagnostics},
                  draft.column);
  }
}

Draft read_draft(Reader& reader, const source::Member& member) {
  const int before = reader.diagnostics.error_count();
  Draft draft{&member.value, {}};
  draft.column.name = reader.declare(member.key);
  const bool is_formula_alone = member.value.kind != source::Node::Kind::mapping;
  if (!is_formula_alone) read_details(reader, member.value, draft);
  reader.mark_if_broken(draft.column.name, before);
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
    reader_.broken.insert(draft.column.name.value);  // its value may be as long
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
    const int before = reader.diagnostics.error_count();
    if (std::holds_alternative<RuleOnTotals>(column.total)) check_rule_on_totals(reader, column);
    reader.mark_if_broken(column.name, before);
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
