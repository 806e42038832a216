// The document properties of every workbook of a circular.
#pragma once

#include <string>

#include "document/workbook.hpp"
#include "model/circular.hpp"
#include "thai/digits.hpp"

namespace chiwat::form {

// Subject, office and indicator are the circular's; the date is the letter's, never the clock's.
document::Properties properties(const model::Circular& circular, std::string title,
                                thai::Digits digits);

}  // namespace chiwat::form
