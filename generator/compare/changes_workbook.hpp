// The changes as a workbook to go with the correcting letter.
#pragma once

#include <string>

#include "compare/comparison.hpp"
#include "document/workbook.hpp"

namespace chiwat::compare {

// One sheet for each kind of change that there is: numbers of the attachments, texts, the baseline,
// rules and texts of the description, what has come and gone. What is new is filled, with the old
// value as a comment; differences are live formulas. `properties` are the new attachments'; there
// is at least one change.
document::Workbook changes_workbook(const Comparison& comparison,
                                    const document::Properties& properties,
                                    const std::string& file_name);

}  // namespace chiwat::compare
