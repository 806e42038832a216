// Who sent a form back, and which of several that say the same counts.
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

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

// "อำเภอเขมราฐ", or "จังหวัดอุบลราชธานี".
std::string sender_name(const Sender& sender, const model::Circular& circular);

// Whose a workbook is. Nothing, reported with this severity at the file, when it is not of this
// circular: returned_other_province {found}, returned_other_year {found}, returned_other_attachment
// {found}, returned_other_district {found}.
std::optional<Sender> sender_of(const Returned& returned, const model::Circular& circular,
                                Severity severity, Diagnostics& diagnostics);

// Of at least one workbook of a sender for the same time, which is for messages, the one that
// counts: the one that was changed last. The others are reported: note returned_again {sender,
// time} for one that says the same, warning returned_superseded {sender, time} for an older one,
// and error returned_twice {sender, time} where nothing says which is newer; the first of these
// counts.
const Returned& newest(const std::vector<const Returned*>& several, const Sender& sender,
                       const std::string& time, const model::Circular& circular,
                       Diagnostics& diagnostics);

}  // namespace chiwat::returns
