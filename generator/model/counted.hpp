// What is counted in whole numbers.
#pragma once

#include "model/circular.hpp"

namespace chiwat::model {

// Whether a result is counted in whole numbers: it has a unit of things that are
// whole, ผลิตภัณฑ์ or ราย, and not บาท or ร้อยละ.
bool is_counted(const Quantity& result);

}  // namespace chiwat::model
