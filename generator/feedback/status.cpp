#include "feedback/status.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace chiwat::feedback {
namespace {

using returns::Reply;

Asked asked_by(const Reply& reply) {
  return {reply.sender.attachment, reply.month, reply.quarter, reply.round};
}

// Months and rounds before those that have come are expected too.
std::set<Asked> all_asked(const std::vector<Reply>& replies, const model::Circular& circular) {
  std::set<Asked> result;
  for (const Reply& reply : replies) {
    if (reply.sender.district) result.insert(asked_by(reply));
  }
  std::set<Asked> filled = result;
  for (const Asked& asked : result) {
    Asked other = asked;
    for (std::size_t round = 0; asked.round && round < *asked.round; ++round) {
      other.round = round;
      const bool has_form = std::ranges::any_of(circular.attachments, [&](const auto& attachment) {
        return attachment.number.value == asked.attachment &&
               std::ranges::any_of(attachment.forms,
                                   [&](const model::Form& form) { return form.round == round; });
      });
      if (has_form && !asked.month) filled.insert(other);
    }
  }
  for (const Asked& first : result) {
    for (const Asked& last : result) {
      const bool is_run = first.month && last.month && first.attachment == last.attachment &&
                          first.round == last.round;
      for (Asked between = first; is_run && *between.month < *last.month;
           *between.month += std::chrono::months(1)) {
        filled.insert(between);
      }
    }
  }
  return filled;
}

bool is_about(const ReceivedDay& row, const Asked& asked, std::size_t district,
              const model::Circular& circular) {
  return row.district == district && (!row.attachment || *row.attachment == asked.attachment) &&
         (!row.month || row.month == asked.month) &&
         (!row.round || (asked.round && circular.rounds[*asked.round].number.value == *row.round));
}

// How much a row says of what it is about: what says more goes before what says less.
int precision(const ReceivedDay& row) {
  return (row.attachment ? 1 : 0) + (row.month ? 1 : 0) + (row.round ? 1 : 0);
}

std::optional<Date> written_down(const Asked& asked, std::size_t district,
                                 const std::vector<ReceivedDay>& received,
                                 const model::Circular& circular) {
  const ReceivedDay* best = nullptr;
  for (const ReceivedDay& row : received) {
    if (!is_about(row, asked, district, circular)) continue;
    if (!best || precision(row) > precision(*best)) best = &row;
  }
  return best ? std::optional(best->day) : std::nullopt;
}

void count(const std::vector<Problem>& problems, const std::string& path, Standing& standing) {
  for (const Problem& problem : problems) {
    if (problem.file != path) continue;
    switch (problem.diagnostic->severity) {
      case Severity::error:
        ++standing.errors;
        break;
      case Severity::warning:
        ++standing.warnings;
        break;
      case Severity::note:
        ++standing.notes;
        break;
    }
  }
}

}  // namespace

int Status::returned() const {
  return static_cast<int>(std::ranges::count_if(
      standings, [](const Standing& standing) { return standing.reply != nullptr; }));
}

std::vector<Status> status_of(const std::vector<Reply>& replies,
                              const std::vector<Problem>& problems,
                              const std::vector<ReceivedDay>& received,
                              const model::Circular& circular) {
  std::vector<Status> result;
  for (const Asked& asked : all_asked(replies, circular)) {
    Status status{asked, due_date(asked, circular), {}};
    for (std::size_t i = 0; i < circular.districts.size(); ++i) {
      Standing standing;
      standing.district = i;
      for (const Reply& reply : replies) {
        if (reply.sender.district == i && asked_by(reply) == asked) standing.reply = &reply;
      }
      if (standing.reply) {
        const returns::Returned& returned = *standing.reply->returned;
        if (returned.changed) standing.received = returned.changed->date;
        if (const auto day = written_down(asked, i, received, circular)) standing.received = day;
        count(problems, returned.path, standing);
      }
      status.standings.push_back(standing);
    }
    result.push_back(std::move(status));
  }
  return result;
}

void report_unused(const std::vector<ReceivedDay>& received, const std::vector<Status>& statuses,
                   const model::Circular& circular, Diagnostics& diagnostics) {
  for (const ReceivedDay& row : received) {
    const bool is_used = std::ranges::any_of(statuses, [&](const Status& status) {
      return status.standings[row.district].reply &&
             is_about(row, status.asked, row.district, circular);
    });
    if (is_used) continue;
    diagnostics.warning(row.origin, "received_without_form",
                        {{"district", circular.districts[row.district].value}});
  }
}

}  // namespace chiwat::feedback
