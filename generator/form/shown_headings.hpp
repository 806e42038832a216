// What stands over the columns of a table: how people call what a column of the circular shows.
#pragma once

#include <string>
#include <vector>

#include "form/table_text.hpp"

namespace chiwat::form {

struct ShownHeading {
  const model::ShownColumn* shown;
  std::string heading;  // over the column itself
  std::string path;     // the words of all headings over it, from the highest
};

// One for each column of the table that shows one of the circular, from left to right.
std::vector<ShownHeading> shown_headings(const Context& context, const model::Table& table);

// What a column of the circular is called for people: its label, else the heading over it where a
// table first shows it, else its name.
std::string label_of(const model::Circular& circular, const plan::Plan& plan, thai::Digits digits,
                     std::size_t column);

}  // namespace chiwat::form
