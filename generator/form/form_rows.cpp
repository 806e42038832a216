#include "form/form_rows.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "thai/date.hpp"

namespace chiwat::form {
namespace {

using document::Blank;
using document::Value;
using model::Operator;
using model::Product;

// What one row is about; null: not about such a thing.
struct Subject {
  const Operator* who = nullptr;
  const Product* what = nullptr;
  std::size_t products = 0;  // of `who`
  std::optional<std::size_t> district;
  std::optional<Month> month;
  const model::ListItem* item = nullptr;
};

Value label(const model::Circular& circular, const char* list, std::optional<std::size_t> item) {
  if (!item) return Blank{};
  return model::find_list(circular.lists, list)->items[*item].label.value;
}

Value text(const std::string& words) {
  return words.empty() ? Value(Blank{}) : Value(words);
}

Value mark(bool is_set) {
  return is_set ? Value(Number(1)) : Value(Blank{});
}

std::optional<Number> asked_number(const Asked& asked, const model::Form& use,
                                   const Occasion& occasion, std::optional<std::size_t> district) {
  const auto found = use.columns.find(asked.name.value);
  if (found == use.columns.end()) return std::nullopt;
  const auto column = found->second.in(reported_round(occasion));
  if (!column) return std::nullopt;
  const plan::ColumnValues& values = occasion.plan.columns[*column];
  return district ? values.districts[*district] : values.total;
}

class Rows {
 public:
  Rows(const FormTemplate& form, const model::Form& use, const Occasion& occasion)
      : form_(form), use_(use), occasion_(occasion), circular_(occasion.circular) {}

  std::vector<FormRow> all() {
    const std::vector<Subject> subjects = this->subjects();
    const int open = subjects.empty() ? form_.rows.blank : form_.rows.spare;
    rows_.reserve(subjects.size() + static_cast<std::size_t>(open));
    for (const Subject& subject : subjects) add(subject, false);
    for (int i = 0; i < open; ++i) add({}, true);
    return std::move(rows_);
  }

 private:
  std::vector<Subject> subjects() const {
    switch (form_.rows.each) {
      case Each::product:
      case Each::operator_:
        return of_registry();
      case Each::district:
        return districts();
      case Each::month:
        return months();
      case Each::item:
        return items();
      case Each::blank:
        break;
    }
    return {};
  }

  // The district's operators or products; the province's form goes through all districts'.
  std::vector<Subject> of_registry() const {
    std::vector<Subject> result;
    if (!circular_.registry) return result;
    const auto add_district = [&](std::size_t district) {
      for (const Operator& who : circular_.registry->operators_of(district)) {
        add_operator(who, result);
      }
    };
    if (occasion_.district) {
      add_district(*occasion_.district);
    } else {
      for (std::size_t i = 0; i < circular_.districts.size(); ++i) add_district(i);
    }
    return result;
  }

  void add_operator(const Operator& who, std::vector<Subject>& result) const {
    const model::Registry& registry = *circular_.registry;
    const auto index = static_cast<std::size_t>(&who - registry.operators.data());
    const auto products = registry.products_of(index);
    if (form_.rows.each == Each::operator_) {
      result.push_back({&who, nullptr, products.size(), who.district, {}, nullptr});
      return;
    }
    for (const Product& what : products) {
      result.push_back({&who, &what, products.size(), who.district, {}, nullptr});
    }
  }

  std::vector<Subject> districts() const {
    std::vector<Subject> result;
    for (std::size_t i = 0; i < circular_.districts.size(); ++i) {
      result.push_back({nullptr, nullptr, 0, i, {}, nullptr});
    }
    return result;
  }

  std::vector<Subject> months() const {
    const Period year = fiscal_year(circular_.fiscal_year.value);
    std::vector<Subject> result;
    for (Month month = year.first; month <= year.last; month += std::chrono::months(1)) {
      result.push_back({nullptr, nullptr, 0, {}, month, nullptr});
    }
    return result;
  }

  std::vector<Subject> items() const {
    std::vector<Subject> result;
    for (const model::ListItem& item :
         model::find_list(circular_.lists, form_.rows.list->value)->items) {
      result.push_back({nullptr, nullptr, 0, {}, {}, &item});
    }
    return result;
  }

  void add(const Subject& subject, bool is_spare) {
    FormRow row;
    row.is_spare = is_spare;
    row.known.reserve(form_.columns.size());
    for (const FormColumn& column : form_.columns) {
      row.known.push_back(column.in_rows ? value(column, subject) : Value(Blank{}));
    }
    const bool has_brought = occasion_.brought && !occasion_.brought->empty();
    const std::string key = has_brought ? row_key(form_, row.known) : "";
    for (std::size_t i = 0; i < form_.columns.size(); ++i)
      bring(form_.columns[i], key, row.known[i]);
    rows_.push_back(std::move(row));
  }

  // What earlier months bring into a cell that nothing else is known of.
  void bring(const FormColumn& column, const std::string& key, Value& value) const {
    const bool accumulates = std::holds_alternative<Accumulates>(column.source);
    if (!accumulates && !std::holds_alternative<Empty>(column.source)) return;
    const Period year = fiscal_year(circular_.fiscal_year.value);
    if (accumulates && occasion_.months && occasion_.months->first == year.first) {
      value = Number(0);
    } else if (occasion_.brought) {
      const auto found =
          occasion_.brought->find({occasion_.attachment.number.value, use_.layout.value,
                                   occasion_.district, key, column.name.value});
      if (found != occasion_.brought->end()) value = found->second;
    }
  }

  Value value(const FormColumn& column, const Subject& subject) const {
    if (const auto* known = std::get_if<Known>(&column.source)) return value(*known, subject);
    if (const auto* asked = std::get_if<Asked>(&column.source)) {
      const auto number = asked_number(*asked, use_, occasion_,
                                       subject.district ? subject.district : occasion_.district);
      if (number) return *number;
    }
    return Blank{};
  }

  Value value(Known known, const Subject& subject) const {
    switch (known) {
      case Known::serial:
        return Number(static_cast<std::int64_t>(rows_.size()) + 1);
      case Known::district:
        return district(subject);
      case Known::province:
        return circular_.province.value;
      case Known::month:
        return subject.month ? text(thai::format_month(*subject.month, occasion_.digits))
                             : Value(Blank{});
      case Known::item:
        return subject.item ? text(subject.item->label.value) : Value(Blank{});
      default:
        break;
    }
    if (!subject.who) return Blank{};
    return subject.what && is_of_product(known) ? of_product(known, *subject.what)
                                                : of_operator(known, subject);
  }

  Value district(const Subject& subject) const {
    const auto index = subject.district ? subject.district : occasion_.district;
    return index ? text(circular_.districts[*index].value) : Value(Blank{});
  }

  static bool is_of_product(Known known) {
    return known == Known::product || known == Known::category || known == Known::online_sales ||
           known == Known::online_before;
  }

  Value of_product(Known known, const Product& what) const {
    switch (known) {
      case Known::product:
        return text(what.name.value);
      case Known::category:
        return label(circular_, model::kCategories, what.category);
      case Known::online_sales:
        return what.online_sales ? Value(*what.online_sales) : Value(Blank{});
      default:
        return mark(what.online_before);
    }
  }

  Value of_operator(Known known, const Subject& subject) const {
    const Operator& who = *subject.who;
    switch (known) {
      case Known::operator_code:
        return text(who.code.value);
      case Known::operator_name:
        return text(who.name.value);
      case Known::operator_type:
        return label(circular_, model::kOperatorTypes, who.type);
      case Known::house:
        return text(who.house);
      case Known::village:
        return text(who.village);
      case Known::subdistrict:
        return text(who.subdistrict);
      case Known::telephone:
        return text(who.telephone);
      case Known::product_count:
        return Number(static_cast<std::int64_t>(subject.products));
      case Known::online_before:
        return mark(who.online_before);
      default:
        return Blank{};
    }
  }

  const FormTemplate& form_;
  const model::Form& use_;
  const Occasion& occasion_;
  const model::Circular& circular_;
  std::vector<FormRow> rows_;
};

}  // namespace

std::optional<Number> asked_number(const Asked& asked, const model::Form& use,
                                   const Occasion& occasion) {
  return asked_number(asked, use, occasion, occasion.district);
}

std::vector<FormRow> form_rows(const FormTemplate& form, const model::Form& use,
                               const Occasion& occasion) {
  return Rows(form, use, occasion).all();
}

}  // namespace chiwat::form
