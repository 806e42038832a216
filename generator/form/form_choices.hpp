// What may be chosen in a column of a form.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "form/form_template.hpp"

namespace chiwat::form {

// The labels of a list of the circular, or (kSubdistricts) the sub-districts of the district's
// operators as the registry has them; none where there is no such list.
std::vector<std::string> labels_of(const std::string& list, const model::Circular& circular,
                                   std::optional<std::size_t> district);

}  // namespace chiwat::form
