// Which of the circular's results a form tells, and how.
#include <optional>
#include <utility>

#include "form/form_reader.hpp"
#include "formula/check.hpp"

namespace chiwat::form {
namespace {

class ResultReader {
 public:
  ResultReader(FormTemplate& form, Diagnostics& diagnostics)
      : form_(form), diagnostics_(diagnostics) {}

  void read(const source::Member& member) {
    const source::Fields fields(member.value, {"handed_in", "rows", "sum", "used"}, diagnostics_);
    FormResult result{member.key, HandedIn{}};
    int count = 0;
    if (const auto handed_in = fields.truth("handed_in")) count += handed_in->value ? 1 : 0;
    if (const source::Node* rows = fields.find("rows")) {
      ++count;
      result.how = RowsWhere{condition(*rows)};
    }
    if (const auto column = fields.text("sum")) {
      ++count;
      check_column(*column);
      result.how = SumOver{*column};
    }
    if (fields.find("used")) {
      ++count;
      result.how = UsedColumns{fields.texts("used")};
      for (const Text& column : fields.texts("used")) check_column(column);
    }
    if (count != 1 && fields.is_mapping()) {
      diagnostics_.error(member.key.origin, "form_result_how", {{"name", member.key.value}});
    }
    form_.results.push_back(std::move(result));
  }

 private:
  void check_column(const Text& name) {
    if (form_.find(name.value)) return;
    diagnostics_.error(name.origin, "form_column_unknown", {{"name", name.value}});
  }

  // Null for every row, and for what was reported.
  formula::Operand condition(const source::Node& node) {
    const auto text = source::as_text(node, diagnostics_);
    if (!text || text->value == "yes") return nullptr;
    const auto operand = formula::parse(text->value, node.text_origin(), diagnostics_);
    if (!operand) return nullptr;
    bool is_known = true;
    for (const Text& name : formula::names(**operand)) {
      check_column(name);
      is_known = is_known && form_.find(name.value);
    }
    if (!is_known) return nullptr;
    const auto number = [](const std::string&) { return formula::Type::number; };
    const auto type = formula::check(**operand, number, diagnostics_);
    if (type == formula::Type::number) {
      diagnostics_.error(node.text_origin(), "form_result_condition");
    }
    return type == formula::Type::truth ? *operand : nullptr;
  }

  FormTemplate& form_;
  Diagnostics& diagnostics_;
};

}  // namespace

void read_form_results(const source::Node& node, FormTemplate& form, Diagnostics& diagnostics) {
  if (node.kind != source::Node::Kind::mapping) {
    source::Fields(node, {}, diagnostics);  // reports not_a_mapping
    return;
  }
  ResultReader reader(form, diagnostics);
  for (const source::Member& member : node.members) reader.read(member);
}

}  // namespace chiwat::form
