// What districts have sent back, from disk.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"
#include "returns/read_back.hpp"

namespace chiwat::cli {

// The forms of the circular in the files, folders and zips at `paths`, which are there; `except` is
// a folder that is not looked into. A workbook that has lost its identity is known by its looks,
// with the note returned_by_looks. Reported besides what find_workbooks and returns::read_back
// report: warning returned_not_a_form, error returned_sender_unknown.
std::vector<returns::Returned> read_returned(const std::vector<std::string>& paths,
                                             const std::string& except,
                                             const model::Circular& circular,
                                             const form::Templates& templates,
                                             Diagnostics& diagnostics);

}  // namespace chiwat::cli
