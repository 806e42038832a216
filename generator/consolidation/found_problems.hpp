// What was reported of the cells of forms that came back, to stand beside them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "returns/read_back.hpp"
#include "thai/message.hpp"

namespace chiwat::consolidation {

class FoundProblems {
 public:
  // Both must outlive this.
  FoundProblems(const Diagnostics& diagnostics, const thai::Catalogue& words);

  // In words, by the name of the cell: of the sheet of one form. Null: nothing was reported there.
  using ByCell = std::map<std::string, std::string>;
  const ByCell* on(const returns::Returned& returned, const returns::ReturnedForm& form) const;

  const thai::Catalogue& words() const { return words_; }

 private:
  std::map<std::string, ByCell> by_sheet_;  // by "file:sheet"
  const thai::Catalogue& words_;
};

}  // namespace chiwat::consolidation
