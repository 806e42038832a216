// Where a form stands in a workbook that came back: by the names that it was given, and by its
// headings, which other programs keep when they lose or misplace the names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/workbook.hpp"
#include "form/occasion.hpp"
#include "form/template.hpp"

namespace chiwat::returns {

// A heading that is not as it was sent out.
struct HeadingFlaw {
  enum class Kind { altered, missing, added };
  Kind kind = Kind::altered;
  document::Position at;  // where it stands, or should
  std::string found;      // empty: nothing stands there
  std::string expected;   // empty: none
  bool operator==(const HeadingFlaw&) const = default;
};

struct FoundForm {
  const document::Sheet* sheet = nullptr;
  int headings = 0;                         // the first row of the headings, from 0
  int first = 0, last = 0;                  // the rows to fill in
  std::optional<int> total;                 // the total row
  std::vector<std::optional<int>> columns;  // of the form, on the sheet; none: gone
  std::vector<HeadingFlaw> flaws;
  int likeness = 0;  // how well the headings agree; the most is 0
};

// Nothing when neither names nor headings are there.
std::optional<FoundForm> find_form(const form::Template& page, const document::Workbook& workbook,
                                   const form::Occasion& occasion);

// The sheet of this name; null when there is none.
const document::Sheet* find_sheet(const document::Workbook& workbook, const std::string& name);
document::Value value_at(const document::Sheet& sheet, document::Position at);

}  // namespace chiwat::returns
