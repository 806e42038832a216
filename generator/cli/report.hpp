// Diagnostics for a person, with the line and a caret, or for a program, as JSON.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "source/files.hpp"
#include "thai/message.hpp"

namespace chiwat::cli {

// One after the other, file by file in the order of their lines; after a hundred only their number.
//
//   circular.yaml:12:5: error: …
//      12 |   fiscal_year: 2021
//         |                ^
//      hint: …
void report(const Diagnostics& diagnostics, const source::Texts& texts,
            const thai::Catalogue& catalogue, std::ostream& out);

// {"diagnostics": [{"severity", "id", "file", "line", "column", "message", "notes": […]}],
//  "written": […]}, all of them.
void report_json(const Diagnostics& diagnostics, const std::vector<std::string>& written,
                 const thai::Catalogue& catalogue, std::ostream& out);

// "2 errors, 1 warning".
std::string counted(const Diagnostics& diagnostics, const thai::Catalogue& catalogue);

}  // namespace chiwat::cli
