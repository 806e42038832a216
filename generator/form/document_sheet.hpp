// A document as a sheet: every text in merged cells that hold it, cut into pages.
#pragma once

#include "document/workbook.hpp"
#include "form/document_text.hpp"

namespace chiwat::form {

// The name, the label and the body of `text` on pages of this kind; `automatic` is upright.
document::Sheet document_sheet(const DocumentText& text, const PageSetup& page,
                               thai::Digits digits);

// The texts must be known to format (see document_text).
document::Sheet document_sheet(const DocumentContext& context, const Template& form);

}  // namespace chiwat::form
