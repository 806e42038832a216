// A template: how an official form looks on paper, whatever stands in it.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/diagnostics.hpp"
#include "model/circular.hpp"
#include "source/files.hpp"

namespace chiwat::form {

using model::Text;

enum class Orientation { automatic, portrait, landscape };

// Millimetres.
struct Margins {
  int left = 15, right = 15, top = 15, bottom = 18;
};

struct Template {
  std::string name;
  int version = 1;
  Text label;     // with {attachment}
  Text total;     // the total row's label where the table names none
  Text footnote;  // with {mark}, {column}, {place}, {value}, {reason}
  Orientation orientation = Orientation::automatic;
  Margins margins;
  std::optional<Text> footer;  // with {page} and {pages}
  Text supporting_name, supporting_title, supporting_serial, supporting_district;
};

using Templates = std::map<std::string, Template>;

// Every template that the circular's tables use, by name: from the folder `templates` beside the
// description when it is there, else the program's own. Reported: template_unknown {name, known},
// and what is wrong inside a template, at its place. Nothing is returned when there was an error.
std::optional<Templates> read_templates(const model::Circular& circular, const source::Files& files,
                                        source::Texts& texts, Diagnostics& diagnostics);

}  // namespace chiwat::form
