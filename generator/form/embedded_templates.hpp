// The templates that the program carries: templates/*.yaml by name, without the ending.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace chiwat::form {

const std::map<std::string, std::string_view>& embedded_templates();

}  // namespace chiwat::form
