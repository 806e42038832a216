// The workbooks of a circular into their folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/compared_side.hpp"
#include "cli/prepare.hpp"
#include "cli/report.hpp"
#include "form/brought.hpp"

namespace chiwat::cli {

// What the files of a run are part of, as the manifest of their folder says it: province, fiscal
// year and indicator, of monthly forms the months too.
std::string scope_of(const model::Circular& circular, const std::optional<Period>& months);

// Brings the folder arguments.out up to date: the list of attachments, unless only a part is asked
// for (--only, `months`), then one attachment after the other; and when all were asked for, removes
// what is no longer part of the circular. Says what becomes of each workbook, of the districts'
// counted by folder. Kept files are warnings, output_kept. False when something could not be
// written, which is then said; `changes` has what was done until then. What has changed is marked
// since the older output, unless that is null.
bool write_outputs(const Prepared& prepared, const form::Brought& brought,
                   const std::optional<Period>& months, const ComparedSide* since,
                   const Arguments& arguments, const Console& console, Changes& changes,
                   Diagnostics& diagnostics);

}  // namespace chiwat::cli
