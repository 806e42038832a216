// Who made a workbook, and when.
#pragma once

#include <string>

#include "document/workbook.hpp"
#include "xlsx/xml.hpp"

namespace chiwat::xlsx {

// Adds what the part says to `properties`. Dates are those of UTC. Throws Unreadable.
void read_properties(Package& package, const std::string& part, document::Properties& properties);

}  // namespace chiwat::xlsx
