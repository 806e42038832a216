#include "returns/sender.hpp"

#include <algorithm>
#include <utility>

#include "thai/names.hpp"

namespace chiwat::returns {

std::string sender_name(const Sender& sender, const model::Circular& circular) {
  return sender.district ? "อำเภอ" + circular.districts[*sender.district].value
                         : "จังหวัด" + circular.province.value;
}

std::optional<Sender> sender_of(const Returned& returned, const model::Circular& circular,
                                Severity severity, Diagnostics& diagnostics) {
  const FormFacts& facts = returned.facts;
  const auto leave_out = [&](const char* id, const std::string& found) {
    diagnostics.add(severity, {returned.path, 0, 0}, id, {{"found", found}});
    return std::nullopt;
  };
  if (facts.province != thai::normalise(circular.province.value)) {
    return leave_out("returned_other_province", facts.province);
  }
  if (facts.fiscal_year != circular.fiscal_year.value) {
    return leave_out("returned_other_year", std::to_string(facts.fiscal_year));
  }
  const bool is_known = std::ranges::any_of(
      circular.attachments, [&](const auto& a) { return a.number.value == facts.attachment; });
  if (!is_known) return leave_out("returned_other_attachment", std::to_string(facts.attachment));
  if (facts.district.empty()) return Sender{facts.attachment, std::nullopt};
  if (const auto district = index_of_district(circular, facts.district)) {
    return Sender{facts.attachment, district};
  }
  return leave_out("returned_other_district", facts.district);
}

const Returned& newest(const std::vector<const Returned*>& several, const Sender& sender,
                       const std::string& time, const model::Circular& circular,
                       Diagnostics& diagnostics) {
  const Returned& last = **std::ranges::max_element(
      several, {}, [](const Returned* returned) { return returned->changed; });
  for (const Returned* other : several) {
    if (other == &last) continue;
    const bool is_older = other->changed < last.changed;
    const bool is_same = other->forms == last.forms;
    const Severity severity = is_same    ? Severity::note
                              : is_older ? Severity::warning
                                         : Severity::error;
    const char* id = is_same    ? "returned_again"
                     : is_older ? "returned_superseded"
                                : "returned_twice";
    diagnostics
        .add(severity, {other->path, 0, 0}, id,
             {{"sender", sender_name(sender, circular)}, {"time", time}})
        .note({last.path, 0, 0}, "returned_counts");
  }
  return last;
}

}  // namespace chiwat::returns
