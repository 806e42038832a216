// Whether the circular has everything that its documents speak of, and what they say.
#pragma once

#include <vector>

#include "base/diagnostics.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"
#include "model/said_text.hpp"

namespace chiwat::form {

// Reports what document_text() reports, each place once; names of sheets that
// cannot be (see check_sheet_name), and sheet_name_twice {name} for one that another sheet of the
// attachment has. Gives the texts of the documents' templates as they will be read, in the order of
// the attachments: a text that a document says twice is there once.
std::vector<model::SaidText> check_documents(const model::Circular& circular,
                                             const Templates& templates, Diagnostics& diagnostics);

}  // namespace chiwat::form
