// chiwat check: everything that is wrong with a description.
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/prepare.hpp"
#include "cli/report.hpp"

namespace chiwat::cli {

ExitCode check(const Arguments& arguments, const Console& given) {
  source::Texts texts;
  thai::Wordings wordings;
  Diagnostics diagnostics;
  prepare(arguments.input, texts, wordings, diagnostics);
  const thai::Catalogue catalogue(given.catalogue.language(), wordings);
  const Console console{catalogue, given.out, given.err, given.show_progress};
  const bool clean = diagnostics.all().empty();
  if (arguments.json) {
    report_json(diagnostics, std::vector<std::string>(), console.catalogue, console.out);
  } else if (clean) {
    console.out << console.catalogue.text({"check_clean", {{"file", arguments.input}}}) << "\n";
  } else {
    report(diagnostics, texts, console.catalogue, console.out);
    console.out << counted(diagnostics, console.catalogue) << "\n";
  }
  return clean ? kDone : kFindings;
}

}  // namespace chiwat::cli
