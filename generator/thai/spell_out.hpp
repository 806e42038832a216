// Numbers in Thai words, as letters write them after the digits: ๕๘๗ (ห้าร้อยแปดสิบเจ็ด).
//
// ICU's spell-out says หนึ่งร้อยหนึ่ง for หนึ่งร้อยเอ็ด and puts zero-width spaces between the words.
#pragma once

#include <string>

#include "base/number.hpp"

namespace chiwat::thai {

// The number as to_fixed(decimals) writes it, of any size: "ลบสิบสองจุดห้าศูนย์". The last digit of what
// has higher digits is เอ็ด (101, 1,000,001), and millions of millions repeat ล้าน.
std::string spell_out(const Number& number, int decimals = 0);

// An amount in baht, rounded half up to satang: "หนึ่งร้อยยี่สิบเอ็ดบาทยี่สิบห้าสตางค์", "สิบบาทถ้วน".
std::string spell_out_baht(const Number& amount);

}  // namespace chiwat::thai
