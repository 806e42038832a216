// What the districts returned as the province's result: for each attachment and month, quarter or
// round one workbook with the rows of all districts and the province's forms made of them, and for
// forms that are made of others a workbook for each district.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "consolidation/found_problems.hpp"
#include "document/workbook.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"
#include "plan/plan.hpp"
#include "returns/reply.hpp"
#include "thai/digits.hpp"

namespace chiwat::consolidation {

struct Source {
  const model::Circular& circular;
  const plan::Plan& plan;
  const form::Templates& templates;
  const FoundProblems& problems;       // of the replies; in Thai
  std::optional<thai::Digits> digits;  // instead of the attachments' own
  bool values = false;                 // constants where there would be formulas
};

// A file of the result: a workbook, or a table as CSV in UTF-8 with a byte-order mark.
struct ResultFile {
  std::string folder;  // below the folder written to; empty: that folder itself
  std::string name;    // with its ending
  std::variant<document::Workbook, std::string> content;
};

// What the keywords of every such workbook end with: it looks like a form, and is none to read
// back.
inline constexpr const char* kResultKeyword = "chiwat-result";

// Makes the files one after the other, since a year of them would fill the memory: a file lives as
// long as the call of `write`, and its rows are made while it is written. The replies lose theirs.
// Of an attachment with the short title "แบบรายงาน" and the number 5:
//
//   05-แบบรายงาน-รวม-2568-01.xlsx           the rows of all districts, and the province's forms
//   05-แบบรายงาน-รวม-2568-01-รต.1.csv       the same rows
//   05-แบบรายงาน-รวม/2568-01/01-เขมราฐ.xlsx  a district's forms, where some are made of others
//   05-แบบรายงาน-สะสม-2568-01.xlsx, …        the same since October, up to the latest month
void consolidate(const Source& source, std::vector<returns::Reply>& replies,
                 const std::function<void(ResultFile&&)>& write);

}  // namespace chiwat::consolidation
