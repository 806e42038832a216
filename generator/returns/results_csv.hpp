// What the forms that came back tell of the circular's results, as the table that scoring reads.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"
#include "returns/reply.hpp"

namespace chiwat::returns {

// A CSV as model::read_results takes it, with a byte-order mark for Excel: a row for each district
// and month where all that tells of results is monthly, else for each district and round. Blank for
// whoever has sent nothing, and for what no form tells: note returned_result_untold {result}, where
// the circular names the result. A product or operator counts in the first month of the year in
// which it does, and once in all that a round counts. Empty when the circular has no results.
std::string results_csv(const std::vector<Reply>& replies, const model::Circular& circular,
                        const form::Templates& templates, Diagnostics& diagnostics);

}  // namespace chiwat::returns
