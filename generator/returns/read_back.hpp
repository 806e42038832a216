// A form that came back, whatever its file is called: what it is, and what stands in its rows under
// the names that its template has for the columns. What the cells mean is for whoever asked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.hpp"
#include "base/diagnostics.hpp"
#include "document/workbook.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"
#include "returns/find_form.hpp"
#include "returns/form_facts.hpp"

namespace chiwat::returns {

struct ReturnedRow {
  int row = 0;                          // on the sheet, from 0
  std::vector<document::Value> values;  // one for each column of the form
  bool operator==(const ReturnedRow&) const = default;
};

// One form of a workbook: its rows in which anything stands.
struct ReturnedForm {
  const form::Template* page = nullptr;
  std::string sheet;
  std::vector<std::optional<int>> columns;  // on the sheet; none: not found
  std::vector<ReturnedRow> rows;
  std::optional<ReturnedRow> total;  // the total row
  std::vector<HeadingFlaw> flaws;    // of its headings
  int version = 0;                   // of the template that wrote it; 0: not said
  bool operator==(const ReturnedForm&) const = default;
};

struct Returned {
  std::string path;
  FormFacts facts;
  std::optional<Moment> changed;    // when it was last saved, as far as anything says so
  std::vector<ReturnedForm> forms;  // those of its forms whose templates are known

  // "เขมราฐ.xlsx:รต.1!K14", to point at a cell of a form; without a column at its row.
  Origin at(const ReturnedForm& form, const ReturnedRow& row,
            std::optional<std::size_t> column) const;
  Origin at(const ReturnedForm& form, document::Position position) const;
};

// The forms of a workbook that was read from `path`. Reports returned_form_not_found {form} at the
// file.
Returned read_back(const std::string& path, const document::Workbook& workbook,
                   const FormFacts& facts, const model::Circular& circular,
                   const form::Templates& templates, Diagnostics& diagnostics);

}  // namespace chiwat::returns
