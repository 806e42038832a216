// The forms of a quarter, which say of three months what those of a month say of one.
#pragma once

#include "form/template.hpp"

namespace chiwat::form {

// The templates as they are written for a quarter: of the monthly ones those with a title for it,
// under that title. What a month's form adds up live from another sheet, three months' workbooks
// cannot; it becomes cells to fill in, and the checks against that sheet are left out. The other
// templates are monthly no longer.
Templates quarterly(const Templates& templates);

}  // namespace chiwat::form
