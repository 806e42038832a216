// What is wrong, or worth knowing, in the forms that came back and count.
#pragma once

#include <vector>

#include "base/diagnostics.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"
#include "returns/reply.hpp"

namespace chiwat::returns {

// Holds every reply against its template, its own sums, and the circular's lists and registry.
// Errors do not count until they are mended, warnings and notes do; each is reported at its cell.
// What is written in another way than asked for, such as the code of an item of a list for its
// label, is put into the one form in `replies`.
void check_replies(std::vector<Reply>& replies, const model::Circular& circular,
                   Diagnostics& diagnostics);

}  // namespace chiwat::returns
