// A condition as a person would say it, where nothing plainer can be said of it.
#pragma once

#include <functional>
#include <string>

#include "formula/expression.hpp"
#include "scorecard/words.hpp"

namespace chiwat::scorecard {

// "ร้อยละที่จำหน่ายออนไลน์ ไม่น้อยกว่า 10%"; `label_of` answers for names.
std::string in_words(const formula::Expression& expression,
                     const std::function<std::string(const std::string&)>& label_of,
                     const Words& words);

}  // namespace chiwat::scorecard
