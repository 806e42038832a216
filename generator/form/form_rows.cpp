#include "form/form_rows.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "form/registry_rows.hpp"
#include "thai/date.hpp"

namespace chiwat::form {
namespace {

using document::Blank;
using document::Value;

// What one row is about, where that is not of the registry.
struct Subject {
  std::optional<std::size_t> district;
  std::optional<Month> month;
  const model::ListItem* item = nullptr;
};

Value text(const std::string& words) {
  return words.empty() ? Value(Blank{}) : Value(words);
}

std::optional<Number> asked_number(const Asked& asked, const model::Form& use,
                                   const Occasion& occasion, std::optional<std::size_t> district) {
  const plan::ColumnValues* values = asked_column(asked, use, occasion);
  if (!values) return std::nullopt;
  return district ? values->districts[*district] : values->total;
}

// Rows for districts, months or items, which are few.
class Rows {
 public:
  Rows(const FormTemplate& form, const model::Form& use, const Occasion& occasion)
      : form_(form), use_(use), occasion_(occasion), circular_(occasion.circular) {}

  std::vector<FormRow> all() {
    const std::vector<Subject> subjects = this->subjects();
    const int open = subjects.empty() ? form_.rows.blank : form_.rows.spare;
    for (const Subject& subject : subjects) add(subject, false);
    for (int i = 0; i < open; ++i) add({}, true);
    return std::move(rows_);
  }

 private:
  std::vector<Subject> subjects() const {
    if (form_.rows.each == Each::district) return districts();
    return form_.rows.each == Each::month ? months() : items();
  }

  std::vector<Subject> districts() const {
    std::vector<Subject> result;
    for (std::size_t i = 0; i < circular_.districts.size(); ++i) result.push_back({i, {}, nullptr});
    return result;
  }

  std::vector<Subject> months() const {
    const Period year = fiscal_year(circular_.fiscal_year.value);
    std::vector<Subject> result;
    for (Month month = year.first; month <= year.last; month += std::chrono::months(1)) {
      result.push_back({{}, month, nullptr});
    }
    return result;
  }

  std::vector<Subject> items() const {
    std::vector<Subject> result;
    for (const model::ListItem& item :
         model::find_list(circular_.lists, form_.rows.list->value)->items) {
      result.push_back({{}, {}, &item});
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
    rows_.push_back(std::move(row));
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
        return Blank{};
    }
  }

  Value district(const Subject& subject) const {
    const auto index = subject.district ? subject.district : occasion_.district;
    return index ? text(circular_.districts[*index].value) : Value(Blank{});
  }

  const FormTemplate& form_;
  const model::Form& use_;
  const Occasion& occasion_;
  const model::Circular& circular_;
  std::vector<FormRow> rows_;
};

// What earlier months bring into the cells that nothing else is known of.
class Bringing {
 public:
  Bringing(const FormTemplate& form, const model::Form& use, const Occasion& occasion)
      : form_(form), use_(use), occasion_(occasion) {}

  // Whether they bring anything.
  bool is_needed() const {
    return has_brought() || (begins_year() && std::ranges::any_of(form_.columns, accumulates));
  }

  void into(FormRow& row) const {
    const std::string key = has_brought() ? row_key(form_, row.known) : "";
    for (std::size_t i = 0; i < form_.columns.size(); ++i) {
      bring(form_.columns[i], key, row.known[i]);
    }
  }

 private:
  bool has_brought() const { return occasion_.brought && !occasion_.brought->empty(); }
  bool begins_year() const {
    const Period year = fiscal_year(occasion_.circular.fiscal_year.value);
    return occasion_.months && occasion_.months->first == year.first;
  }
  static bool accumulates(const FormColumn& column) {
    return std::holds_alternative<Accumulates>(column.source);
  }

  void bring(const FormColumn& column, const std::string& key, Value& value) const {
    if (!accumulates(column) && !std::holds_alternative<Empty>(column.source)) return;
    if (accumulates(column) && begins_year()) {
      value = Number(0);
    } else if (occasion_.brought) {
      const auto found =
          occasion_.brought->find({occasion_.attachment.number.value, use_.layout.value,
                                   occasion_.district, key, column.name.value});
      if (found != occasion_.brought->end()) value = found->second;
    }
  }

  const FormTemplate& form_;
  const model::Form& use_;
  const Occasion& occasion_;
};

bool is_of_registry(Each each) {
  return each == Each::product || each == Each::operator_ || each == Each::blank;
}

}  // namespace

std::optional<Number> asked_number(const Asked& asked, const model::Form& use,
                                   const Occasion& occasion) {
  return asked_number(asked, use, occasion, occasion.district);
}

KnownRows form_rows(const FormTemplate& form, const model::Form& use, const Occasion& occasion) {
  KnownRows rows = is_of_registry(form.rows.each)
                       ? KnownRows(std::make_shared<RegistryRows>(form, use, occasion))
                       : KnownRows(Rows(form, use, occasion).all());
  const Bringing months(form, use, occasion);
  if (months.is_needed()) {
    for (FormRow& row : rows.kept()) months.into(row);
  }
  return rows;
}

}  // namespace chiwat::form
