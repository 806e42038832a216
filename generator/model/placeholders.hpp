// What the {placeholders} of a circular's texts stand for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/circular.hpp"
#include "thai/message.hpp"

namespace chiwat::model {

// The placeholders of a text: {province}, {fiscal_year}, {previous_year}, {next_year},
// {fiscal_year_short}, {fiscal_start}, {fiscal_end}, {previous_start}, {previous_end} (dates),
// {letter_number}, {letter_date}, {letter_month}, {indicator_number}, {indicator_name},
// {indicator_unit}, {indicator_weight}, {indicator_reason}, the description's own `values`; with a
// round {round}, {round_months}, {round_start}, {round_end}; with an attachment {attachment}; the
// `placeholder` of each deadline for what due() says. What the description leaves out is not there.
thai::Arguments placeholders(const Circular& circular, const Round* round = nullptr,
                             const Attachment* attachment = nullptr);

// Those of a level's text: also the bounds of its condition, each by the name that it bounds, so
// that the words cannot say another number than the condition. With `online_share >= 10%`,
// {online_share} is 10; of several bounds of one name the first counts.
thai::Arguments level_placeholders(const Circular& circular, const Round& round,
                                   const Level& level);
// Only the bounds.
thai::Arguments level_bounds(const Level& level);

// When something is to be handed in: "ภายในวันจันทร์ที่ 22 กุมภาพันธ์ 2564", "ภายในวันที่ 25 ของทุกเดือน".
std::string due(const Deadline& deadline);

}  // namespace chiwat::model
