// A comparison for a person, as tables, or for a program, as JSON.
#pragma once

#include <iosfwd>

#include "base/diagnostics.hpp"
#include "compare/comparison.hpp"
#include "source/files.hpp"
#include "thai/message.hpp"

namespace chiwat::cli {

void print_changes(const compare::Comparison& comparison, const thai::Catalogue& catalogue,
                   std::ostream& out);

// {"diagnostics": […], "baselines": [{"column", "district", "old", "new", "difference"}],
//  "rules": [{"path", "old", "new"}], "texts": […],
//  "cells": [{"file", "sheet", "cell", "old_cell", "row", "column", "old", "new", "difference"}],
//  "appeared": [{"file", "sheet"}], "vanished": […]}.
// Numbers are exact decimals in texts; what does not exist is null.
void report_changes(const Diagnostics& diagnostics, const source::Texts& texts,
                    const compare::Comparison& comparison, const thai::Catalogue& catalogue,
                    std::ostream& out);

}  // namespace chiwat::cli
