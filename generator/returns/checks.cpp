#include "returns/checks.hpp"

#include <map>
#include <string>
#include <tuple>

#include "form/brought.hpp"
#include "form/heading_grid.hpp"
#include "returns/check_form.hpp"
#include "thai/date.hpp"
#include "thai/names.hpp"

namespace chiwat::returns {
namespace {

// The same operator's product, or operator, in the forms of two districts.
class AcrossDistricts {
 public:
  AcrossDistricts(const model::Circular& circular, Diagnostics& diagnostics)
      : circular_(circular), diagnostics_(diagnostics) {}

  void add(const Reply& reply, const FilledForm& form) {
    const auto& own = std::get<form::FormTemplate>(form.page->kind);
    const bool has_names =
        own.rows.each == form::Each::product || own.rows.each == form::Each::operator_;
    if (!has_names || !reply.sender.district) return;
    for (const FilledRow& row : form.rows) {
      const std::string key = form::row_key(own, row.row.known);
      if (key.empty() || !row.from) continue;
      const Key whole{reply.sender.attachment, reply.month, reply.quarter, reply.round,
                      form.page->name.value,   key};
      const Place place{*reply.sender.district, reply.returned->at(*form.from, *row.from, {})};
      const auto [first, is_new] = seen_.try_emplace(whole, place);
      if (is_new || first->second.district == place.district) continue;
      diagnostics_
          .warning(place.origin, "returned_in_two_districts",
                   {{"name", key.substr(key.find('\n') + 1)},
                    {"other", circular_.districts[first->second.district].value}})
          .note(first->second.origin, "first_here");
    }
  }

 private:
  using Key = std::tuple<int, std::optional<Month>, std::optional<int>, std::optional<std::size_t>,
                         std::string, std::string>;
  struct Place {
    std::size_t district;
    Origin origin;
  };

  const model::Circular& circular_;
  Diagnostics& diagnostics_;
  std::map<Key, Place> seen_;
};

}  // namespace

std::optional<std::size_t> CheckedForm::column_of(form::Known known) const {
  const auto& columns = own().columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto* source = std::get_if<form::Known>(&columns[i].source);
    if (source && *source == known) return i;
  }
  return std::nullopt;
}

std::string CheckedForm::said(const FilledRow& row, form::Known known) const {
  const auto column = column_of(known);
  const auto* text = column ? std::get_if<std::string>(&row.row.known[*column]) : nullptr;
  return text ? *text : "";
}

std::string CheckedForm::heading(std::size_t column) const {
  const form::HeadingTree<form::FormHeading> tree(own().headings);
  const std::string& pattern = tree.leaves()[column]->text.value;
  return thai::normalise(pattern.substr(0, pattern.find('{')));
}

void check_replies(std::vector<Reply>& replies, const model::Circular& circular,
                   Diagnostics& diagnostics) {
  AcrossDistricts across(circular, diagnostics);
  for (Reply& reply : replies) {
    for (FilledForm& form : reply.forms) {
      const CheckedForm checked{circular, reply, form, diagnostics};
      check_headings(checked);
      check_cells(checked);
      check_rows(checked);
      check_registry(checked);
      across.add(reply, form);
    }
    check_sums(reply, diagnostics);
  }
}

}  // namespace chiwat::returns
