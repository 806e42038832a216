// Whether the circular has everything that its documents speak of, and what they say.
#pragma once

#include "base/diagnostics.hpp"
#include "form/said_texts.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"

namespace chiwat::form {

// Reports what document_text() reports, each place once; names of sheets that
// cannot be (see check_sheet_name), and sheet_name_twice {name} for one that another sheet of the
// attachment has. The texts of the documents' templates, as they will be read, go into `said`.
void check_documents(const model::Circular& circular, const Templates& templates, SaidTexts& said,
                     Diagnostics& diagnostics);

}  // namespace chiwat::form
