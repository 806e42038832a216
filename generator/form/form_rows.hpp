// The rows of a form and what is known in each before anybody fills it in.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/workbook.hpp"
#include "form/form_template.hpp"
#include "form/occasion.hpp"

namespace chiwat::form {

struct FormRow {
  std::vector<document::Value> known;  // one for each column; blank: not known
  bool is_spare = false;               // for something that is not known yet
  // Of rows that came back:
  std::optional<std::size_t> district{};               // whose it is, among those of several
  std::map<std::size_t, std::vector<Number>> parts{};  // of columns: what the number is the sum of
  std::map<std::size_t, std::string> faults{};  // of columns: what is wrong with what stands there
};

// The value of a column of the circular that the form asks for: the district's, else the
// province's total; nothing when the description names no such column, or it has no total.
std::optional<Number> asked_number(const Asked& asked, const model::Form& use,
                                   const Occasion& occasion);

// A row for each product, operator, district … that the form goes through, and spare ones. Serial
// numbers go through all of them.
std::vector<FormRow> form_rows(const FormTemplate& form, const model::Form& use,
                               const Occasion& occasion);

}  // namespace chiwat::form
