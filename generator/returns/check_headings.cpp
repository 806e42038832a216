// The head of a form against the one that was sent out.
#include "returns/check_form.hpp"

namespace chiwat::returns {

void check_headings(const CheckedForm& checked) {
  const ReturnedForm& from = *checked.form.from;
  const Returned& returned = *checked.reply.returned;
  for (const HeadingFlaw& flaw : from.flaws) {
    const Origin at = returned.at(from, flaw.at);
    switch (flaw.kind) {
      case HeadingFlaw::Kind::altered:
        checked.diagnostics.warning(at, "returned_heading_altered",
                                    {{"found", flaw.found}, {"expected", flaw.expected}});
        break;
      case HeadingFlaw::Kind::missing:
        checked.diagnostics.error(at, "returned_column_missing", {{"column", flaw.expected}});
        break;
      case HeadingFlaw::Kind::added:
        checked.diagnostics.remark(at, "returned_column_added", {{"found", flaw.found}});
        break;
    }
  }
  if (from.version > 0 && from.version < checked.form.page->version) {
    checked.diagnostics.warning({returned.path + ":" + from.sheet, 0, 0}, "returned_old_version",
                                {{"found", std::to_string(from.version)},
                                 {"expected", std::to_string(checked.form.page->version)}});
  }
}

}  // namespace chiwat::returns
