// Diagnostics for a person, with the line and a caret, or for a program, as JSON.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "explain/explanation.hpp"
#include "review/rules.hpp"
#include "source/files.hpp"
#include "thai/message.hpp"

namespace chiwat::cli {

// One after the other, file by file in the order of their lines; after a hundred only their number.
//
//   circular.yaml:12:5: error: … [D11]
//      12 |   fiscal_year: 2021
//         |                ^
//      hint: …
void report(const Diagnostics& diagnostics, const source::Texts& texts,
            const thai::Catalogue& catalogue, std::ostream& out);

// {"diagnostics": [{"severity", "id", "rule", "file", "line", "column", "message", "notes": […]}],
//  "written": […]}, all of them. What stands on a sheet has its "cell", too.
void report_json(const Diagnostics& diagnostics, const source::Texts& texts,
                 const std::vector<std::string>& written, const thai::Catalogue& catalogue,
                 std::ostream& out);

// What a run has done to the files of a folder, by their paths.
struct Changes {
  std::vector<std::string> written;
  std::vector<std::string> unchanged;
  std::vector<std::string> removed;
  std::vector<std::string> kept;  // since they are not the program's, or changed by somebody
};

// {"diagnostics": […], "written": […], "unchanged": […], "removed": […], "kept": […]}.
void report_json(const Diagnostics& diagnostics, const source::Texts& texts, const Changes& changes,
                 const thai::Catalogue& catalogue, std::ostream& out);

// {"rules": [{"id", "severity", "summary", "explanation"}]}.
void report_json(const std::vector<const review::Rule*>& rules, const thai::Catalogue& catalogue,
                 std::ostream& out);

// One of the templates that there are.
struct ListedTemplate {
  std::string name;
  std::string kind;  // as its file says it
  int version;
  std::string about;
  std::string source;  // program; of the circular: overriding (one of the program's) or added
  std::string file;    // of the circular's own; else empty
};

// {"diagnostics": […], "templates": [{"name", "kind", "version", "about", "source", "file"}]};
// "file" of the circular's own only.
void report_json(const Diagnostics& diagnostics, const source::Texts& texts,
                 const std::vector<ListedTemplate>& templates, const thai::Catalogue& catalogue,
                 std::ostream& out);

// {"diagnostics": […], "explanation": [{"depth", "id", "message", "file", "line", "column",
// "cell"}]}; the place of lines that have one only.
void report_json(const Diagnostics& diagnostics, const source::Texts& texts,
                 const explain::Explanation& explanation, const thai::Catalogue& catalogue,
                 std::ostream& out);

// A text of a file without its control characters, which are kept off the terminal.
std::string printable(std::string_view text);

// "error", "warning", "note".
std::string_view severity_name(Severity severity);

// "2 errors, 1 warning".
std::string counted(const Diagnostics& diagnostics, const thai::Catalogue& catalogue);

// "2 errors; nothing was written": how a command ends that writes files and could not begin.
void report_nothing_written(const Diagnostics& diagnostics, const thai::Catalogue& catalogue,
                            std::ostream& out);

}  // namespace chiwat::cli
