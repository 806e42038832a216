// A text for reading and printing: a guideline, an indicator sheet, a roadmap.
#pragma once

#include "form/form_template.hpp"

namespace chiwat::form {

struct DocumentTemplate {
  Audience audience = Audience::province;
  Text sheet;  // the sheet's name
};

}  // namespace chiwat::form
