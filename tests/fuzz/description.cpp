// A description with the files beside it (input_files.hpp). What is clean can be worked out and
// written: every workbook, and next year's description, whose YAML is sound again.
#include "input_files.hpp"
#include "makes.hpp"
#include "model/read.hpp"
#include "promises.hpp"
#include "targets.hpp"

namespace chiwat::fuzz {

void description(std::string_view input) {
  InputFiles files = input_files(input, model::kDescriptionFile);
  const std::string text = files.at(model::kDescriptionFile);
  const auto prepared = require_prepares(OfficeFiles(std::move(files)));
  if (!prepared) return;
  require_makes(*prepared);
  require_next_year(*prepared, text);
}

}  // namespace chiwat::fuzz
