// The numbers that the letter quotes.
#include <utility>
#include <variant>

#include "model/reader.hpp"

namespace chiwat::model {
namespace {

bool is_number(const Total& total) {
  return std::holds_alternative<SumOfRows>(total) || std::holds_alternative<RuleOnTotals>(total);
}

void read_figure(Reader& reader, const source::Node& node) {
  const source::Fields fields(node, {"text", "column", "unit", "quoted"}, reader.diagnostics);
  if (!fields.is_mapping()) return;
  Figure figure;
  if (auto text = fields.required_text("text")) figure.text = std::move(*text);
  figure.unit = fields.text("unit");
  figure.quoted = fields.number("quoted");
  reader.check_text(figure.text);
  reader.check_text(figure.unit);
  const auto name = fields.required_text("column");
  if (!name) return;
  const auto column = reader.find_column(*name);
  if (!column) return;
  figure.column = *column;
  if (!is_number(reader.circular.columns[*column].total)) {
    reader.diagnostics.error(name->origin, "column_without_total", {{"name", name->value}});
  }
  reader.circular.letter.figures.push_back(std::move(figure));
}

}  // namespace

void read_figures(Reader& reader, const source::Fields& top) {
  const source::Node* letter = top.find("letter");
  const source::Node* figures = letter ? letter->find("figures") : nullptr;
  if (!figures || figures->kind == source::Node::Kind::null) return;
  for (const source::Node* node : source::as_items(*figures)) read_figure(reader, *node);
}

}  // namespace chiwat::model
