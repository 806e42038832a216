// The list of days on which forms arrived. Every day that comes back is of a district that there
// is.
#include "feedback/read_received.hpp"
#include "office.hpp"
#include "promises.hpp"
#include "targets.hpp"

namespace chiwat::fuzz {

void received(std::string_view input) {
  source::Texts texts;
  Diagnostics diagnostics;
  const model::Circular& circular = office().circular;
  const auto days = feedback::read_received("received.csv", input, texts, circular, diagnostics);
  require_tellable(diagnostics, texts);
  for (const feedback::ReceivedDay& day : days) {
    require(day.district < circular.districts.size(), "a day is of a district that there is");
    require(day.day.ok(), "a day is one of the calendar");
  }
}

}  // namespace chiwat::fuzz
