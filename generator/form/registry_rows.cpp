#include "form/registry_rows.hpp"

namespace chiwat::form {
namespace {

using document::Blank;
using model::Operator;
using model::Product;

KnownCell text(const std::string& words) {
  return words.empty() ? KnownCell(Blank{}) : KnownCell(&words);
}

KnownCell mark(bool is_set) {
  return is_set ? KnownCell(Number(1)) : KnownCell(Blank{});
}

KnownCell label(const model::List* list, std::optional<std::size_t> item) {
  return item ? KnownCell(&list->items[*item].label.value) : KnownCell(Blank{});
}

KnownCell count(std::size_t number) {
  return Number(static_cast<std::int64_t>(number));
}

bool is_of_product(Known known) {
  return known == Known::product || known == Known::category || known == Known::online_sales ||
         known == Known::online_before;
}

}  // namespace

const plan::ColumnValues* asked_column(const Asked& asked, const model::Form& use,
                                       const Occasion& occasion) {
  const auto found = use.columns.find(asked.name.value);
  if (found == use.columns.end()) return nullptr;
  const auto column = found->second.in(reported_round(occasion));
  return column ? &occasion.plan.columns[*column] : nullptr;
}

// The province's form goes through all districts' operators or products.
RegistryRows::RegistryRows(const FormTemplate& form, const model::Form& use,
                           const Occasion& occasion)
    : circular_(&occasion.circular),
      district_(occasion.district),
      types_(model::find_list(circular_->lists, model::kOperatorTypes)),
      categories_(model::find_list(circular_->lists, model::kCategories)) {
  for (const FormColumn& column : form.columns) {
    Column& own = columns_.emplace_back();
    if (!column.in_rows) continue;
    if (const auto* known = std::get_if<Known>(&column.source)) own.known = *known;
    const auto* asked = std::get_if<Asked>(&column.source);
    if (asked) own.asked = asked_column(*asked, use, occasion);
  }
  if (const auto& registry = circular_->registry) {
    if (form.rows.each == Each::operator_) {
      operators_ = district_ ? registry->operators_of(*district_) : registry->operators;
    } else if (form.rows.each == Each::product) {
      products_ = district_ ? registry->products_in(*district_) : registry->products;
    }
  }
  count_ = operators_.size() + products_.size();
  open_ = static_cast<std::size_t>(count_ == 0 ? form.rows.blank : form.rows.spare);
}

KnownCell RegistryRows::cell(std::size_t row, std::size_t column) const {
  const Column& own = columns_[column];
  if (own.asked) return asked(*own.asked, subject(row));
  if (!own.known) return Blank{};
  if (*own.known == Known::serial) return count(row + 1);
  if (*own.known == Known::province) return &circular_->province.value;
  const Subject about = subject(row);
  if (*own.known == Known::district) return district(about);
  if (!about.who) return Blank{};
  return about.what && is_of_product(*own.known) ? of_product(*own.known, *about.what)
                                                 : of_operator(*own.known, *about.who);
}

bool RegistryRows::is_unknown(std::size_t column) const {
  return !columns_[column].known && !columns_[column].asked;
}

RegistryRows::Subject RegistryRows::subject(std::size_t row) const {
  if (row >= count_) return {};
  if (products_.empty()) return {&operators_[row], nullptr};
  const Product& what = products_[row];
  return {&circular_->registry->operators[what.operator_index], &what};
}

KnownCell RegistryRows::asked(const plan::ColumnValues& values, const Subject& subject) const {
  const auto own = subject.who ? std::optional(subject.who->district) : district_;
  const std::optional<Number> number = own ? values.districts[*own] : values.total;
  return number ? KnownCell(*number) : KnownCell(Blank{});
}

KnownCell RegistryRows::district(const Subject& subject) const {
  const auto own = subject.who ? std::optional(subject.who->district) : district_;
  return own ? text(circular_->districts[*own].value) : KnownCell(Blank{});
}

KnownCell RegistryRows::of_product(Known known, const Product& what) const {
  switch (known) {
    case Known::product:
      return text(what.name.value);
    case Known::category:
      return label(categories_, what.category);
    case Known::online_sales:
      return what.online_sales ? KnownCell(*what.online_sales) : KnownCell(Blank{});
    default:
      return mark(what.online_before);
  }
}

KnownCell RegistryRows::of_operator(Known known, const Operator& who) const {
  switch (known) {
    case Known::operator_code:
      return text(who.code.value);
    case Known::operator_name:
      return text(who.name.value);
    case Known::operator_type:
      return label(types_, who.type);
    case Known::house:
      return text(who.house);
    case Known::village:
      return text(who.village);
    case Known::subdistrict:
      return text(who.subdistrict);
    case Known::telephone:
      return text(who.telephone);
    case Known::product_count: {
      const model::Registry& registry = *circular_->registry;
      return count(
          registry.products_of(static_cast<std::size_t>(&who - registry.operators.data())).size());
    }
    case Known::online_before:
      return mark(who.online_before);
    default:
      return Blank{};
  }
}

}  // namespace chiwat::form
