#include "returns/choose_returned.hpp"

#include <string>
#include <utility>

#include "thai/date.hpp"

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
    const auto sender = sender_of(returned, circular_, Severity::warning, diagnostics_);
    if (!sender) return;
    const auto& months = returned.facts.months;
    if (!months) leave_out(returned, "returned_without_month");
    // A quarter's form has nothing to go on from.
    if (!months || months->first != months->last) return;
    const Month month = months->first;
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

  const Returned* only(const Sender& sender, Month month,
                       const std::vector<const Returned*>& several) {
    return &newest(several, sender, "เดือน" + in_words(month), circular_, diagnostics_);
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

Chosen choose_returned(const std::vector<Returned>& returned, const model::Circular& circular,
                       const Period& months, const std::string& given, Diagnostics& diagnostics) {
  Choice choice(circular, months, diagnostics);
  for (const Returned& each : returned) choice.add(each);
  if (choice.is_empty()) diagnostics.error({given, 0, 0}, "returned_none");
  return choice.all();
}

}  // namespace chiwat::returns
