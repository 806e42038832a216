// The parts of a package put together.
#pragma once

#include "document/workbook.hpp"
#include "xlsx/package.hpp"
#include "xlsx/read.hpp"

namespace chiwat::xlsx {

// The whole workbook, but for its file's name. Throws Unreadable.
document::Workbook read_workbook(Package& package, const Limits& limits);

}  // namespace chiwat::xlsx
