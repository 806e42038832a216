// Reports of which the library is known; private to this folder.
#pragma once

#include <iosfwd>
#include <nlohmann/json_fwd.hpp>

#include "base/diagnostics.hpp"
#include "source/files.hpp"
#include "thai/message.hpp"

namespace chiwat::cli {

// {"diagnostics": […]} and the members of `more`, in their order.
void report_json(const Diagnostics& diagnostics, const source::Texts& texts,
                 const nlohmann::ordered_json& more, const thai::Catalogue& catalogue,
                 std::ostream& out);

}  // namespace chiwat::cli
