#include "form/table_text.hpp"

#include <algorithm>
#include <cassert>
#include <variant>

#include "model/placeholders.hpp"
#include "thai/message.hpp"

namespace chiwat::form {
namespace {

constexpr std::size_t kMostAsterisks = 3;

// The model and the templates have made sure that their texts format.
std::string checked(const std::variant<std::string, Message>& result) {
  assert(std::holds_alternative<std::string>(result));
  return std::get<std::string>(result);
}

std::string sign(std::size_t number) {
  if (number <= kMostAsterisks) return std::string(number, '*');
  return "*" + std::to_string(number);
}

class Marks {
 public:
  Marks(const Context& context, const model::Table& table, const TableTemplate& form)
      : context_(context), table_(table), form_(form) {}

  // Marks row by row, as the eye meets them.
  std::vector<Mark> collect(const TableText& text) {
    for (std::size_t district = 0; district < context_.circular.districts.size(); ++district) {
      for_each_column(text, [&](const model::Column& column, const std::string& heading,
                                const model::ShownColumn& shown) {
        const auto entry = column.overrides.find(district);
        if (entry == column.overrides.end()) return;
        add(entry->second, heading, context_.circular.districts[district].value, shown);
      });
    }
    for_each_column(text, [&](const model::Column& column, const std::string& heading,
                              const model::ShownColumn& shown) {
      if (column.total_override && text.total && is_number(total_of(context_, shown))) {
        add(*column.total_override, heading, *text.total, shown);
      }
    });
    return std::move(marks_);
  }

 private:
  template <class Visit>
  void for_each_column(const TableText& text, Visit visit) const {
    for (std::size_t i = 0; i < text.grid.cells.size(); ++i) {
      const HeadingCell& cell = text.grid.cells[i];
      if (!cell.is_leaf) continue;
      const auto& content = *text.leaves[static_cast<std::size_t>(cell.column)]->content;
      if (const auto* shown = std::get_if<model::ShownColumn>(&content)) {
        visit(context_.circular.columns[shown->column], text.headings[i], *shown);
      }
    }
  }

  void add(const model::Override& entry, const std::string& heading, const std::string& place,
           const model::ShownColumn& shown) {
    const std::string mark = sign(marks_.size() + 1);
    const std::string reason = formatted(context_, table_, entry.reason);
    NumberLook look = look_of(context_, table_, shown);
    if (!entry.value.is_integer()) {  // in full, though the table may show less
      look.decimals = std::max({look.decimals, 2, entry.value.decimals().value_or(2)});
    }
    const thai::Arguments arguments{{"mark", mark},
                                    {"column", heading},
                                    {"place", place},
                                    {"value", form::shown(entry.value, look)},
                                    {"reason", reason}};
    marks_.push_back({&entry, mark,
                      checked(thai::format(form_.footnote.value, arguments, context_.digits)),
                      reason});
  }

  const Context& context_;
  const model::Table& table_;
  const TableTemplate& form_;
  std::vector<Mark> marks_;
};

std::vector<std::string> all_formatted(const Context& context, const model::Table& table,
                                       const std::vector<Text>& texts) {
  std::vector<std::string> result;
  for (const Text& text : texts) result.push_back(formatted(context, table, text));
  return result;
}

}  // namespace

const Mark* TableText::mark_of(const model::Override* entry) const {
  const auto found = std::find_if(marks.begin(), marks.end(),
                                  [&](const Mark& mark) { return mark.entry == entry; });
  return found == marks.end() ? nullptr : &*found;
}

std::string formatted(const Context& context, const model::Table& table, const Text& text) {
  const model::Round* round = table.round ? &context.circular.rounds[*table.round] : nullptr;
  return checked(thai::format(text.value,
                              model::placeholders(context.circular, round, &context.attachment),
                              context.digits));
}

bool is_number(const model::Total& total) {
  return std::holds_alternative<model::SumOfRows>(total) ||
         std::holds_alternative<model::RuleOnTotals>(total);
}

const model::Total& total_of(const Context& context, const model::ShownColumn& shown) {
  return shown.total ? *shown.total : context.circular.columns[shown.column].total;
}

std::optional<Number> total_number(const Context& context, const model::ShownColumn& shown) {
  const model::Total& total = total_of(context, shown);
  if (!is_number(total)) return std::nullopt;
  const auto& entry = context.circular.columns[shown.column].total_override;
  if (entry) return entry->value;
  const plan::ColumnValues& values = context.plan.columns[shown.column];
  return std::holds_alternative<model::SumOfRows>(total) ? values.sum : values.rule;
}

NumberLook look_of(const Context& context, const model::Table& table,
                   const model::ShownColumn& shown) {
  return {shown.decimals.value_or(context.plan.columns[shown.column].decimals), table.thousands,
          context.digits, ""};
}

TableText table_text(const Context& context, const model::Table& table, const Template& form) {
  const auto& own = std::get<TableTemplate>(form.kind);
  TableText text;
  text.label = formatted(context, table, form.label);
  text.titles = all_formatted(context, table, table.title);
  const HeadingTree<model::Heading> tree(table.headings);
  text.grid = tree.grid();
  text.leaves = tree.leaves();
  for (const HeadingCell& cell : text.grid.cells) {
    text.headings.push_back(formatted(context, table, *cell.text));
  }
  const std::string total = formatted(context, table, table.total_label.value_or(own.total));
  if (!total.empty()) text.total = total;
  text.marks = Marks(context, table, own).collect(text);
  for (const Mark& mark : text.marks) text.notes.push_back(mark.footnote);
  for (std::string& note : all_formatted(context, table, table.notes)) {
    text.notes.push_back(std::move(note));
  }
  text.signature = all_formatted(context, table, table.signature);
  return text;
}

}  // namespace chiwat::form
