#include "consolidation/batch.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace chiwat::consolidation {
namespace {

std::optional<Period> months_of(const returns::Reply& reply, int fiscal_year) {
  if (reply.month) return Period{*reply.month, *reply.month};
  if (reply.quarter) return fiscal_quarter(fiscal_year, *reply.quarter);
  return std::nullopt;
}

}  // namespace

const model::Form* Batch::use_of(const std::string& form) const {
  const auto found = std::ranges::find_if(attachment->forms, [&](const model::Form& use) {
    return use.layout.value == form && (!use.round || !round || use.round == round);
  });
  return found == attachment->forms.end() ? nullptr : &*found;
}

std::vector<Batch> batches(const model::Circular& circular, std::vector<returns::Reply>& replies) {
  // By attachment, round, whether it is a quarter, and its first month.
  using Key = std::tuple<std::size_t, std::optional<std::size_t>, bool, std::optional<Month>>;
  std::map<Key, Batch> found;
  for (returns::Reply& reply : replies) {
    if (!reply.sender.district) continue;
    for (std::size_t i = 0; i < circular.attachments.size(); ++i) {
      const model::Attachment& attachment = circular.attachments[i];
      if (attachment.number.value != reply.sender.attachment) continue;
      const auto months = months_of(reply, circular.fiscal_year.value);
      const Key key{i, reply.round, reply.quarter.has_value(),
                    months ? std::optional(months->first) : std::nullopt};
      Batch& batch =
          found.try_emplace(key, Batch{&attachment, reply.round, months, {}}).first->second;
      batch.replies.push_back(&reply);
    }
  }
  std::vector<Batch> result;
  for (auto& [key, batch] : found) {
    std::ranges::stable_sort(batch.replies, {},
                             [](const returns::Reply* reply) { return reply->sender.district; });
    result.push_back(std::move(batch));
  }
  return result;
}

std::vector<std::string> missing_districts(const Batch& batch, const model::Circular& circular) {
  std::vector<std::string> result;
  for (std::size_t i = 0; i < circular.districts.size(); ++i) {
    const bool is_there = std::ranges::any_of(
        batch.replies, [&](const returns::Reply* reply) { return reply->sender.district == i; });
    if (!is_there) result.push_back(circular.districts[i].value);
  }
  return result;
}

}  // namespace chiwat::consolidation
