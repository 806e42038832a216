#include "consolidation/result_templates.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace chiwat::consolidation {
namespace {

using form::Collected;
using form::FieldType;
using form::FormColumn;
using form::FormHeading;
using form::FormTemplate;
using form::Known;
using form::Template;
using form::Text;

std::optional<std::size_t> column_from(const FormTemplate& form, Known wanted) {
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    const auto* known = std::get_if<Known>(&form.columns[i].source);
    if (known && *known == wanted) return i;
  }
  return std::nullopt;
}

// A column of its own after the serial numbers, or as the first.
void insert(FormTemplate& form, const std::string& name, Known source, const std::string& heading) {
  const bool has_serial = column_from(form, Known::serial) == std::size_t{0} &&
                          !form.headings.empty() && form.headings.front().parts.empty();
  FormColumn column;
  column.name = plain(name);
  column.source = source;
  form.columns.insert(form.columns.begin() + has_serial, std::move(column));
  form.headings.insert(form.headings.begin() + has_serial, FormHeading{plain(heading), {}, {}});
}

// What stands above a column, from the top down.
bool find_path(const std::vector<FormHeading>& headings, std::size_t& leaves_before,
               std::vector<std::string>& path) {
  for (const FormHeading& heading : headings) {
    path.push_back(heading.text.value);
    if (heading.parts.empty() && leaves_before-- == 0) return true;
    if (find_path(heading.parts, leaves_before, path)) return true;
    path.pop_back();
  }
  return false;
}

// A column that results add up: of the whole of a form, not of its total row alone.
bool is_added_up(const FormColumn& column) {
  const bool is_number = column.type == FieldType::amount || column.type == FieldType::count ||
                         column.type == FieldType::mark;
  return is_number && column.in_rows && std::holds_alternative<form::SumOfColumn>(column.total);
}

// The headings over the columns that are added up; `column` counts the leaves.
std::vector<FormHeading> pruned(const std::vector<FormHeading>& headings, const FormTemplate& form,
                                std::size_t& column) {
  std::vector<FormHeading> result;
  for (const FormHeading& heading : headings) {
    FormHeading own{heading.text, {}, {}};
    if (heading.parts.empty()) {
      if (is_added_up(form.columns[column++])) result.push_back(std::move(own));
    } else if (own.parts = pruned(heading.parts, form, column); !own.parts.empty()) {
      result.push_back(std::move(own));
    }
  }
  return result;
}

// Adds up every column of numbers that is filled in, also where the form does not; whether any is.
bool add_totals(FormTemplate& form) {
  bool has_total = false;
  for (FormColumn& column : form.columns) {
    const bool is_number = column.type == FieldType::amount || column.type == FieldType::count ||
                           column.type == FieldType::mark;
    const bool has_none = std::holds_alternative<std::monostate>(column.total);
    if (is_number && has_none && std::holds_alternative<form::Empty>(column.source)) {
      column.total = form::SumOfColumn{};
    }
    has_total = has_total || !std::holds_alternative<std::monostate>(column.total);
  }
  return has_total;
}

// The checks of a form's sums against the forms that they are collected from.
class SumChecks {
 public:
  SumChecks(FormTemplate& form, const std::vector<const Template*>& forms,
            const model::Circular& circular, const thai::Catalogue& words)
      : form_(form), forms_(forms), circular_(circular), words_(words) {}

  void add() {
    std::vector<bool> is_done(form_.columns.size());
    for (std::size_t i = 0; i < form_.columns.size(); ++i) {
      const auto* from = std::get_if<Collected>(&form_.columns[i].source);
      if (!from || is_done[i] || !has_sum(i)) continue;
      std::vector<std::size_t> all;
      for (std::size_t k = i; k < form_.columns.size(); ++k) {
        const auto* other = std::get_if<Collected>(&form_.columns[k].source);
        if (other && has_sum(k) && belong_together(*from, *other)) all.push_back(k);
        if (!all.empty() && all.back() == k) is_done[k] = true;
      }
      if (is_whole(*from, all)) add(*from, all);
    }
  }

 private:
  bool has_sum(std::size_t column) const {
    return std::holds_alternative<form::SumOfColumn>(form_.columns[column].total);
  }

  // The same cells of another form, of other items of the same list.
  static bool belong_together(const Collected& a, const Collected& b) {
    return a.form.value == b.form.value && a.column.value == b.column.value &&
           a.where.size() == 1 && b.where.size() == 1 &&
           a.where[0].column.value == b.where[0].column.value;
  }

  // Whether the columns have every item between them.
  bool is_whole(const Collected& from, std::vector<std::size_t>& columns) const {
    if (from.where.empty()) return true;
    if (from.where.size() > 1) return false;
    const FormTemplate& other = source(from);
    const FormColumn& column = other.columns[*other.find(from.where[0].column.value)];
    return columns.size() == model::find_list(circular_.lists, column.choices->value)->items.size();
  }

  const FormTemplate& source(const Collected& from) const {
    const auto page = std::ranges::find_if(
        forms_, [&](const Template* each) { return each->name.value == from.form.value; });
    return std::get<FormTemplate>((*page)->kind);
  }

  void add(const Collected& from, std::vector<std::size_t> columns) {
    if (columns.empty()) columns = {*column_of(from)};
    const FormTemplate& other = source(from);
    const FormColumn& equal = other.columns[*other.find(from.column.value)];
    if (!std::holds_alternative<form::SumOfColumn>(equal.total)) return;
    form::FormCheck check;
    check.text = {words_.text({"collected_check",
                               {{"columns", heading(columns)}, {"form", other.sheet.value}}}),
                  {}};
    for (const std::size_t column : columns) check.columns.push_back(form_.columns[column].name);
    check.equal = {from.column};
    check.form = from.form;
    form_.checks.push_back(std::move(check));
  }

  std::optional<std::size_t> column_of(const Collected& from) const {
    for (std::size_t i = 0; i < form_.columns.size(); ++i) {
      if (std::get_if<Collected>(&form_.columns[i].source) == &from) return i;
    }
    return std::nullopt;
  }

  // Of one column all that stands above it; of several what stands above them all.
  std::string heading(const std::vector<std::size_t>& columns) const {
    std::vector<std::string> path;
    std::size_t before = columns.front();
    find_path(form_.headings, before, path);
    if (columns.size() > 1 && path.size() > 1) path.pop_back();
    std::string text;
    for (const std::string& each : path) text += (text.empty() ? "" : " ") + each;
    return text;
  }

  FormTemplate& form_;
  const std::vector<const Template*>& forms_;
  const model::Circular& circular_;
  const thai::Catalogue& words_;
};

}  // namespace

Text plain(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    escaped += c == '\''              ? "''"
               : c == '{' || c == '}' ? "'" + std::string(1, c) + "'"
                                      : std::string(1, c);
  }
  return {escaped, {}};
}

Template consolidated(const Template& page, bool with_month, const thai::Catalogue& words) {
  Template result = page;
  auto& own = std::get<FormTemplate>(result.kind);
  if (with_month && !column_from(own, Known::month)) {
    insert(own, "month", Known::month, words.text({"collected_month", {}}));
  }
  if (const auto district = column_from(own, Known::district)) {
    if (!own.find(form::kDistrictColumn))
      own.columns[*district].name = plain(form::kDistrictColumn);
  } else {
    insert(own, form::kDistrictColumn, Known::district, words.text({"collected_district", {}}));
  }
  if (add_totals(own) && !own.total) own.total = plain(words.text({"collected_total", {}}));
  own.notes.clear();
  own.signatures.clear();
  return result;
}

std::optional<Template> collecting(const Template& page, const std::vector<const Template*>& forms,
                                   const model::Circular& circular, const thai::Catalogue& words) {
  Template result = page;
  auto& own = std::get<FormTemplate>(result.kind);
  bool collects = false;
  for (FormColumn& column : own.columns) {
    if (!column.collects) continue;
    Collected from = *column.collects;
    const auto other = std::ranges::find_if(
        forms, [&](const Template* each) { return each->name.value == from.form.value; });
    if (other == forms.end()) continue;
    const auto& source = std::get<FormTemplate>((*other)->kind);
    for (Collected::Where& where : from.where) {
      const FormColumn& list = source.columns[*source.find(where.column.value)];
      for (const model::ListItem& item :
           model::find_list(circular.lists, list.choices->value)->items) {
        if (item.code.value == where.item.value) where.item = item.label;
      }
    }
    column.source = std::move(from);
    collects = true;
  }
  if (!collects) return std::nullopt;
  SumChecks(own, forms, circular, words).add();
  return result;
}

std::optional<Template> by_district(const Template& consolidated, const std::string& sheet,
                                    const model::Circular& circular, const thai::Catalogue& words) {
  const auto& source = std::get<FormTemplate>(consolidated.kind);
  Template result;
  result.name = plain(consolidated.name.value + "-by-district");
  result.label = consolidated.label;
  result.page = consolidated.page;
  result.page.orientation = form::Orientation::automatic;
  FormTemplate own;
  own.audience = form::Audience::province;
  own.sheet = plain(sheet);
  own.title = source.title;
  own.title.push_back(plain(words.text({"collected_by_district", {}})));
  own.rows.each = form::Each::district;
  std::size_t leaf = 0;
  own.headings = pruned(source.headings, source, leaf);
  for (const FormColumn& column : source.columns) {
    if (!is_added_up(column)) continue;
    FormColumn sum;
    sum.name = column.name;
    sum.type = column.type == FieldType::mark ? FieldType::count : column.type;
    sum.collects = Collected{consolidated.name, column.name, plain(form::kDistrictColumn), {}};
    sum.total = form::SumOfColumn{};
    own.columns.push_back(std::move(sum));
  }
  if (own.columns.empty()) return std::nullopt;
  insert(own, form::kDistrictColumn, Known::district, words.text({"collected_district", {}}));
  insert(own, "serial", Known::serial, words.text({"collected_serial", {}}));
  own.columns.front().type = FieldType::count;
  own.total = plain(words.text({"collected_total", {}}));
  result.kind = std::move(own);
  return collecting(result, {&consolidated}, circular, words);
}

bool collects_by_district(const Template& page, const std::string& form) {
  const auto* own = std::get_if<FormTemplate>(&page.kind);
  return own && own->audience != form::Audience::district &&
         std::ranges::any_of(own->columns, [&](const FormColumn& column) {
           return column.collects && column.collects->form.value == form &&
                  column.collects->by.value == form::kDistrictColumn;
         });
}

}  // namespace chiwat::consolidation
