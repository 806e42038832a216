// Who has returned what and when, who is late, and who is missing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.hpp"
#include "feedback/deadline.hpp"
#include "feedback/problems.hpp"
#include "model/circular.hpp"
#include "returns/reply.hpp"

namespace chiwat::feedback {

// One reply, or its place.
struct Standing {
  std::size_t district = 0;
  const returns::Reply* reply = nullptr;  // null: missing
  std::optional<Date> received;           // nothing: missing, or nobody knows
  int errors = 0, warnings = 0, notes = 0;
};

// All districts' replies to one attachment for one time.
struct Status {
  Asked asked;
  std::optional<Date> due;
  std::vector<Standing> standings;  // one for each district

  bool is_late(const Standing& standing) const {
    return due && standing.received && *standing.received > *due;
  }
  int returned() const;
};

// The days on which something was received, as somebody wrote them down: they go before what files
// say. A row may leave out what it does not know.
struct ReceivedDay {
  std::size_t district = 0;
  std::optional<int> attachment;
  std::optional<Month> month;
  std::optional<int> round;  // by number
  Date day{};
  Origin origin;  // its row
};

// A status for everything that any district has replied to, and for the months and rounds before
// it: nobody is missing in what nobody was asked for yet, and no clock says what should be there.
std::vector<Status> status_of(const std::vector<returns::Reply>& replies,
                              const std::vector<Problem>& problems,
                              const std::vector<ReceivedDay>& received,
                              const model::Circular& circular);

// Days that are about nothing that came back, as of a form that was handed in on paper: warning
// received_without_form {district} at the row.
void report_unused(const std::vector<ReceivedDay>& received, const std::vector<Status>& statuses,
                   const model::Circular& circular, Diagnostics& diagnostics);

}  // namespace chiwat::feedback
