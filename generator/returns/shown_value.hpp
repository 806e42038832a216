// What stands in a cell, in a message.
#pragma once

#include <string>

#include "document/workbook.hpp"

namespace chiwat::returns {

bool is_blank(const document::Value& value);

// As a person would write it; of a long text the beginning. Nothing for a blank cell.
std::string shown(const document::Value& value);

}  // namespace chiwat::returns
