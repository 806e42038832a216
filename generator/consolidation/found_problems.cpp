#include "consolidation/found_problems.hpp"

namespace chiwat::consolidation {

FoundProblems::FoundProblems(const Diagnostics& diagnostics, const thai::Catalogue& words)
    : words_(words) {
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.severity == Severity::note) continue;  // accepted as it is
    const std::string& path = diagnostic.origin.path();
    const std::size_t cell = path.rfind('!');
    if (cell == std::string::npos) continue;
    std::string& text = by_sheet_[path.substr(0, cell)][path.substr(cell + 1)];
    text += (text.empty() ? "" : "\n") + words.text(diagnostic.message);
  }
}

const FoundProblems::ByCell* FoundProblems::on(const returns::Returned& returned,
                                               const returns::ReturnedForm& form) const {
  const auto found = by_sheet_.find(returned.path + ":" + form.sheet);
  return found == by_sheet_.end() ? nullptr : &found->second;
}

}  // namespace chiwat::consolidation
