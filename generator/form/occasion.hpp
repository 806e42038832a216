// For whom and when a sheet is written, and what its texts then say.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.hpp"
#include "form/brought.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"
#include "plan/plan.hpp"
#include "thai/digits.hpp"
#include "thai/message.hpp"

namespace chiwat::form {

struct Occasion {
  const model::Circular& circular;
  const plan::Plan& plan;
  const model::Attachment& attachment;
  std::optional<std::size_t> district;  // none: the province
  std::optional<std::size_t> round;
  std::optional<Period> months;  // a month, or a quarter, of a monthly form; none: to be written in
  thai::Digits digits = thai::Digits::thai;
  bool values = false;               // constants where there would be formulas
  const Brought* brought = nullptr;  // from earlier months; null: nothing is known of them
};

// The round of the occasion, or else that in which its months lie; an index into Circular::rounds.
std::optional<std::size_t> reported_round(const Occasion& occasion);

// What a placeholder that is not known stands for: dots to write on.
inline constexpr const char* kDots = "....................";

// The placeholders of a form's or document's texts: those of model::placeholders (with dots for the
// round where there is none), and {district}, {place} (อำเภอเขมราฐ จังหวัดอุบลราชธานี, or the
// province alone), {head} (the office that reports: พัฒนาการอำเภอเขมราฐ), {month} (or the months of
// a quarter), {quarter} (its number in the fiscal year), {deadline} (of the attachment and round,
// in words), {calendar_year} (of the deadline, else of the fiscal year) and {fiscal_months}.
thai::Arguments placeholders(const Occasion& occasion);

// A text with these placeholders, which are known to be enough.
std::string formatted(const Text& text, const thai::Arguments& arguments, thai::Digits digits);
std::vector<std::string> formatted(const std::vector<Text>& texts, const thai::Arguments& arguments,
                                   thai::Digits digits);

}  // namespace chiwat::form
