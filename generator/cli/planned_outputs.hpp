// Which workbooks a circular becomes, and how each is made: decided before anything is written.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/prepare.hpp"
#include "document/workbook.hpp"
#include "form/lay_out.hpp"

namespace chiwat::cli {

// One workbook that is to be in the folder written to.
struct Planned {
  std::string name;  // a path below that folder
  std::function<document::Workbook()> make;
};

// What is said in one line: a workbook of the province, or a folder of the districts'.
struct Group {
  const model::Attachment* attachment = nullptr;  // none: the list of attachments
  std::string folder;                             // empty: the folder written to
  std::vector<Planned> files;                     // none: the attachment has no workbooks
};

// The attachments that are asked for; all without `only`.
std::vector<const model::Attachment*> chosen(const model::Circular& circular,
                                             std::optional<int> only);

// In the order of the circular, the list of attachments first, which belongs to the whole only:
// not with `only` or `months`. With `explain`
// the workbooks of tables say how their numbers came about. Refers to `prepared` and to what the
// options point to.
std::vector<Group> planned(const Prepared& prepared, const form::LayOutOptions& options,
                           bool explain, const std::optional<Period>& months,
                           std::optional<int> only);

}  // namespace chiwat::cli
