// Every day by which a circular wants something. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "review/shown_texts.hpp"

namespace chiwat::review {

struct Subject;

struct DueDate {
  WrittenDate written;
  Date date;
  Origin origin;
  const model::Round* round;        // that it is about, or null
  const model::Deadline* deadline;  // null: a text says "ภายใน…" of it
};

// Those of `deadlines:` that are once, and those that texts name.
std::vector<DueDate> due_dates(const model::Circular& circular,
                               const std::vector<ShownText>& texts);

// Those whose year can be meant. The others are one finding each, which is not repeated in others.
std::vector<DueDate> likely_due_dates(const Subject& subject);

// Whether somebody could want something of this fiscal year on that day: in it, or in the three
// months before or after it.
bool is_likely_due(const model::Circular& circular, const Date& date);

// "22 กุมภาพันธ์ 2564".
std::string in_words(const Date& date);

}  // namespace chiwat::review
