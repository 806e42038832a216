// Which of the forms that came back a month or quarter goes on from.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.hpp"
#include "base/diagnostics.hpp"
#include "model/circular.hpp"
#include "returns/read_back.hpp"

namespace chiwat::returns {

// Who sent a workbook, in reply to which attachment.
struct Sender {
  int attachment = 0;                   // by number
  std::optional<std::size_t> district;  // index into Circular::districts; none: the province
  auto operator<=>(const Sender&) const = default;
};

// For a month the latest workbook of each sender from before it (its own is passed over); for a
// quarter those of its three months in order, where all three are there, of districts only.
using Chosen = std::map<Sender, std::vector<const Returned*>>;

// Left out, with a warning: returned_other_province {found}, returned_other_year {found},
// returned_other_attachment {found}, returned_other_district {found}, returned_without_month,
// returned_too_late {month}; and of a quarter returned_months_missing {sender, months}. Two of one
// sender and month that both count are an error: returned_twice {sender, month}. So is
// returned_none at `given`, where the workbooks were looked for, when there is no other.
Chosen choose_returned(const std::vector<Returned>& returned, const model::Circular& circular,
                       const Period& months, const std::string& given, Diagnostics& diagnostics);

// "อำเภอเขมราฐ", or "จังหวัดอุบลราชธานี".
std::string sender_name(const Sender& sender, const model::Circular& circular);

}  // namespace chiwat::returns
