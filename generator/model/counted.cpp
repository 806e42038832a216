#include "model/counted.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "thai/names.hpp"

namespace chiwat::model {
namespace {

// Words in the units of what need not be whole.
constexpr std::array<std::string_view, 17> kMeasures{
    "บาท", "สตางค์", "ร้อยละ", "%",     "เปอร์เซ็นต์", "คะแนน", "กรัม",  "กก",  "ตัน",
    "ลิตร", "เมตร",  "ไร่",    "ชั่วโมง", "นาที",      "เท่า",   "อัตรา", "องศา"};

// Whether a unit is one of things that are whole: ผลิตภัณฑ์, ครั้ง, ราย, and not บาท, ร้อยละ, กิโลกรัม.
bool is_counting_unit(std::string_view unit) {
  const std::string text = thai::normalise(unit);
  return !text.empty() && std::ranges::none_of(kMeasures, [&](std::string_view measure) {
    return text.find(measure) != std::string::npos;
  });
}

}  // namespace

bool is_counted(const Quantity& result) {
  return !result.is_truth && result.unit && is_counting_unit(result.unit->value);
}

}  // namespace chiwat::model
