#include "cli/add_derivations.hpp"

#include "explain/derivation_sheet.hpp"

namespace chiwat::cli {

void add_derivations(const Prepared& prepared, const form::LayOutOptions& options,
                     const form::Output& output, document::Workbook& workbook) {
  if (!output.has_tables) return;
  const thai::Catalogue words(thai::Language::thai, prepared.wordings);
  const form::Context context{prepared.circular, prepared.plan, *output.attachment,
                              options.digits.value_or(output.attachment->digits), options.values};
  workbook.sheets.push_back(explain::derivation_sheet(context, prepared.templates, words));
}

}  // namespace chiwat::cli
