// New attachments that say what they change in older ones.
#pragma once

#include <optional>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/compared_side.hpp"
#include "cli/planned_outputs.hpp"

namespace chiwat::cli {

// Reads the older workbooks that these files replace, and keeps what was read: so that one that
// cannot be read is reported before anything is written, and by the process that reports.
void read_older(const std::vector<Group>& groups, ComparedSide& since);

// The workbooks with what has changed since the older output marked, and with the note
// "แก้ไขครั้งที่ n ณ วันที่ …" under their tables, or where there are none at the head of their pages. With
// `since` only workbooks that differ have the note. Where neither was asked for, `groups`.
// Refers to everything that it is given.
std::vector<Group> revised(std::vector<Group> groups, const Prepared& prepared,
                           const form::LayOutOptions& options, const std::optional<Period>& months,
                           const Arguments& arguments, const ComparedSide* since);

}  // namespace chiwat::cli
