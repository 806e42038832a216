// The columns of a form: what each holds, where it comes from and what may stand in it.
#include <algorithm>
#include <utility>

#include "form/form_reader.hpp"
#include "formula/check.hpp"
#include "formula/evaluate.hpp"
#include "formula/expression.hpp"
#include "thai/names.hpp"

namespace chiwat::form {
namespace {

constexpr int kDeepestHeading = 8;
constexpr std::size_t kMostColumns = 100;  // of a form, which is printed one page wide

struct KnownField {
  const char* name;
  Known known;
  FieldType type;  // where the column names none
  bool operators;  // of rows for operators or their products
  bool products;   // of rows for products
};

constexpr KnownField kKnownFields[] = {
    {"serial", Known::serial, FieldType::count, false, false},
    {"district", Known::district, FieldType::text, false, false},
    {"province", Known::province, FieldType::text, false, false},
    {"month", Known::month, FieldType::text, false, false},
    {"item", Known::item, FieldType::text, false, false},
    {"operator_code", Known::operator_code, FieldType::code, true, false},
    {"operator_name", Known::operator_name, FieldType::text, true, false},
    {"operator_type", Known::operator_type, FieldType::choice, true, false},
    {"house", Known::house, FieldType::code, true, false},
    {"village", Known::village, FieldType::code, true, false},
    {"subdistrict", Known::subdistrict, FieldType::text, true, false},
    {"telephone", Known::telephone, FieldType::telephone, true, false},
    {"product_count", Known::product_count, FieldType::count, true, false},
    {"online_before", Known::online_before, FieldType::mark, true, false},
    {"product", Known::product, FieldType::text, true, true},
    {"category", Known::category, FieldType::choice, true, true},
    {"online_sales", Known::online_sales, FieldType::amount, true, true},
};

const KnownField& field_of(Known known) {
  return *std::find_if(std::begin(kKnownFields), std::end(kKnownFields),
                       [&](const KnownField& field) { return field.known == known; });
}

bool is_identifier(const std::string& name) {
  const auto is_inner = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  };
  return !name.empty() && name[0] >= 'a' && name[0] <= 'z' &&
         std::all_of(name.begin(), name.end(), is_inner);
}

// The same formula, with every division by something that may be zero worth nothing then: most
// cells of a form are empty when it is handed out.
formula::Operand guarded(const formula::Operand& operand) {
  using formula::Expression;
  if (const auto* rounded = std::get_if<formula::Rounded>(&operand->node)) {
    const formula::Rounded same{guarded(rounded->operand), rounded->decimals, rounded->mode};
    return std::make_shared<const Expression>(Expression{same, operand->origin});
  }
  const auto* quotient = std::get_if<formula::Binary<formula::Arithmetic>>(&operand->node);
  if (!quotient) return operand;
  const formula::Binary<formula::Arithmetic> same{quotient->op, guarded(quotient->left),
                                                  guarded(quotient->right)};
  const auto whole = std::make_shared<const Expression>(Expression{same, operand->origin});
  if (quotient->op != formula::Arithmetic::divide || formula::constant(*quotient->right)) {
    return whole;
  }
  const auto zero = std::make_shared<const Expression>(
      Expression{formula::Literal{Number(0), 0}, operand->origin});
  const auto is_zero = std::make_shared<const Expression>(
      Expression{formula::Binary<formula::Comparison>{formula::Comparison::equal, same.right, zero},
                 operand->origin});
  return std::make_shared<const Expression>(
      Expression{formula::Conditional{is_zero, zero, whole}, operand->origin});
}

class ColumnReader {
 public:
  ColumnReader(FormTemplate& form, Diagnostics& diagnostics)
      : form_(form), diagnostics_(diagnostics) {}

  std::optional<FormHeading> heading(const source::Node& node, int depth) {
    const source::Fields fields(node,
                                {"heading", "columns", "width", "name", "type", "from", "formula",
                                 "asks", "gathers", "counts", "accumulates", "collects", "in_rows",
                                 "open", "required", "choices", "prompt", "unit", "total"},
                                diagnostics_);
    if (!fields.is_mapping()) return std::nullopt;
    if (depth > kDeepestHeading) {
      diagnostics_.error(node.origin, "headings_too_deep");
      return std::nullopt;
    }
    FormHeading result;
    if (auto text = fields.required_text("heading")) result.text = std::move(*text);
    result.width = fields.integer("width", 3, 250);
    for (const source::Node* item : fields.items("columns")) {
      if (auto part = heading(*item, depth + 1)) result.parts.push_back(std::move(*part));
    }
    if (!fields.find("columns")) {
      column(fields);
    } else if (fields.find("name") || fields.find("from")) {
      diagnostics_.error(node.origin, "form_heading_or_column");
    }
    return result;
  }

  // Formulas may name columns that stand further right, so they come last.
  void read_formulas() {
    check_collected();
    for (const FormColumn& column : form_.columns) {
      const auto* sum = std::get_if<Accumulates>(&column.source);
      if (sum && !can_accumulate(column, sum->column.value)) {
        diagnostics_.error(sum->column.origin, "form_column_unknown",
                           {{"name", sum->column.value}});
      }
    }
    for (const auto& [column, node] : formulas_) {
      if (auto operand = formula(*node, column)) form_.columns[column].source = *operand;
    }
    for (const auto& [column, node] : total_formulas_) {
      if (auto operand = formula(*node, form_.columns.size())) {
        form_.columns[column].total = *operand;
      }
    }
  }

 private:
  void check_collected() {
    const bool has_rows = form_.audience != Audience::district && form_.subject();
    for (const FormColumn& column : form_.columns) {
      if (!column.collects || (has_rows && is_numeric(column.type))) continue;
      diagnostics_.error(column.name.origin, "form_collects_rows");
    }
  }

  bool can_accumulate(const FormColumn& column, const std::string& name) const {
    const auto of = form_.find(name);
    return of && is_numeric(column.type) && is_numeric(form_.columns[*of].type) &&
           form_.columns[*of].in_rows &&
           !std::holds_alternative<Accumulates>(form_.columns[*of].source);
  }

  void column(const source::Fields& fields) {
    FormColumn result;
    read_source(fields, result);
    read_name(fields, result);
    read_type(fields, result);
    if (const auto in_rows = fields.truth("in_rows")) result.in_rows = in_rows->value;
    if (const auto open = fields.truth("open")) result.open = open->value;
    if (const auto required = fields.truth("required")) result.required = required->value;
    result.prompt = fields.text("prompt");
    result.units = fields.texts("unit");
    if (const source::Node* total = fields.find("total")) read_total(*total, result);
    form_.columns.push_back(std::move(result));
  }

  void read_source(const source::Fields& fields, FormColumn& column) {
    int sources = 0;
    if (const auto known = read_known(fields)) column.source = *known;
    if (const auto asked = fields.text("asks")) column.source = Asked{*asked};
    if (const auto sum = fields.text("accumulates")) column.source = Accumulates{*sum};
    for (const bool counts : {false, true}) {
      const source::Node* node = fields.find(counts ? "counts" : "gathers");
      if (node) column.source = read_gathered(*node, counts);
    }
    if (const source::Node* node = fields.find("formula")) {
      formulas_.emplace_back(form_.columns.size(), node);
    }
    if (const source::Node* node = fields.find("collects")) {
      column.collects = read_collected(*node);
    }
    for (const char* key :
         {"from", "asks", "gathers", "counts", "accumulates", "formula", "collects"}) {
      sources += fields.find(key) ? 1 : 0;
    }
    if (sources > 1) diagnostics_.error(fields.origin(), "form_several_sources");
  }

  std::optional<Known> read_known(const source::Fields& fields) {
    const auto word = fields.text("from");
    if (!word) return std::nullopt;
    const auto field =
        std::find_if(std::begin(kKnownFields), std::end(kKnownFields),
                     [&](const KnownField& known) { return known.name == word->value; });
    if (field == std::end(kKnownFields)) {
      report_unknown(*word);
      return std::nullopt;
    }
    if (!is_known_in_rows(*field)) {
      diagnostics_.error(word->origin, "form_known_elsewhere", {{"known", word->value}});
    }
    return field->known;
  }

  void report_unknown(const Text& word) {
    std::vector<std::string> names;
    std::string known;
    for (const KnownField& each : kKnownFields) {
      names.emplace_back(each.name);
      known += (known.empty() ? "" : ", ") + names.back();
    }
    Diagnostic& diagnostic =
        diagnostics_.error(word.origin, "not_a_choice", {{"found", word.value}, {"known", known}});
    if (const auto near = thai::closest(word.value, names)) {
      diagnostic.hint("hint_did_you_mean", {{"name", *near}});
    }
  }

  bool is_known_in_rows(const KnownField& field) const {
    const Each each = form_.rows.each;
    if (field.products) return each == Each::product;
    if (field.operators) return each == Each::product || each == Each::operator_;
    if (field.known == Known::month) return each == Each::month;
    if (field.known == Known::item) return each == Each::item;
    return true;
  }

  Gathered read_gathered(const source::Node& node, bool counts) {
    const source::Fields fields(node, {"form", "column", "by"}, diagnostics_);
    Gathered result;
    result.counts = counts;
    if (const auto form = fields.required_text("form")) result.form = *form;
    if (const auto column = fields.required_text("column")) result.column = *column;
    if (const auto by = fields.required_text("by")) result.by = *by;
    return result;
  }

  Collected read_collected(const source::Node& node) {
    const source::Fields fields(node, {"form", "column", "by", "where"}, diagnostics_);
    Collected result;
    if (const auto form = fields.required_text("form")) result.form = *form;
    if (const auto column = fields.required_text("column")) result.column = *column;
    if (const auto by = fields.required_text("by")) result.by = *by;
    const source::Node* where = fields.find("where");
    if (where && where->kind != source::Node::Kind::mapping) {
      diagnostics_.error(where->origin, "not_a_mapping", {{"found", where->text}});
    } else if (where) {
      for (const source::Member& each : where->members) {
        const auto item = source::as_text(each.value, diagnostics_);
        if (item) result.where.push_back({{each.key.value, each.key.origin}, *item});
      }
    }
    return result;
  }

  // A column that is filled in from what is known may go by that name.
  void read_name(const source::Fields& fields, FormColumn& column) {
    auto name = fields.text("name");
    if (!name) name = fields.text("from");
    if (!name) {
      diagnostics_.error(fields.origin(), "missing_key", {{"key", "name"}});
      return;
    }
    column.name = *name;
    if (!is_identifier(name->value) || name->value.starts_with(kSumPrefix)) {
      diagnostics_.error(name->origin, "form_bad_name", {{"name", name->value}});
    }
    if (const auto other = form_.find(name->value)) {
      diagnostics_.error(name->origin, "name_twice", {{"name", name->value}})
          .note(form_.columns[*other].name.origin, "first_here");
    }
  }

  void read_type(const source::Fields& fields, FormColumn& column) {
    if (const auto* known = std::get_if<Known>(&column.source)) {
      column.type = field_of(*known).type;
    }
    const auto type = fields.choice<FieldType>("type", {{"text", FieldType::text},
                                                        {"code", FieldType::code},
                                                        {"telephone", FieldType::telephone},
                                                        {"count", FieldType::count},
                                                        {"amount", FieldType::amount},
                                                        {"percent", FieldType::percent},
                                                        {"date", FieldType::date},
                                                        {"choice", FieldType::choice},
                                                        {"mark", FieldType::mark}});
    if (type) column.type = type->value;
    column.choices = fields.text("choices");
    if (column.choices && !type) column.type = FieldType::choice;
    if (column.type == FieldType::choice && !column.choices) {
      diagnostics_.error(fields.origin(), "form_choice_without_list",
                         {{"name", column.name.value}});
    }
  }

  // sum, {formula: …}, {asks: …} or {text: …}.
  void read_total(const source::Node& node, FormColumn& column) {
    if (node.kind == source::Node::Kind::scalar && node.text == "sum") {
      column.total = SumOfColumn{};
      return;
    }
    const source::Fields fields(node, {"formula", "asks", "text"}, diagnostics_);
    if (const auto text = fields.text("text")) column.total = *text;
    if (const auto asked = fields.text("asks")) column.total = Asked{*asked};
    if (const source::Node* formula = fields.find("formula")) {
      total_formulas_.emplace_back(form_.columns.size(), formula);
    }
  }

  // A formula may use every column with numbers of its own, and the formulas before it.
  std::optional<formula::Operand> formula(const source::Node& node, std::size_t before) {
    const auto text = source::as_text(node, diagnostics_);
    if (!text) return std::nullopt;
    auto operand = formula::parse(text->value, node.text_origin(), diagnostics_);
    if (!operand) return std::nullopt;
    bool known = true;
    for (const auto& name : formula::names(**operand)) {
      if (is_usable(name.value, before)) continue;
      diagnostics_.error(name.origin, "form_column_unknown", {{"name", name.value}});
      known = false;
    }
    const auto number = [](const std::string&) { return formula::Type::number; };
    if (!known || formula::check(**operand, number, diagnostics_) != formula::Type::number) {
      return std::nullopt;
    }
    return guarded(*operand);
  }

  bool is_usable(std::string name, std::size_t before) const {
    const bool is_total = name.starts_with(kSumPrefix);
    if (is_total) name = name.substr(std::string(kSumPrefix).size());
    const auto column = form_.find(name);
    if (!column || !is_numeric(form_.columns[*column].type)) return false;
    if (is_total) return !std::holds_alternative<std::monostate>(form_.columns[*column].total);
    return *column < before || !is_formula(*column);
  }

  static bool is_numeric(FieldType type) {
    return type == FieldType::count || type == FieldType::amount || type == FieldType::percent ||
           type == FieldType::mark;
  }
  bool is_formula(std::size_t column) const {
    return std::any_of(formulas_.begin(), formulas_.end(),
                       [&](const auto& formula) { return formula.first == column; });
  }

  FormTemplate& form_;
  Diagnostics& diagnostics_;
  std::vector<std::pair<std::size_t, const source::Node*>> formulas_, total_formulas_;
};

}  // namespace

void read_form_columns(const source::Fields& fields, FormTemplate& form, Diagnostics& diagnostics) {
  ColumnReader reader(form, diagnostics);
  fields.require("columns");
  for (const source::Node* item : fields.items("columns")) {
    if (auto heading = reader.heading(*item, 1)) form.headings.push_back(std::move(*heading));
  }
  if (form.columns.size() > kMostColumns) {
    diagnostics.error(fields.origin(), "too_many_columns",
                      {{"most", std::to_string(kMostColumns)}});
  }
  reader.read_formulas();
}

}  // namespace chiwat::form
