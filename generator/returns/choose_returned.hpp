// Which of the forms that came back a month or quarter goes on from.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/calendar.hpp"
#include "base/diagnostics.hpp"
#include "model/circular.hpp"
#include "returns/sender.hpp"

namespace chiwat::returns {

// For a month the latest workbook of each sender from before it (its own is passed over); for a
// quarter those of its three months in order, where all three are there, of districts only.
using Chosen = std::map<Sender, std::vector<const Returned*>>;

// Left out, with a warning: what sender_of says, returned_without_month, returned_too_late {month};
// and of a quarter returned_months_missing {sender, months}. Of two of one sender and month the
// newest counts. An error is returned_none at `given`, where the workbooks were looked for, when
// there is none.
Chosen choose_returned(const std::vector<Returned>& returned, const model::Circular& circular,
                       const Period& months, const std::string& given, Diagnostics& diagnostics);

}  // namespace chiwat::returns
