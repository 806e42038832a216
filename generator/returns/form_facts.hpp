// What a workbook that came back is, whatever its file is called.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.hpp"
#include "document/workbook.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"

namespace chiwat::returns {

// What the identity of a workbook says (see form_identity.hpp).
struct FormFacts {
  std::string province;
  std::string district;  // empty: the province's own
  int fiscal_year = 0;   // Buddhist Era
  int attachment = 0;
  std::optional<Period> months;    // none: not monthly, or not said
  int round = 0;                   // by number; 0: of no round in particular
  std::vector<std::string> forms;  // names of templates, in order
  std::vector<int> versions;       // of these templates; 0: not said
};

// The indexes that these facts stand for; nothing for one that the circular does not have.
std::optional<std::size_t> index_of_round(const model::Circular& circular, int number);
std::optional<std::size_t> index_of_district(const model::Circular& circular,
                                             const std::string& name);

// Found through the defined names chiwat.NAME, or else on the hidden sheet, or in the document's
// properties; nothing when the workbook has none of them.
std::optional<FormFacts> facts_of(const document::Workbook& workbook);

// The same of a workbook that has lost its identity, from its headings, its titles and what stands
// in the column of districts; nothing when no form of the circular is in it. The district may be
// empty though the form is one of a district's.
std::optional<FormFacts> facts_by_looks(const document::Workbook& workbook,
                                        const model::Circular& circular,
                                        const form::Templates& templates);

// The month that the titles of a form name, where it was written in by hand.
std::optional<Period> months_in_titles(const document::Workbook& workbook, const FormFacts& facts,
                                       const model::Circular& circular,
                                       const form::Templates& templates);

}  // namespace chiwat::returns
