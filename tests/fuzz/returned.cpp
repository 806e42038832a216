// Forms that the small office sent out, as districts filled them in and spoiled them: the input is
// a list of edits (edited_forms.hpp), so that every one comes to what reads and checks forms.
// Nothing that a cell says stops the others, and whatever is found can be told.
#include "edited_forms.hpp"
#include "office.hpp"
#include "targets.hpp"
#include "thai/names.hpp"

namespace chiwat::fuzz {

void returned(std::string_view input) {
  if (!thai::is_valid_utf8(input)) return;  // which XML cannot hold
  Diagnostics diagnostics;
  take_back(edited_forms(input, sent_out()), diagnostics);
}

}  // namespace chiwat::fuzz
