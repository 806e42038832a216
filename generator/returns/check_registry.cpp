// The rows of a form against the registry: products that are missing or new, and operators that
// sold online before, where the criterion does not count them.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "form/brought.hpp"
#include "formula/expression.hpp"
#include "returns/check_form.hpp"
#include "returns/tell_results.hpp"
#include "thai/names.hpp"

namespace chiwat::returns {
namespace {

constexpr std::size_t kMostNamed = 5;

class Registry {
 public:
  explicit Registry(const CheckedForm& checked)
      : checked_(checked), own_(checked.own()), registry_(*checked.circular.registry) {}

  void check() {
    if (checked_.is_about(form::Each::product)) check_products();
    if (checked_.is_about(form::Each::product) || checked_.is_about(form::Each::operator_)) {
      check_online_before();
    }
  }

 private:
  std::size_t district() const { return *checked_.reply.sender.district; }

  // By code of the operator and name, as people call them.
  std::map<std::string, std::string> registered() const {
    std::map<std::string, std::string> result;
    for (const model::Operator& who : registry_.operators_of(district())) {
      const auto index = static_cast<std::size_t>(&who - registry_.operators.data());
      for (const model::Product& what : registry_.products_of(index)) {
        result.emplace(thai::normalise(who.code.value) + "\n" + thai::normalise(what.name.value),
                       what.name.value);
      }
    }
    return result;
  }

  void check_products() {
    auto missing = registered();
    const std::size_t registered_count = missing.size();
    std::vector<const FilledRow*> added;
    for (const FilledRow& row : checked_.form.rows) {
      const std::string key = form::row_key(own_, row.row.known);
      if (key.empty() || !row.from) continue;
      if (missing.erase(key) == 0 && !seen_.contains(key)) added.push_back(&row);
      seen_.insert(key);
    }
    for (const FilledRow* row : added) say_added(*row, missing);
    if (!missing.empty() && registered_count > 0) say_missing(missing);
  }

  void say_added(const FilledRow& row, const std::map<std::string, std::string>& missing) {
    const std::size_t column = *checked_.column_of(form::Known::product);
    const std::string name = checked_.said(row, form::Known::product);
    const std::string code = checked_.said(row, form::Known::operator_code);
    std::vector<std::string> near;  // products of the same operator that are not there
    for (const auto& [key, other] : missing) {
      if (key.starts_with(code + "\n")) near.push_back(other);
    }
    const auto meant = thai::closest(name, near);
    Diagnostic& diagnostic = checked_.diagnostics.add(meant ? Severity::warning : Severity::note,
                                                      checked_.at(row, column),
                                                      "returned_product_new", {{"name", name}});
    if (meant) diagnostic.hint("hint_did_you_mean", {{"name", *meant}});
  }

  void say_missing(const std::map<std::string, std::string>& missing) {
    std::string names;
    std::size_t count = 0;
    for (const auto& [key, name] : missing) {
      if (count++ == kMostNamed) break;
      names += (names.empty() ? "" : ", ") + name;
    }
    if (missing.size() > kMostNamed) names += " …";
    checked_.diagnostics.warning(
        {checked_.reply.returned->path + ":" + checked_.form.from->sheet, 0, 0},
        "returned_products_missing",
        {{"count", static_cast<std::int64_t>(missing.size())}, {"names", names}});
  }

  // Those of the form's results that do not count operators who sold online before.
  void check_online_before() {
    const auto known = operators_online_before(checked_.circular, district());
    for (const form::FormResult& result : own_.results) {
      const auto* rows = std::get_if<form::RowsWhere>(&result.how);
      const bool is_asked =
          std::ranges::any_of(checked_.circular.quantities, [&](const model::Quantity& quantity) {
            return quantity.name.value == result.name.value;
          });
      if (rows && is_asked && asks_online_before(*rows)) check_excluded(*rows, known);
    }
  }

  bool asks_online_before(const form::RowsWhere& rows) const {
    const auto column = checked_.column_of(form::Known::online_before);
    if (!rows.condition || !column) return false;
    const auto names = formula::names(*rows.condition);
    return std::ranges::any_of(
        names, [&](const auto& name) { return name.value == own_.columns[*column].name.value; });
  }

  // Whoever would count if nothing were known of before.
  void check_excluded(const form::RowsWhere& rows, const std::set<std::string>& known) {
    const std::size_t column = *checked_.column_of(form::Known::online_before);
    const auto drafts = drafts_of(checked_.reply.forms);
    form::FormNumbers numbers(drafts);
    const form::FormDraft& draft = *form::find_draft(drafts, checked_.form.page->name.value);
    for (std::size_t i = 0; i < checked_.form.rows.size(); ++i) {
      const FilledRow& row = checked_.form.rows[i];
      const bool is_known = known.contains(checked_.said(row, form::Known::operator_code));
      const bool is_marked =
          is_used(row.row.known[column]) || std::ranges::count(row.unread, column) > 0;
      if (!row.from || !is_known || is_marked) continue;
      if (!holds_in(rows, numbers, draft, i, false)) continue;
      checked_.diagnostics.warning(checked_.at(row, column), "returned_online_before",
                                   {{"name", checked_.said(row, form::Known::operator_name)}});
    }
  }

  const CheckedForm& checked_;
  const form::FormTemplate& own_;
  const model::Registry& registry_;
  std::set<std::string> seen_;
};

}  // namespace

void check_registry(const CheckedForm& checked) {
  if (checked.circular.registry && checked.reply.sender.district) Registry(checked).check();
}

}  // namespace chiwat::returns
