// What came back, for a person at the terminal or for a program.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "feedback/problems.hpp"
#include "feedback/status.hpp"
#include "model/circular.hpp"
#include "thai/message.hpp"

namespace chiwat::cli {

// The problems under the names of their districts, a few of each and then only their number; and
// for each thing asked for, how many districts have returned it and who is missing.
void report_collected(const std::vector<feedback::Problem>& problems,
                      const std::vector<feedback::Status>& statuses,
                      const model::Circular& circular, const thai::Catalogue& catalogue,
                      std::ostream& out);

// {"diagnostics": […], "problems": [{"severity", "id", "district", "file", "sheet", "cell",
//  "message", "notes"}], "status": [{"attachment", "month", "quarter", "round", "due", "districts":
//  [{"district", "file", "received", "late", "errors", "warnings", "notes"}]}], "written": […]},
//  all of
// them. What nobody knows is null. "diagnostics" are about the description and other input.
void report_collected_json(const Diagnostics& diagnostics,
                           const std::vector<feedback::Problem>& problems,
                           const std::vector<feedback::Status>& statuses,
                           const std::vector<std::string>& written, const model::Circular& circular,
                           const thai::Catalogue& catalogue, std::ostream& out);

}  // namespace chiwat::cli
