// The replies of the districts, by what they are about: one attachment for one month, quarter,
// round, or the year.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/calendar.hpp"
#include "model/circular.hpp"
#include "returns/reply.hpp"

namespace chiwat::consolidation {

struct Batch {
  const model::Attachment* attachment = nullptr;
  std::optional<std::size_t> round;      // index into Circular::rounds
  std::optional<Period> months;          // of monthly forms: a month, a quarter, or since October
  std::vector<returns::Reply*> replies;  // at most one of each district, in their order

  bool is_month() const { return months && months->first == months->last; }
  // The circular's use of a template in the forms of this batch; null when there is none.
  const model::Form* use_of(const std::string& form) const;
};

// In the order of attachments, rounds and months; the months of a round before its quarters. The
// province's own replies are in none.
std::vector<Batch> batches(const model::Circular& circular, std::vector<returns::Reply>& replies);

// The names of the districts that are in no reply of the batch.
std::vector<std::string> missing_districts(const Batch& batch, const model::Circular& circular);

}  // namespace chiwat::consolidation
