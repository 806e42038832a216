// The forms of earlier months on disk.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"
#include "returns/read_back.hpp"

namespace chiwat::cli {

// The forms in the workbooks at `path`, a file, a zip or a folder with everything below it. A
// workbook that is no form is left out with a warning, returned_not_a_form. Nothing when there is
// nothing at `path`: input_missing. Reports what find_workbooks reports, and what
// returns::read_back does.
std::optional<std::vector<returns::Returned>> read_previous(const std::string& path,
                                                            const model::Circular& circular,
                                                            const form::Templates& templates,
                                                            Diagnostics& diagnostics);

}  // namespace chiwat::cli
