// What districts, and the province, have sent in reply to the circular: of everything that came
// back the workbooks that count, with their rows read.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/calendar.hpp"
#include "base/diagnostics.hpp"
#include "model/circular.hpp"
#include "returns/filled_rows.hpp"
#include "returns/read_back.hpp"
#include "returns/sender.hpp"

namespace chiwat::returns {

// One workbook: what one sender says to one attachment for a month, a quarter, a round or the year.
struct Reply {
  Sender sender;
  std::optional<Month> month;        // of monthly forms
  std::optional<int> quarter;        // of the fiscal year, 1 to 4: monthly forms for a quarter
  std::optional<std::size_t> round;  // index into Circular::rounds
  const Returned* returned = nullptr;
  std::vector<FilledForm> forms;  // those of `returned`, in its order
};

// The replies that count, by attachment, district (the province first), month or quarter, and
// round. `returned` must outlive them. Reported at a file that does not count: what sender_of and
// newest report (errors), returned_without_month, returned_month_outside {month} and
// returned_other_round {found}; and in those that do what filled_form reports.
std::vector<Reply> choose_replies(const std::vector<Returned>& returned,
                                  const model::Circular& circular, Diagnostics& diagnostics);

// Lets go of what was typed, which takes as much memory as what was read of it, except where it
// could not be read. For after the checks, which look at it.
void forget_typed(std::vector<Returned>& returned, const std::vector<Reply>& replies);

}  // namespace chiwat::returns
