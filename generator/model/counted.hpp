// What is counted in whole numbers.
#pragma once

#include <string_view>

#include "model/circular.hpp"

namespace chiwat::model {

// Whether a unit is one of things that are whole: ผลิตภัณฑ์, ครั้ง, ราย, and not บาท, ร้อยละ, กิโลกรัม.
bool is_counting_unit(std::string_view unit);

// Whether a result is counted in whole numbers: it has a unit that says so.
bool is_counted(const Quantity& result);

}  // namespace chiwat::model
