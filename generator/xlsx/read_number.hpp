// Numbers and dates of cells, from the text that the file holds.
#pragma once

#include <optional>
#include <string_view>

#include "document/workbook.hpp"

namespace chiwat::xlsx {

// The shortest decimal that is nearest to the same binary number: programs write 0.1 as
// 0.10000000000000001, and mean 0.1. Nothing for a text that is no finite number.
std::optional<Number> read_number(std::string_view text);

// What a number in a cell that shows dates is: a Date, when it is a whole day that Excel knows.
document::Result date_or_number(const Number& number, bool counts_from_1904);

// "2021-02-23", also with a time of day, which is left out.
std::optional<Date> read_iso_date(std::string_view text);

// "2021-02-23T08:15:00Z", or with an offset such as +07:00; without either it is taken for
// Thailand's time, and without a time of day for midnight.
std::optional<Moment> read_iso_moment(std::string_view text);

}  // namespace chiwat::xlsx
