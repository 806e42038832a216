// What districts have sent back, from disk.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "cli/found_workbooks.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"
#include "returns/read_back.hpp"

namespace chiwat::cli {

// The forms of the circular in a workbook; nothing when it is none that was sent back. One that has
// lost its identity is known by its looks, with the note returned_by_looks. Reported besides what
// returns::read_back reports: warning returned_not_a_form, error returned_sender_unknown.
std::optional<returns::Returned> returned_in(const FoundWorkbook& found,
                                             const model::Circular& circular,
                                             const form::Templates& templates,
                                             Diagnostics& diagnostics);

// The same of all workbooks in the files, folders and zips at `paths`, which are there; `except` is
// a folder that is not looked into. Reported besides: what find_workbooks reports.
std::vector<returns::Returned> read_returned(const std::vector<std::string>& paths,
                                             const std::string& except,
                                             const model::Circular& circular,
                                             const form::Templates& templates,
                                             Diagnostics& diagnostics);

}  // namespace chiwat::cli
