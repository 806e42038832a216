// What districts report, and the measures that follow from it: the names that score levels use.
#include <utility>

#include "formula/check.hpp"
#include "model/reader.hpp"

namespace chiwat::model {
namespace {

const source::Node* mapping_at(Reader& reader, const source::Fields& top, const char* key) {
  const source::Node* node = top.find(key);
  if (!node || node->kind == source::Node::Kind::mapping) return node;
  source::Fields(*node, {}, reader.diagnostics);  // reports not_a_mapping
  return nullptr;
}

void read_result(Reader& reader, const source::Member& member) {
  Quantity quantity;
  quantity.name = reader.declare(member.key);
  const source::Fields fields(member.value, {"label", "unit", "type", "together"},
                              reader.diagnostics);
  quantity.label = fields.text("label");
  quantity.unit = fields.text("unit");
  reader.check_text(quantity.unit);
  const auto type = fields.choice<bool>("type", {{"number", false}, {"yes_no", true}});
  quantity.is_truth = type && type->value;
  const auto adds_up = fields.choice<bool>("together", {{"sum", true}, {"largest", false}});
  quantity.adds_up = !adds_up || adds_up->value;
  reader.check_text(quantity.label);
  reader.circular.quantities.push_back(std::move(quantity));
}

void read_measure(Reader& reader, const source::Member& member) {
  Quantity quantity;
  const source::Node* node = &member.value;
  if (node->kind == source::Node::Kind::mapping) {
    const source::Fields fields(*node, {"label", "formula"}, reader.diagnostics);
    quantity.label = fields.text("label");
    reader.check_text(quantity.label);
    node = fields.require("formula");
  }
  if (node) quantity.definition = reader.formula(*node);  // sees only what is declared before it
  quantity.name = reader.declare(member.key);
  if (quantity.definition) {
    const auto type = formula::check(
        *quantity.definition, [&](const std::string& name) { return reader.type_of(name); },
        reader.diagnostics);
    quantity.is_truth = type == formula::Type::truth;
  }
  reader.circular.quantities.push_back(std::move(quantity));
}

}  // namespace

void read_quantities(Reader& reader, const source::Fields& top) {
  if (const source::Node* results = mapping_at(reader, top, "results")) {
    for (const source::Member& member : results->members) read_result(reader, member);
  }
  if (const source::Node* measures = mapping_at(reader, top, "measures")) {
    for (const source::Member& member : measures->members) read_measure(reader, member);
  }
}

}  // namespace chiwat::model
