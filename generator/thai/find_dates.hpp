// Dates and periods inside running text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.hpp"

namespace chiwat::thai {

// A day that a text names: "วันจันทร์ที่ 22 กุมภาพันธ์ 2564", "22 ก.พ. 64".
struct FoundDate {
  std::string words;  // as it stands there, digits Arabic
  WrittenDate date;   // with a day
  bool is_due;        // "ภายใน" stands before it: the last day for something
};

// A month that a text names without a day: "กันยายน 2564", "ก.ย. 64".
struct FoundMonth {
  std::string words;
  Month month;
  bool is_state;  // "ณ" stands before it: how things were then
};

// Two dates or months with a dash between them, in the order written, which may be backwards.
struct FoundPeriod {
  std::string words;
  WrittenDate first;
  WrittenDate last;
};

// What is no possible date, or has no year, is left out.
std::vector<FoundDate> find_dates(std::string_view text);
std::vector<FoundMonth> find_months(std::string_view text);
std::vector<FoundPeriod> find_periods(std::string_view text);

}  // namespace chiwat::thai
