#include "returns/choose_returned.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "thai/date.hpp"
#include "thai/names.hpp"

namespace chiwat::returns {
namespace {

std::string in_words(Month month) {
  return thai::format_month(month, thai::Digits::arabic);
}

class Choice {
 public:
  Choice(const model::Circular& circular, const Period& months, Diagnostics& diagnostics)
      : circular_(circular), months_(months), diagnostics_(diagnostics) {}

  void add(const Returned& returned) {
    const auto sender = sender_of(returned);
    if (!sender) return;
    if (!returned.facts.month) {
      // A quarter's form, which says its months, has nothing to go on from.
      if (returned.facts.months.empty()) leave_out(returned, "returned_without_month");
      return;
    }
    const Month month = *returned.facts.month;
    if (month > months_.last) {
      leave_out(returned, "returned_too_late", {{"month", in_words(month)}});
    } else if (is_quarter() ? holds(months_, month) : month < months_.first) {
      found_[*sender][month].push_back(&returned);
    }
  }

  bool is_empty() const { return found_.empty(); }

  Chosen all() {
    Chosen result;
    for (const auto& [sender, by_month] : found_) {
      if (is_quarter() && !sender.district) continue;
      auto own = is_quarter() ? of_quarter(sender, by_month) : latest(sender, by_month);
      if (!own.empty()) result.emplace(sender, std::move(own));
    }
    return result;
  }

 private:
  using ByMonth = std::map<Month, std::vector<const Returned*>>;

  bool is_quarter() const { return months_.first != months_.last; }

  void leave_out(const Returned& returned, const char* id, MessageArguments arguments = {}) {
    diagnostics_.warning({returned.path, 0, 0}, id, std::move(arguments));
  }

  // Whose it is; nothing, reported, when it is not of this circular.
  std::optional<Sender> sender_of(const Returned& returned) {
    const FormFacts& facts = returned.facts;
    if (facts.province != thai::normalise(circular_.province.value)) {
      leave_out(returned, "returned_other_province", {{"found", facts.province}});
      return std::nullopt;
    }
    if (facts.fiscal_year != circular_.fiscal_year.value) {
      leave_out(returned, "returned_other_year", {{"found", std::to_string(facts.fiscal_year)}});
      return std::nullopt;
    }
    const bool is_known = std::ranges::any_of(
        circular_.attachments, [&](const auto& a) { return a.number.value == facts.attachment; });
    if (!is_known) {
      leave_out(returned, "returned_other_attachment",
                {{"found", std::to_string(facts.attachment)}});
      return std::nullopt;
    }
    if (facts.district.empty()) return Sender{facts.attachment, std::nullopt};
    for (std::size_t i = 0; i < circular_.districts.size(); ++i) {
      const bool same = thai::normalise(circular_.districts[i].value) == facts.district;
      if (same) return Sender{facts.attachment, i};
    }
    leave_out(returned, "returned_other_district", {{"found", facts.district}});
    return std::nullopt;
  }

  const Returned* only(const Sender& sender, Month month,
                       const std::vector<const Returned*>& several) {
    for (std::size_t i = 1; i < several.size(); ++i) {
      diagnostics_
          .error({several[i]->path, 0, 0}, "returned_twice",
                 {{"sender", sender_name(sender, circular_)}, {"month", in_words(month)}})
          .note({several.front()->path, 0, 0}, "returned_first");
    }
    return several.front();
  }

  std::vector<const Returned*> latest(const Sender& sender, const ByMonth& by_month) {
    const auto& [month, several] = *by_month.rbegin();
    return {only(sender, month, several)};
  }

  std::vector<const Returned*> of_quarter(const Sender& sender, const ByMonth& by_month) {
    std::vector<const Returned*> result;
    std::string missing;
    for (Month month = months_.first; month <= months_.last; month += std::chrono::months(1)) {
      const auto several = by_month.find(month);
      if (several == by_month.end()) {
        missing += (missing.empty() ? "" : ", ") + in_words(month);
      } else {
        result.push_back(only(sender, month, several->second));
      }
    }
    if (missing.empty()) return result;
    diagnostics_.warning({result.front()->path, 0, 0}, "returned_months_missing",
                         {{"sender", sender_name(sender, circular_)}, {"months", missing}});
    return {};
  }

  const model::Circular& circular_;
  const Period months_;
  Diagnostics& diagnostics_;
  std::map<Sender, ByMonth> found_;
};

}  // namespace

std::string sender_name(const Sender& sender, const model::Circular& circular) {
  return sender.district ? "อำเภอ" + circular.districts[*sender.district].value
                         : "จังหวัด" + circular.province.value;
}

Chosen choose_returned(const std::vector<Returned>& returned, const model::Circular& circular,
                       const Period& months, const std::string& given, Diagnostics& diagnostics) {
  Choice choice(circular, months, diagnostics);
  for (const Returned& each : returned) choice.add(each);
  if (choice.is_empty()) diagnostics.error({given, 0, 0}, "returned_none");
  return choice.all();
}

}  // namespace chiwat::returns
