// The form kind of template: what stands around its columns. The columns are in
// read_form_columns.cpp.
#include <utility>

#include "form/form_reader.hpp"
#include "form/template_reader.hpp"

namespace chiwat::form {
namespace {

constexpr int kMostRows = 10'000;

FormRows read_rows(const source::Node& node, Diagnostics& diagnostics) {
  const source::Fields fields(node, {"each", "list", "spare", "blank"}, diagnostics);
  FormRows rows;
  const auto each = fields.choice<Each>("each", {{"product", Each::product},
                                                 {"operator", Each::operator_},
                                                 {"district", Each::district},
                                                 {"month", Each::month},
                                                 {"item", Each::item},
                                                 {"blank", Each::blank}});
  if (each) rows.each = each->value;
  rows.list = fields.text("list");
  if ((rows.each == Each::item) != rows.list.has_value()) {
    diagnostics.error(node.origin, "form_rows_list");
  }
  if (const auto spare = fields.integer("spare", 0, kMostRows)) rows.spare = spare->value;
  if (const auto blank = fields.integer("blank", 0, kMostRows)) rows.blank = blank->value;
  return rows;
}

// A list of lines, or a list of blocks of lines that stand side by side.
std::vector<std::vector<Text>> read_signatures(const source::Fields& fields,
                                               Diagnostics& diagnostics) {
  std::vector<std::vector<Text>> blocks;
  const auto items = fields.items("signature");
  const bool is_one = items.empty() || items.front()->kind != source::Node::Kind::sequence;
  if (is_one && !items.empty()) blocks.push_back(fields.texts("signature"));
  for (const source::Node* item : is_one ? std::vector<const source::Node*>() : items) {
    std::vector<Text> lines;
    for (const source::Node* line : source::as_items(*item)) {
      if (auto text = source::as_text(*line, diagnostics)) lines.push_back(std::move(*text));
    }
    blocks.push_back(std::move(lines));
  }
  return blocks;
}

// Reports a column that is not there: form_column_unknown {name}.
void check_column(const FormTemplate& form, const Text& name, Diagnostics& diagnostics) {
  if (!form.find(name.value)) {
    diagnostics.error(name.origin, "form_column_unknown", {{"name", name.value}});
  }
}

FormCheck read_check(const source::Node& node, const FormTemplate& form, Diagnostics& diagnostics) {
  const source::Fields fields(node, {"text", "columns", "equal", "form", "item"}, diagnostics);
  FormCheck check;
  if (const auto text = fields.required_text("text")) check.text = *text;
  fields.require("columns");
  fields.require("equal");
  check.columns = fields.texts("columns");
  check.equal = fields.texts("equal");
  check.form = fields.text("form");
  check.item = fields.text("item");
  for (const Text& column : check.columns) check_column(form, column, diagnostics);
  if (check.form) return check;
  for (const Text& column : check.equal) check_column(form, column, diagnostics);
  if (check.item) diagnostics.error(check.item->origin, "form_item_without_form");
  return check;
}

}  // namespace

Template read_form_template(const source::Node& node, Diagnostics& diagnostics) {
  const source::Fields fields(
      node,
      {"template", "version", "kind", "about", "label", "page", "for", "every", "sheet", "title",
       "quarter_title", "rows", "columns", "total", "checks", "results", "notes", "signature"},
      diagnostics);
  Template result;
  read_head(fields, result, diagnostics);
  FormTemplate own;
  own.audience = read_audience(fields, Audience::district);
  const auto span = fields.choice<Span>(
      "every", {{"year", Span::year}, {"round", Span::round}, {"month", Span::month}});
  if (span) own.span = span->value;
  if (const auto sheet = fields.required_text("sheet")) own.sheet = *sheet;
  fields.require("title");
  own.title = fields.texts("title");
  own.quarter_title = fields.texts("quarter_title");
  if (const source::Node* rows = fields.require("rows")) own.rows = read_rows(*rows, diagnostics);
  read_form_columns(fields, own, diagnostics);
  own.total = fields.text("total");
  for (const source::Node* item : fields.items("checks")) {
    own.checks.push_back(read_check(*item, own, diagnostics));
  }
  if (const source::Node* results = fields.find("results")) {
    read_form_results(*results, own, diagnostics);
  }
  own.notes = fields.texts("notes");
  own.signatures = read_signatures(fields, diagnostics);
  result.kind = std::move(own);
  return result;
}

}  // namespace chiwat::form
