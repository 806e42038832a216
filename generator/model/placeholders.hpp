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
// {indicator_unit}, {indicator_weight}, the description's own `values`; with a round {round},
// {round_months}, {round_start}, {round_end}; with an attachment {attachment}. What the description
// leaves out is not there.
thai::Arguments placeholders(const Circular& circular, const Round* round = nullptr,
                             const Attachment* attachment = nullptr);

}  // namespace chiwat::model
