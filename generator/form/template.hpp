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
  Text name;
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

// Whether there is a template of this name: in the folder `templates` beside the description, or
// the program's own.
bool is_template(const std::string& folder, const std::string& name, const source::Files& files);

// Every template that the circular's tables use, by name; the description's own goes before the
// program's. What is wrong inside a template is reported at its place, and nothing is returned
// then.
std::optional<Templates> read_templates(const model::Circular& circular, const source::Files& files,
                                        source::Texts& texts, Diagnostics& diagnostics);

}  // namespace chiwat::form
