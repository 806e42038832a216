// What makes a form hard to fill in wrongly: protection, validation, and colours for what is
// missing or does not add up.
#pragma once

#include "document/workbook.hpp"
#include "form/form_draft.hpp"
#include "form/form_formulas.hpp"

namespace chiwat::form {

// The sheet of the closed lists, which is hidden, and the defined name of one of them.
inline constexpr const char* kListSheet = "รายการ";
std::string list_name(const std::string& list);

void add_rules(const FormDraft& draft, const FormFormulas& formulas, const Occasion& occasion,
               document::Sheet& sheet);

// The sheet with the lists that the forms of a workbook use, and its defined names; nothing when
// they use none that has items.
std::optional<document::Sheet> list_sheet(const std::vector<FormDraft>& drafts,
                                          const Occasion& occasion,
                                          std::map<std::string, std::string>& defined_names);

}  // namespace chiwat::form
