// One name for what is one district.
#pragma once

#include <string>

namespace chiwat::model {

// The name as the register of districts has it, of one that is normalised: letters write อำเภอเมือง
// for เมืองพะเยา, and may put อำเภอ before any.
std::string district_name(std::string written, const std::string& province);

}  // namespace chiwat::model
