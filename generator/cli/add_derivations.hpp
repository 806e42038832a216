// generate --explain: the sheet that says how the numbers of a workbook came about.
#pragma once

#include "cli/prepare.hpp"
#include "document/workbook.hpp"
#include "form/lay_out.hpp"

namespace chiwat::cli {

// Adds the sheet to the workbook of the tables; every other workbook stays as it is.
void add_derivations(const Prepared& prepared, const form::LayOutOptions& options,
                     const form::Output& output, document::Workbook& workbook);

}  // namespace chiwat::cli
