// The rows of several months as one form since October.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.hpp"
#include "form/form_rows.hpp"
#include "form/form_template.hpp"

namespace chiwat::consolidation {

// Rows of the same district about the same operator, product, item … are one: its amounts are added
// up (FormRow::parts has each month's), the rest is what the latest month says. A row that says of
// nothing what it is about stays by itself.
class MonthsTogether {
 public:
  // `form` must outlive this.
  explicit MonthsTogether(const form::FormTemplate& form) : form_(form) {}

  // Months come in order.
  void add(Month month, const std::vector<form::FormRow>& rows);

  // The rows, in the order of the districts. `months`: of each the month, where it is of one only.
  std::vector<form::FormRow> rows(std::vector<std::optional<Month>>& months) const;

  // The row about the same thing as it stood in the latest month that had it, without amounts, for
  // each that is not among `rows`.
  std::vector<form::FormRow> not_among(const std::vector<form::FormRow>& rows) const;

 private:
  using Key = std::pair<std::optional<std::size_t>, std::string>;

  void put_together(form::FormRow& all, const form::FormRow& row) const;

  const form::FormTemplate& form_;
  std::vector<form::FormRow> rows_;
  std::vector<std::optional<Month>> months_;
  std::map<Key, std::size_t> index_;
};

}  // namespace chiwat::consolidation
